package energy.ebbflow.iso15118.message.din.loop;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.EvseProcessing;
import energy.ebbflow.iso15118.message.din.ResponseCode;
import energy.ebbflow.iso15118.message.din.status.DcEvseStatus;

/**
 * CableCheckRes. The station says whether the test has finished.
 *
 * @param responseCode how the request went
 * @param dcEvseStatus the state of the station and what it asks of the vehicle
 * @param evseProcessing whether the station has finished
 */
@ExiName("CableCheckRes")
@ExiType(namespace = Namespaces.DIN_MSG_BODY)
public record CableCheckResponse(
    @ExiElement("ResponseCode") ResponseCode responseCode,
    @ExiElement("DC_EVSEStatus") DcEvseStatus dcEvseStatus,
    @ExiElement("EVSEProcessing") EvseProcessing evseProcessing)
    implements BodyElement, V2gMessage {}
