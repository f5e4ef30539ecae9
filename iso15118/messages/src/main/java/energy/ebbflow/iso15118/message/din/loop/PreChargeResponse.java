package energy.ebbflow.iso15118.message.din.loop;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.PhysicalValue;
import energy.ebbflow.iso15118.message.din.ResponseCode;
import energy.ebbflow.iso15118.message.din.status.DcEvseStatus;

/**
 * PreChargeRes. The station states its voltage.
 *
 * @param responseCode how the request went
 * @param dcEvseStatus the state of the station and what it asks of the vehicle
 * @param evsePresentVoltage the voltage at the output; V
 */
@ExiName("PreChargeRes")
@ExiType(namespace = Namespaces.DIN_MSG_BODY)
public record PreChargeResponse(
    @ExiElement("ResponseCode") ResponseCode responseCode,
    @ExiElement("DC_EVSEStatus") DcEvseStatus dcEvseStatus,
    @ExiElement("EVSEPresentVoltage") PhysicalValue evsePresentVoltage)
    implements BodyElement, V2gMessage {}
