package energy.ebbflow.iso15118.message.iso2;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Hex;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.dsig.Signature;
import java.util.Optional;

/**
 * MessageHeaderType. What every message starts with.
 *
 * @param sessionId the identifier of the session, given by the SECC; 0 in the first request, at
 *     most 8 octets
 * @param notification what went wrong on the way
 * @param signature the signature over parts of the body
 */
@ExiType(namespace = Namespaces.ISO2_MSG_HEADER)
public record MessageHeader(
    @ExiElement("SessionID") @Hex @Length(max = 8) Octets sessionId,
    @ExiElement("Notification") Optional<Notification> notification,
    @ExiElement(value = "Signature", namespace = Namespaces.XMLDSIG)
        Optional<Signature> signature) {

  /** Checks the bounds that the schema sets. */
  public MessageHeader {
    Facets.length("SessionID", sessionId, 0, 8);
  }
}
