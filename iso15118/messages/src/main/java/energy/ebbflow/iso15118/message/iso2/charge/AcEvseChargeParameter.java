package energy.ebbflow.iso15118.message.iso2.charge;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.PhysicalValue;
import energy.ebbflow.iso15118.message.iso2.status.AcEvseStatus;

/**
 * AC_EVSEChargeParameter. The station's limits for AC.
 *
 * @param acEvseStatus the state of the station and what it asks of the vehicle
 * @param evseNominalVoltage the nominal voltage of the grid; V
 * @param evseMaxCurrent the most current that the station allows per phase; A
 */
@ExiName("AC_EVSEChargeParameter")
@ExiType(namespace = Namespaces.ISO2_MSG_DATA_TYPES)
public record AcEvseChargeParameter(
    @ExiElement("AC_EVSEStatus") AcEvseStatus acEvseStatus,
    @ExiElement("EVSENominalVoltage") PhysicalValue evseNominalVoltage,
    @ExiElement("EVSEMaxCurrent") PhysicalValue evseMaxCurrent)
    implements EvseChargeParameter, V2gMessage {}
