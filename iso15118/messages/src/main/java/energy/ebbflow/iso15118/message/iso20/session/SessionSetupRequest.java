package energy.ebbflow.iso15118.message.iso20.session;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;

/**
 * SessionSetupReq. The vehicle opens a session, or joins the one it paused.
 *
 * @param header what every message starts with
 * @param evccId the identifier of the vehicle; personal data, at most 255 characters
 */
@ExiName("SessionSetupReq")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record SessionSetupRequest(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement("EVCCID") @Length(max = 255) String evccId)
    implements Iso20Request {

  /** Checks the bounds that the schema sets. */
  public SessionSetupRequest {
    Facets.length("EVCCID", evccId, 0, 255);
  }
}
