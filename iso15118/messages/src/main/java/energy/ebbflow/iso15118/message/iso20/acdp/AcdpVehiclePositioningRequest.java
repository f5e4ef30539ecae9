package energy.ebbflow.iso15118.message.iso20.acdp;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;

/**
 * ACDP_VehiclePositioningReq. The vehicle reports whether it moves.
 *
 * @param header what every message starts with
 * @param evMobilityStatus whether the vehicle can move
 * @param evPositioningSupport whether the vehicle can be guided
 */
@ExiName("ACDP_VehiclePositioningReq")
@ExiType(namespace = Namespaces.ISO20_ACDP)
public record AcdpVehiclePositioningRequest(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement("EVMobilityStatus") boolean evMobilityStatus,
    @ExiElement("EVPositioningSupport") boolean evPositioningSupport)
    implements Iso20Request {}
