package energy.ebbflow.iso15118.message.din.charge;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.din.PhysicalValue;
import energy.ebbflow.iso15118.message.din.status.AcEvseStatus;

/**
 * AC_EVSEChargeParameter: AC EVSE charge parameter.
 *
 * @param acEvseStatus the state of the station and what it asks of the vehicle
 * @param evseMaxVoltage the station's max voltage; V
 * @param evseMaxCurrent the station's max current; A
 * @param evseMinCurrent the station's min current; A
 */
@ExiName("AC_EVSEChargeParameter")
@ExiType(namespace = Namespaces.DIN_MSG_DATA_TYPES)
public record AcEvseChargeParameter(
    @ExiElement("AC_EVSEStatus") AcEvseStatus acEvseStatus,
    @ExiElement("EVSEMaxVoltage") PhysicalValue evseMaxVoltage,
    @ExiElement("EVSEMaxCurrent") PhysicalValue evseMaxCurrent,
    @ExiElement("EVSEMinCurrent") PhysicalValue evseMinCurrent)
    implements EvseChargeParameter, V2gMessage {}
