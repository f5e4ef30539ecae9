package energy.ebbflow.iso15118.message.iso2.charge;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.PhysicalValue;
import energy.ebbflow.iso15118.message.iso2.status.DcEvseStatus;
import java.util.Optional;

/**
 * DC_EVSEChargeParameter: DC EVSE charge parameter.
 *
 * @param dcEvseStatus the state of the station and what it asks of the vehicle
 * @param evseMaximumCurrentLimit the station's maximum current limit; A
 * @param evseMaximumPowerLimit the station's maximum power limit; W
 * @param evseMaximumVoltageLimit the station's maximum voltage limit; V
 * @param evseMinimumCurrentLimit the station's minimum current limit; A
 * @param evseMinimumVoltageLimit the station's minimum voltage limit; V
 * @param evseCurrentRegulationTolerance the station's current regulation tolerance; A
 * @param evsePeakCurrentRipple the station's peak current ripple; A
 * @param evseEnergyToBeDelivered the station's energy to be delivered; Wh
 */
@ExiName("DC_EVSEChargeParameter")
@ExiType(namespace = Namespaces.ISO2_MSG_DATA_TYPES)
public record DcEvseChargeParameter(
    @ExiElement("DC_EVSEStatus") DcEvseStatus dcEvseStatus,
    @ExiElement("EVSEMaximumCurrentLimit") PhysicalValue evseMaximumCurrentLimit,
    @ExiElement("EVSEMaximumPowerLimit") PhysicalValue evseMaximumPowerLimit,
    @ExiElement("EVSEMaximumVoltageLimit") PhysicalValue evseMaximumVoltageLimit,
    @ExiElement("EVSEMinimumCurrentLimit") PhysicalValue evseMinimumCurrentLimit,
    @ExiElement("EVSEMinimumVoltageLimit") PhysicalValue evseMinimumVoltageLimit,
    @ExiElement("EVSECurrentRegulationTolerance")
        Optional<PhysicalValue> evseCurrentRegulationTolerance,
    @ExiElement("EVSEPeakCurrentRipple") PhysicalValue evsePeakCurrentRipple,
    @ExiElement("EVSEEnergyToBeDelivered") Optional<PhysicalValue> evseEnergyToBeDelivered)
    implements EvseChargeParameter, V2gMessage {}
