package energy.ebbflow.iso15118.message.iso20.dc;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.Processing;

/**
 * DC_WeldingDetectionReq. The vehicle tests whether its contactors have opened.
 *
 * @param header what every message starts with
 * @param evProcessing whether the vehicle has finished
 */
@ExiName("DC_WeldingDetectionReq")
@ExiType(namespace = Namespaces.ISO20_DC)
public record DcWeldingDetectionRequest(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement("EVProcessing") Processing evProcessing)
    implements Iso20Request {}
