package energy.ebbflow.iso15118.message.iso2.payment;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiAttribute;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.BodyElement;
import java.util.Optional;

/**
 * AuthorizationReq. The vehicle asks for authorisation.
 *
 * @param id the name by which a signature refers to this element; at most 2048 characters (our
 *     limit)
 * @param genChallenge random octets that the vehicle has to sign; exactly 16 octets
 */
@ExiName("AuthorizationReq")
@ExiType(namespace = Namespaces.ISO2_MSG_BODY)
public record AuthorizationRequest(
    @ExiAttribute(value = "Id", namespace = Namespaces.ISO2_MSG_BODY) @Limit(2048)
        Optional<String> id,
    @ExiElement("GenChallenge") @Length(min = 16, max = 16) Optional<Octets> genChallenge)
    implements BodyElement, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public AuthorizationRequest {
    Facets.length("Id", id, 0, 2048);
    Facets.length("GenChallenge", genChallenge, 16, 16);
  }
}
