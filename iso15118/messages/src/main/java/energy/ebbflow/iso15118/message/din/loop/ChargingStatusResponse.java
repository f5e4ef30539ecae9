package energy.ebbflow.iso15118.message.din.loop;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Hex;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.MeterInfo;
import energy.ebbflow.iso15118.message.din.PhysicalValue;
import energy.ebbflow.iso15118.message.din.ResponseCode;
import energy.ebbflow.iso15118.message.din.status.AcEvseStatus;
import java.util.Optional;

/**
 * ChargingStatusRes. The station states what it allows now.
 *
 * @param responseCode how the request went
 * @param evseId the identifier of the EVSE, as the back office knows it; at most 32 octets
 * @param saScheduleTupleId the number of the schedule; -32768 to 32767
 * @param evseMaxCurrent the most current that the station allows per phase; A
 * @param meterInfo the meter reading
 * @param receiptRequired whether the vehicle has to sign the reading
 * @param acEvseStatus the state of the station and what it asks of the vehicle
 */
@ExiName("ChargingStatusRes")
@ExiType(namespace = Namespaces.DIN_MSG_BODY)
public record ChargingStatusResponse(
    @ExiElement("ResponseCode") ResponseCode responseCode,
    @ExiElement("EVSEID") @Hex @Length(max = 32) Octets evseId,
    @ExiElement("SAScheduleTupleID") @Range(min = Short.MIN_VALUE, max = Short.MAX_VALUE)
        int saScheduleTupleId,
    @ExiElement("EVSEMaxCurrent") Optional<PhysicalValue> evseMaxCurrent,
    @ExiElement("MeterInfo") Optional<MeterInfo> meterInfo,
    @ExiElement("ReceiptRequired") boolean receiptRequired,
    @ExiElement("AC_EVSEStatus") AcEvseStatus acEvseStatus)
    implements BodyElement, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public ChargingStatusResponse {
    Facets.length("EVSEID", evseId, 0, 32);
    Facets.range("SAScheduleTupleID", saScheduleTupleId, -32768, 32767);
  }
}
