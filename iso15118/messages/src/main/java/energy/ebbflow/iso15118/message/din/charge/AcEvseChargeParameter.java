package energy.ebbflow.iso15118.message.din.charge;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.din.PhysicalValue;
import energy.ebbflow.iso15118.message.din.status.AcEvseStatus;

/**
 * AC_EVSEChargeParameter. The station's limits for AC.
 *
 * @param acEvseStatus the state of the station and what it asks of the vehicle
 * @param evseMaxVoltage the highest voltage of the station; V
 * @param evseMaxCurrent the most current that the station allows per phase; A
 * @param evseMinCurrent the least current that the station gives per phase; A
 */
@ExiName("AC_EVSEChargeParameter")
@ExiType(namespace = Namespaces.DIN_MSG_DATA_TYPES)
public record AcEvseChargeParameter(
    @ExiElement("AC_EVSEStatus") AcEvseStatus acEvseStatus,
    @ExiElement("EVSEMaxVoltage") PhysicalValue evseMaxVoltage,
    @ExiElement("EVSEMaxCurrent") PhysicalValue evseMaxCurrent,
    @ExiElement("EVSEMinCurrent") PhysicalValue evseMinCurrent)
    implements EvseChargeParameter, V2gMessage {}
