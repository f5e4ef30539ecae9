package energy.ebbflow.iso15118.message.dsig;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiAttribute;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import java.util.List;
import java.util.Optional;

/**
 * SignedInfo. What is signed: its EXI form over the grammar of xmldsig alone is the input of the
 * signature.
 *
 * @param id the name by which a reference finds this element; at most 255 characters (our limit)
 * @param canonicalizationMethod how this element becomes octets
 * @param signatureMethod the algorithm of the signature
 * @param reference the parts that are signed; at most 16 of them (our limit)
 */
@ExiName("SignedInfo")
@ExiType(namespace = Namespaces.XMLDSIG)
public record SignedInfo(
    @ExiAttribute("Id") @Limit(255) Optional<String> id,
    @ExiElement("CanonicalizationMethod") CanonicalizationMethod canonicalizationMethod,
    @ExiElement("SignatureMethod") SignatureMethod signatureMethod,
    @ExiElement("Reference") @Occurs(max = Occurs.UNBOUNDED) @Limit(16) List<Reference> reference)
    implements V2gMessage {
  /** Checks the bounds. */
  public SignedInfo {
    Facets.length("Id", id, 0, 255);
    reference = Facets.occurs("Reference", reference, 1, 16);
  }
}
