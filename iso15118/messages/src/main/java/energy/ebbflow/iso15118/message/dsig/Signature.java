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
import energy.ebbflow.iso15118.message.dsig.key.KeyInfo;
import java.util.List;
import java.util.Optional;

/**
 * Signature. The signature over parts of a message, or over anything that can be referred to.
 *
 * @param id the name by which a reference finds this element; at most 255 characters (our limit)
 * @param signedInfo what is signed
 * @param signatureValue the signature itself
 * @param keyInfo the key; ISO 15118 leaves it out
 * @param object enclosed data; ISO 15118 leaves them out; at most 16 of them (our limit)
 */
@ExiName("Signature")
@ExiType(namespace = Namespaces.XMLDSIG)
public record Signature(
    @ExiAttribute("Id") @Limit(255) Optional<String> id,
    @ExiElement("SignedInfo") SignedInfo signedInfo,
    @ExiElement("SignatureValue") SignatureValue signatureValue,
    @ExiElement("KeyInfo") Optional<KeyInfo> keyInfo,
    @ExiElement("Object") @Occurs(min = 0, max = Occurs.UNBOUNDED) @Limit(16)
        List<DsigObject> object)
    implements V2gMessage {
  /** Checks the bounds. */
  public Signature {
    Facets.length("Id", id, 0, 255);
    object = Facets.occurs("Object", object, 0, 16);
  }
}
