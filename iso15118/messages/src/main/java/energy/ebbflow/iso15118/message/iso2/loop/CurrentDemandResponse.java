package energy.ebbflow.iso15118.message.iso2.loop;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.MeterInfo;
import energy.ebbflow.iso15118.message.iso2.PhysicalValue;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.status.DcEvseStatus;
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
 * @param evseId the identifier of the EVSE, as the back office knows it; 7 to 37 characters
 * @param saScheduleTupleId the number of the schedule; 1 to 255
 * @param meterInfo the meter reading
 * @param receiptRequired whether the vehicle has to sign the reading
 */
@ExiName("CurrentDemandRes")
@ExiType(namespace = Namespaces.ISO2_MSG_BODY)
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
    @ExiElement("EVSEMaximumPowerLimit") Optional<PhysicalValue> evseMaximumPowerLimit,
    @ExiElement("EVSEID") @Length(min = 7, max = 37) String evseId,
    @ExiElement("SAScheduleTupleID") @Range(min = 1, max = 255) int saScheduleTupleId,
    @ExiElement("MeterInfo") Optional<MeterInfo> meterInfo,
    @ExiElement("ReceiptRequired") Optional<Boolean> receiptRequired)
    implements BodyElement, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public CurrentDemandResponse {
    Facets.length("EVSEID", evseId, 7, 37);
    Facets.range("SAScheduleTupleID", saScheduleTupleId, 1, 255);
  }
}
