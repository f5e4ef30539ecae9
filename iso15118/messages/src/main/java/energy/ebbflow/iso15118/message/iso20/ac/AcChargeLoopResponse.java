package energy.ebbflow.iso15118.message.iso20.ac;

import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.EvseStatus;
import energy.ebbflow.iso15118.message.iso20.Iso20Response;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.MeterInfo;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.Receipt;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.ac.control.AcClResControlMode;
import java.util.Optional;

/**
 * AC_ChargeLoopRes. The station states what it gives now.
 *
 * @param header what every message starts with
 * @param responseCode how the request went
 * @param evseStatus what the station asks of the vehicle
 * @param meterInfo the meter reading
 * @param receipt what the energy cost so far
 * @param evseTargetFrequency the frequency to hold; Hz
 * @param clResControlMode what the station allows, by control mode and direction of power
 */
@ExiName("AC_ChargeLoopRes")
@ExiType(namespace = Namespaces.ISO20_AC)
public record AcChargeLoopResponse(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement(value = "ResponseCode", namespace = Namespaces.ISO20_COMMON_TYPES)
        ResponseCode responseCode,
    @ExiElement(value = "EVSEStatus", namespace = Namespaces.ISO20_COMMON_TYPES)
        Optional<EvseStatus> evseStatus,
    @ExiElement(value = "MeterInfo", namespace = Namespaces.ISO20_COMMON_TYPES)
        Optional<MeterInfo> meterInfo,
    @ExiElement(value = "Receipt", namespace = Namespaces.ISO20_COMMON_TYPES)
        Optional<Receipt> receipt,
    @ExiElement("EVSETargetFrequency") Optional<RationalNumber> evseTargetFrequency,
    @ExiChoice AcClResControlMode clResControlMode)
    implements Iso20Response {}
