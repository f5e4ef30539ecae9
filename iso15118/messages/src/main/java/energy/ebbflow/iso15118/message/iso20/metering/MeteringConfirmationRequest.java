package energy.ebbflow.iso15118.message.iso20.metering;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;

/**
 * MeteringConfirmationReq. The vehicle signs the meter reading.
 *
 * @param header what every message starts with
 * @param signedMeteringData the meter reading that is signed
 */
@ExiName("MeteringConfirmationReq")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record MeteringConfirmationRequest(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement("SignedMeteringData") SignedMeteringData signedMeteringData)
    implements Iso20Request {}
