package energy.ebbflow.iso15118.message.iso20.dc;

import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.DisplayParameters;
import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.dc.control.DcClReqControlMode;
import java.util.Optional;

/**
 * DC_ChargeLoopReq. The vehicle states what it wants now.
 *
 * @param header what every message starts with
 * @param displayParameters what the vehicle shows its user
 * @param meterInfoRequested whether the response shall carry a meter reading
 * @param evPresentVoltage the voltage at the inlet; V
 * @param clReqControlMode what the vehicle wants, by control mode and direction of power
 */
@ExiName("DC_ChargeLoopReq")
@ExiType(namespace = Namespaces.ISO20_DC)
public record DcChargeLoopRequest(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement(value = "DisplayParameters", namespace = Namespaces.ISO20_COMMON_TYPES)
        Optional<DisplayParameters> displayParameters,
    @ExiElement(value = "MeterInfoRequested", namespace = Namespaces.ISO20_COMMON_TYPES)
        boolean meterInfoRequested,
    @ExiElement("EVPresentVoltage") RationalNumber evPresentVoltage,
    @ExiChoice DcClReqControlMode clReqControlMode)
    implements Iso20Request {}
