package energy.ebbflow.iso15118.message.dsig;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiAttribute;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;

/**
 * DigestMethod. The algorithm of a digest.
 *
 * @param algorithm the URI of the algorithm; at most 255 characters (our limit)
 */
@ExiName("DigestMethod")
@ExiType(namespace = Namespaces.XMLDSIG, mixed = true, wildcard = true)
public record DigestMethod(@ExiAttribute("Algorithm") @Limit(255) String algorithm)
    implements V2gMessage {
  /** Checks the bounds. */
  public DigestMethod {
    Facets.length("Algorithm", algorithm, 0, 255);
  }
}
