package energy.ebbflow.iso15118.message.dsig;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiAttribute;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import java.util.Optional;

/**
 * Reference. One part that is signed, and its digest.
 *
 * @param id the name by which a reference finds this element; at most 255 characters (our limit)
 * @param type the URI of the kind of thing referred to; at most 255 characters (our limit)
 * @param uri where the part is: {@code #} and its Id; at most 255 characters (our limit)
 * @param transforms how the part becomes octets
 * @param digestMethod the algorithm of the digest
 * @param digestValue the digest; at most 512 octets (our limit)
 */
@ExiName("Reference")
@ExiType(namespace = Namespaces.XMLDSIG)
public record Reference(
    @ExiAttribute("Id") @Limit(255) Optional<String> id,
    @ExiAttribute("Type") @Limit(255) Optional<String> type,
    @ExiAttribute("URI") @Limit(255) Optional<String> uri,
    @ExiElement("Transforms") Optional<Transforms> transforms,
    @ExiElement("DigestMethod") DigestMethod digestMethod,
    @ExiElement("DigestValue") @Limit(512) Octets digestValue)
    implements V2gMessage {
  /** Checks the bounds. */
  public Reference {
    Facets.length("Id", id, 0, 255);
    Facets.length("Type", type, 0, 255);
    Facets.length("URI", uri, 0, 255);
    Facets.length("DigestValue", digestValue, 0, 512);
  }
}
