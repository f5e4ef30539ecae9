package energy.ebbflow.iso15118.message.din.payment;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiAttribute;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.din.BodyElement;
import java.util.Optional;

/**
 * ContractAuthenticationReq. The vehicle asks for authorisation.
 *
 * @param id the name by which a signature refers to this element; at most 2048 characters (our
 *     limit)
 * @param genChallenge random octets that the vehicle has to sign; at most 2048 characters (our
 *     limit)
 */
@ExiName("ContractAuthenticationReq")
@ExiType(namespace = Namespaces.DIN_MSG_BODY)
public record ContractAuthenticationRequest(
    @ExiAttribute("Id") @Limit(2048) Optional<String> id,
    @ExiElement("GenChallenge") @Limit(2048) Optional<String> genChallenge)
    implements BodyElement, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public ContractAuthenticationRequest {
    Facets.length("Id", id, 0, 2048);
    Facets.length("GenChallenge", genChallenge, 0, 2048);
  }
}
