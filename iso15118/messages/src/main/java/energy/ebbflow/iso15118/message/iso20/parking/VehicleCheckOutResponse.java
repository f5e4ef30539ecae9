package energy.ebbflow.iso15118.message.iso20.parking;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Response;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;

/**
 * VehicleCheckOutRes. The station says whether it may.
 *
 * @param header what every message starts with
 * @param responseCode how the request went
 * @param evseCheckOutStatus how far the check-out has come
 */
@ExiName("VehicleCheckOutRes")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record VehicleCheckOutResponse(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement(value = "ResponseCode", namespace = Namespaces.ISO20_COMMON_TYPES)
        ResponseCode responseCode,
    @ExiElement("EVSECheckOutStatus") EvseCheckOutStatus evseCheckOutStatus)
    implements Iso20Response {}
