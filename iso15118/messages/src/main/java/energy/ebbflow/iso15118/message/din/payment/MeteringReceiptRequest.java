package energy.ebbflow.iso15118.message.din.payment;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiAttribute;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Hex;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.MeterInfo;
import java.util.Optional;

/**
 * MeteringReceiptReq. The vehicle signs the meter reading.
 *
 * @param id the name by which a signature refers to this element; at most 2048 characters (our
 *     limit)
 * @param sessionId the identifier of the session, given by the SECC; 0 in the first request, at
 *     most 8 octets
 * @param saScheduleTupleId the number of the schedule; -32768 to 32767
 * @param meterInfo the meter reading
 */
@ExiName("MeteringReceiptReq")
@ExiType(namespace = Namespaces.DIN_MSG_BODY)
public record MeteringReceiptRequest(
    @ExiAttribute("Id") @Limit(2048) Optional<String> id,
    @ExiElement("SessionID") @Hex @Length(max = 8) Octets sessionId,
    @ExiElement("SAScheduleTupleID") @Range(min = Short.MIN_VALUE, max = Short.MAX_VALUE)
        Optional<Integer> saScheduleTupleId,
    @ExiElement("MeterInfo") MeterInfo meterInfo)
    implements BodyElement, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public MeteringReceiptRequest {
    Facets.length("Id", id, 0, 2048);
    Facets.length("SessionID", sessionId, 0, 8);
    Facets.range("SAScheduleTupleID", saScheduleTupleId, -32768, 32767);
  }
}
