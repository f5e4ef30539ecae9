package energy.ebbflow.iso15118.message.dsig;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiAttribute;
import energy.ebbflow.exi.schema.ExiContent;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import java.util.Optional;

/**
 * SignatureValue. The signature: in ISO 15118 the raw r and s of ECDSA, or the Ed448 signature.
 *
 * @param id the name by which a reference finds this element; at most 255 characters (our limit)
 * @param value the octets; at most 1024 octets (our limit)
 */
@ExiName("SignatureValue")
@ExiType(namespace = Namespaces.XMLDSIG)
public record SignatureValue(
    @ExiAttribute("Id") @Limit(255) Optional<String> id, @ExiContent @Limit(1024) Octets value)
    implements V2gMessage {
  /** Checks the bounds. */
  public SignatureValue {
    Facets.length("Id", id, 0, 255);
    Facets.length("SignatureValue", value, 0, 1024);
  }
}
