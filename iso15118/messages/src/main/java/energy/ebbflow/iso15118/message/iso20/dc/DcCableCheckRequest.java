package energy.ebbflow.iso15118.message.iso20.dc;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;

/**
 * DC_CableCheckReq. The vehicle asks for the insulation test of the cable.
 *
 * @param header what every message starts with
 */
@ExiName("DC_CableCheckReq")
@ExiType(namespace = Namespaces.ISO20_DC)
public record DcCableCheckRequest(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header)
    implements Iso20Request {}
