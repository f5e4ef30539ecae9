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
 * DC_EVSEChargeParameter. The station's limits for DC.
 *
 * @param dcEvseStatus the state of the station and what it asks of the vehicle
 * @param evseMaximumCurrentLimit the most current that the station gives; A
 * @param evseMaximumPowerLimit the most power that the station gives; W
 * @param evseMaximumVoltageLimit the highest voltage of the station; V
 * @param evseMinimumCurrentLimit the least current that the station gives; A
 * @param evseMinimumVoltageLimit the lowest voltage of the station; V
 * @param evseCurrentRegulationTolerance how exactly the station holds the current; A
 * @param evsePeakCurrentRipple the ripple of the current, peak to peak; A
 * @param evseEnergyToBeDelivered energy that the station can give; Wh
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
