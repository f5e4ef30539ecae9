package energy.ebbflow.iso15118.message.din.charge;

import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.ResponseCode;
import energy.ebbflow.iso15118.message.din.status.EvseStatus;

/**
 * PowerDeliveryRes. The station confirms.
 *
 * @param responseCode how the request went
 * @param evseStatus what the station asks of the vehicle
 */
@ExiName("PowerDeliveryRes")
@ExiType(namespace = Namespaces.DIN_MSG_BODY)
public record PowerDeliveryResponse(
    @ExiElement("ResponseCode") ResponseCode responseCode, @ExiChoice EvseStatus evseStatus)
    implements BodyElement, V2gMessage {}
