package energy.ebbflow.iso15118.message.iso20.parking;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Unsigned;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;

/**
 * VehicleCheckOutReq. The vehicle announces that it leaves.
 *
 * @param header what every message starts with
 * @param evCheckOutStatus how far the vehicle has come out
 * @param checkOutTime when the vehicle leaves; seconds since 1970-01-01 UTC, unsigned
 */
@ExiName("VehicleCheckOutReq")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record VehicleCheckOutRequest(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement("EVCheckOutStatus") EvCheckOutStatus evCheckOutStatus,
    @ExiElement("CheckOutTime") @Unsigned long checkOutTime)
    implements Iso20Request {}
