package energy.ebbflow.iso15118.message.dsig;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiContent;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;

/**
 * DigestValue. A digest as a document of its own; inside a reference it is plain octets.
 *
 * @param value the digest; at most 512 octets (our limit)
 */
@ExiName("DigestValue")
@ExiType(namespace = Namespaces.XMLDSIG)
public record DigestValue(@ExiContent @Limit(512) Octets value) implements V2gMessage {
  /** Checks the bounds. */
  public DigestValue {
    Facets.length("DigestValue", value, 0, 512);
  }
}
