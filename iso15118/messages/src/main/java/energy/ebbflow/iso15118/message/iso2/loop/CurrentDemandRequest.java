package energy.ebbflow.iso15118.message.iso2.loop;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.PhysicalValue;
import energy.ebbflow.iso15118.message.iso2.status.DcEvStatus;
import java.util.Optional;

/**
 * CurrentDemandReq. The vehicle states the current that it wants now.
 *
 * @param dcEvStatus the state of the vehicle
 * @param evTargetCurrent the current that the vehicle wants; A
 * @param evMaximumVoltageLimit the voltage that the vehicle must not exceed; V
 * @param evMaximumCurrentLimit the most current that the vehicle takes; A
 * @param evMaximumPowerLimit the most power that the vehicle takes; W
 * @param bulkChargingComplete whether the fast part of charging is finished
 * @param chargingComplete whether the vehicle regards charging as finished
 * @param remainingTimeToFullSoc time until the battery is full; s
 * @param remainingTimeToBulkSoc time until the fast part is finished; s
 * @param evTargetVoltage the voltage that the vehicle wants; V
 */
@ExiName("CurrentDemandReq")
@ExiType(namespace = Namespaces.ISO2_MSG_BODY)
public record CurrentDemandRequest(
    @ExiElement("DC_EVStatus") DcEvStatus dcEvStatus,
    @ExiElement("EVTargetCurrent") PhysicalValue evTargetCurrent,
    @ExiElement("EVMaximumVoltageLimit") Optional<PhysicalValue> evMaximumVoltageLimit,
    @ExiElement("EVMaximumCurrentLimit") Optional<PhysicalValue> evMaximumCurrentLimit,
    @ExiElement("EVMaximumPowerLimit") Optional<PhysicalValue> evMaximumPowerLimit,
    @ExiElement("BulkChargingComplete") Optional<Boolean> bulkChargingComplete,
    @ExiElement("ChargingComplete") boolean chargingComplete,
    @ExiElement("RemainingTimeToFullSoC") Optional<PhysicalValue> remainingTimeToFullSoc,
    @ExiElement("RemainingTimeToBulkSoC") Optional<PhysicalValue> remainingTimeToBulkSoc,
    @ExiElement("EVTargetVoltage") PhysicalValue evTargetVoltage)
    implements BodyElement, V2gMessage {}
