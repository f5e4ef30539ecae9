package energy.ebbflow.iso15118.message.iso20.dc;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Response;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;

/**
 * DC_PreChargeRes. The station states its voltage.
 *
 * @param header what every message starts with
 * @param responseCode how the request went
 * @param evsePresentVoltage the voltage at the output; V
 */
@ExiName("DC_PreChargeRes")
@ExiType(namespace = Namespaces.ISO20_DC)
public record DcPreChargeResponse(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement(value = "ResponseCode", namespace = Namespaces.ISO20_COMMON_TYPES)
        ResponseCode responseCode,
    @ExiElement("EVSEPresentVoltage") RationalNumber evsePresentVoltage)
    implements Iso20Response {}
