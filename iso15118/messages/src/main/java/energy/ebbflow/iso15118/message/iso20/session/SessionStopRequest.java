package energy.ebbflow.iso15118.message.iso20.session;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import java.util.Optional;

/**
 * SessionStopReq. The vehicle ends or pauses the session.
 *
 * @param header what every message starts with
 * @param chargingSession whether the session ends, pauses, or negotiates services anew
 * @param evTerminationCode why the vehicle ends, as its maker defines it; at most 80 characters
 * @param evTerminationExplanation why the vehicle ends, in words; at most 160 characters
 */
@ExiName("SessionStopReq")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record SessionStopRequest(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement("ChargingSession") ChargingSession chargingSession,
    @ExiElement("EVTerminationCode") @Length(max = 80) Optional<String> evTerminationCode,
    @ExiElement("EVTerminationExplanation") @Length(max = 160)
        Optional<String> evTerminationExplanation)
    implements Iso20Request {

  /** Checks the bounds that the schema sets. */
  public SessionStopRequest {
    Facets.length("EVTerminationCode", evTerminationCode, 0, 80);
    Facets.length("EVTerminationExplanation", evTerminationExplanation, 0, 160);
  }
}
