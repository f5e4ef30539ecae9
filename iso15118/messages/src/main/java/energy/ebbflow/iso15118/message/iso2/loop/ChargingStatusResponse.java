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
import energy.ebbflow.iso15118.message.iso2.status.AcEvseStatus;
import java.util.Optional;

/**
 * ChargingStatusRes. The station states what it allows now.
 *
 * @param responseCode how the request went
 * @param evseId the identifier of the EVSE, as the back office knows it; 7 to 37 characters
 * @param saScheduleTupleId the number of the schedule; 1 to 255
 * @param evseMaxCurrent the most current that the station allows per phase; A
 * @param meterInfo the meter reading
 * @param receiptRequired whether the vehicle has to sign the reading
 * @param acEvseStatus the state of the station and what it asks of the vehicle
 */
@ExiName("ChargingStatusRes")
@ExiType(namespace = Namespaces.ISO2_MSG_BODY)
public record ChargingStatusResponse(
    @ExiElement("ResponseCode") ResponseCode responseCode,
    @ExiElement("EVSEID") @Length(min = 7, max = 37) String evseId,
    @ExiElement("SAScheduleTupleID") @Range(min = 1, max = 255) int saScheduleTupleId,
    @ExiElement("EVSEMaxCurrent") Optional<PhysicalValue> evseMaxCurrent,
    @ExiElement("MeterInfo") Optional<MeterInfo> meterInfo,
    @ExiElement("ReceiptRequired") Optional<Boolean> receiptRequired,
    @ExiElement("AC_EVSEStatus") AcEvseStatus acEvseStatus)
    implements BodyElement, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public ChargingStatusResponse {
    Facets.length("EVSEID", evseId, 7, 37);
    Facets.range("SAScheduleTupleID", saScheduleTupleId, 1, 255);
  }
}
