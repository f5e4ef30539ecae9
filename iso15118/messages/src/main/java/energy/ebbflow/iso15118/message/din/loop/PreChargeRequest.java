package energy.ebbflow.iso15118.message.din.loop;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.PhysicalValue;
import energy.ebbflow.iso15118.message.din.status.DcEvStatus;

/**
 * PreChargeReq. The vehicle asks to match the voltage of its battery.
 *
 * @param dcEvStatus the state of the vehicle
 * @param evTargetVoltage the voltage that the vehicle wants; V
 * @param evTargetCurrent the current that the vehicle wants; A
 */
@ExiName("PreChargeReq")
@ExiType(namespace = Namespaces.DIN_MSG_BODY)
public record PreChargeRequest(
    @ExiElement("DC_EVStatus") DcEvStatus dcEvStatus,
    @ExiElement("EVTargetVoltage") PhysicalValue evTargetVoltage,
    @ExiElement("EVTargetCurrent") PhysicalValue evTargetCurrent)
    implements BodyElement, V2gMessage {}
