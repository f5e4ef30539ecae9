package energy.ebbflow.iso15118.message.iso2.charge;

import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.status.EvseStatus;

/**
 * PowerDeliveryRes. The station confirms.
 *
 * @param responseCode how the request went
 * @param evseStatus what the station asks of the vehicle
 */
@ExiName("PowerDeliveryRes")
@ExiType(namespace = Namespaces.ISO2_MSG_BODY)
public record PowerDeliveryResponse(
    @ExiElement("ResponseCode") ResponseCode responseCode, @ExiChoice EvseStatus evseStatus)
    implements BodyElement, V2gMessage {}
