package energy.ebbflow.iso15118.message.iso20;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Hex;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.exi.schema.Unsigned;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.dsig.Signature;
import java.util.Optional;

/**
 * MessageHeaderType. What every message starts with.
 *
 * @param sessionId the identifier of the session, given by the SECC; 0 in the first request,
 *     exactly 8 octets
 * @param timeStamp when the message was sent; seconds since 1970-01-01 UTC, unsigned
 * @param signature the signature over parts of the body
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_TYPES)
public record MessageHeader(
    @ExiElement("SessionID") @Hex @Length(min = 8, max = 8) Octets sessionId,
    @ExiElement("TimeStamp") @Unsigned long timeStamp,
    @ExiElement(value = "Signature", namespace = Namespaces.XMLDSIG)
        Optional<Signature> signature) {

  /** Checks the bounds that the schema sets. */
  public MessageHeader {
    Facets.length("SessionID", sessionId, 8, 8);
  }
}
