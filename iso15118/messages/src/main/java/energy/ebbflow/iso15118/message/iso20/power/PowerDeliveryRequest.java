package energy.ebbflow.iso15118.message.iso20.power;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.Processing;
import java.util.Optional;

/**
 * PowerDeliveryReq. The vehicle asks to start, stop or rest the power.
 *
 * @param header what every message starts with
 * @param evProcessing whether the vehicle has finished
 * @param chargeProgress whether power shall start, stop, rest, or be scheduled anew
 * @param evPowerProfile the power that the vehicle plans
 * @param bptChannelSelection the direction that the vehicle wants first
 */
@ExiName("PowerDeliveryReq")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record PowerDeliveryRequest(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement("EVProcessing") Processing evProcessing,
    @ExiElement("ChargeProgress") ChargeProgress chargeProgress,
    @ExiElement("EVPowerProfile") Optional<EvPowerProfile> evPowerProfile,
    @ExiElement("BPT_ChannelSelection") Optional<ChannelSelection> bptChannelSelection)
    implements Iso20Request {}
