package energy.ebbflow.iso15118.message.iso20.power;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.EvseStatus;
import energy.ebbflow.iso15118.message.iso20.Iso20Response;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import java.util.Optional;

/**
 * PowerDeliveryRes. The station confirms.
 *
 * @param header what every message starts with
 * @param responseCode how the request went
 * @param evseStatus what the station asks of the vehicle
 */
@ExiName("PowerDeliveryRes")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record PowerDeliveryResponse(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement(value = "ResponseCode", namespace = Namespaces.ISO20_COMMON_TYPES)
        ResponseCode responseCode,
    @ExiElement("EVSEStatus") Optional<EvseStatus> evseStatus)
    implements Iso20Response {}
