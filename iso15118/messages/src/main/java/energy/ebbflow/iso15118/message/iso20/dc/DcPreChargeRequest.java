package energy.ebbflow.iso15118.message.iso20.dc;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;

/**
 * DC_PreChargeReq. The vehicle asks to match the voltage of its battery.
 *
 * @param header what every message starts with
 * @param evProcessing whether the vehicle has finished
 * @param evPresentVoltage the voltage at the inlet; V
 * @param evTargetVoltage the voltage that the vehicle wants; V
 */
@ExiName("DC_PreChargeReq")
@ExiType(namespace = Namespaces.ISO20_DC)
public record DcPreChargeRequest(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement("EVProcessing") Processing evProcessing,
    @ExiElement("EVPresentVoltage") RationalNumber evPresentVoltage,
    @ExiElement("EVTargetVoltage") RationalNumber evTargetVoltage)
    implements Iso20Request {}
