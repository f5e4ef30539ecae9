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
import java.util.Optional;

/**
 * CurrentDemandRes. The station states what it gives now.
 *
 * @param responseCode how the request went
 * @param dcEvseStatus the state of the station and what it asks of the vehicle
 * @param evsePresentVoltage the voltage at the output; V
 * @param evsePresentCurrent the current at the output; A
 * @param evseCurrentLimitAchieved whether the station works at its current limit
 * @param evseVoltageLimitAchieved whether the station works at its voltage limit
 * @param evsePowerLimitAchieved whether the station works at its power limit
 * @param evseMaximumVoltageLimit the highest voltage of the station; V
 * @param evseMaximumCurrentLimit the most current that the station gives; A
 * @param evseMaximumPowerLimit the most power that the station gives; W
 */
@ExiName("CurrentDemandRes")
@ExiType(namespace = Namespaces.DIN_MSG_BODY)
public record CurrentDemandResponse(
    @ExiElement("ResponseCode") ResponseCode responseCode,
    @ExiElement("DC_EVSEStatus") DcEvseStatus dcEvseStatus,
    @ExiElement("EVSEPresentVoltage") PhysicalValue evsePresentVoltage,
    @ExiElement("EVSEPresentCurrent") PhysicalValue evsePresentCurrent,
    @ExiElement("EVSECurrentLimitAchieved") boolean evseCurrentLimitAchieved,
    @ExiElement("EVSEVoltageLimitAchieved") boolean evseVoltageLimitAchieved,
    @ExiElement("EVSEPowerLimitAchieved") boolean evsePowerLimitAchieved,
    @ExiElement("EVSEMaximumVoltageLimit") Optional<PhysicalValue> evseMaximumVoltageLimit,
    @ExiElement("EVSEMaximumCurrentLimit") Optional<PhysicalValue> evseMaximumCurrentLimit,
    @ExiElement("EVSEMaximumPowerLimit") Optional<PhysicalValue> evseMaximumPowerLimit)
    implements BodyElement, V2gMessage {}
