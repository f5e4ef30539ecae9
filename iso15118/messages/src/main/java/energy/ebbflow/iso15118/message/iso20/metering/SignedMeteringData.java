package energy.ebbflow.iso15118.message.iso20.metering;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiAttribute;
import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Hex;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.MeterInfo;
import energy.ebbflow.iso15118.message.iso20.Receipt;
import java.util.Optional;

/**
 * SignedMeteringData. A meter reading that the vehicle signs.
 *
 * @param id the name by which a signature refers to this element; at most 2048 characters (our
 *     limit)
 * @param sessionId the identifier of the session, given by the SECC; 0 in the first request,
 *     exactly 8 octets
 * @param meterInfo the meter reading
 * @param receipt what the energy cost so far
 * @param smdtControlMode one of Dynamic_SMDTControlMode, Scheduled_SMDTControlMode
 */
@ExiName("SignedMeteringData")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record SignedMeteringData(
    @ExiAttribute(value = "Id", namespace = Namespaces.ISO20_COMMON_MESSAGES) @Limit(2048)
        String id,
    @ExiElement("SessionID") @Hex @Length(min = 8, max = 8) Octets sessionId,
    @ExiElement("MeterInfo") MeterInfo meterInfo,
    @ExiElement("Receipt") Optional<Receipt> receipt,
    @ExiChoice SmdtControlMode smdtControlMode)
    implements V2gMessage {

  /** Checks the bounds that the schema sets. */
  public SignedMeteringData {
    Facets.length("Id", id, 0, 2048);
    Facets.length("SessionID", sessionId, 8, 8);
  }
}
