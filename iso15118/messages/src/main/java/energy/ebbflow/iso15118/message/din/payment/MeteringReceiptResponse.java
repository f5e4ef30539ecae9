package energy.ebbflow.iso15118.message.din.payment;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.ResponseCode;
import energy.ebbflow.iso15118.message.din.status.AcEvseStatus;

/**
 * MeteringReceiptRes. The station confirms.
 *
 * @param responseCode how the request went
 * @param acEvseStatus the state of the station and what it asks of the vehicle
 */
@ExiName("MeteringReceiptRes")
@ExiType(namespace = Namespaces.DIN_MSG_BODY)
public record MeteringReceiptResponse(
    @ExiElement("ResponseCode") ResponseCode responseCode,
    @ExiElement("AC_EVSEStatus") AcEvseStatus acEvseStatus)
    implements BodyElement, V2gMessage {}
