package energy.ebbflow.iso15118.message.iso20.ac;

import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.DisplayParameters;
import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.ac.control.AcClReqControlMode;
import java.util.Optional;

/**
 * AC_ChargeLoopReq. The vehicle states what it wants now.
 *
 * @param header what every message starts with
 * @param displayParameters what the vehicle shows its user
 * @param meterInfoRequested whether the response shall carry a meter reading
 * @param clReqControlMode what the vehicle wants, by control mode and direction of power
 */
@ExiName("AC_ChargeLoopReq")
@ExiType(namespace = Namespaces.ISO20_AC)
public record AcChargeLoopRequest(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement(value = "DisplayParameters", namespace = Namespaces.ISO20_COMMON_TYPES)
        Optional<DisplayParameters> displayParameters,
    @ExiElement(value = "MeterInfoRequested", namespace = Namespaces.ISO20_COMMON_TYPES)
        boolean meterInfoRequested,
    @ExiChoice AcClReqControlMode clReqControlMode)
    implements Iso20Request {}
