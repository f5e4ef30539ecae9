package energy.ebbflow.iso15118.message.iso20.session;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Response;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;

/**
 * SessionSetupRes. The station opens the session.
 *
 * @param header what every message starts with
 * @param responseCode how the request went
 * @param evseId the identifier of the EVSE, as the back office knows it; at most 255 characters
 */
@ExiName("SessionSetupRes")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record SessionSetupResponse(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement(value = "ResponseCode", namespace = Namespaces.ISO20_COMMON_TYPES)
        ResponseCode responseCode,
    @ExiElement("EVSEID") @Length(max = 255) String evseId)
    implements Iso20Response {

  /** Checks the bounds that the schema sets. */
  public SessionSetupResponse {
    Facets.length("EVSEID", evseId, 0, 255);
  }
}
