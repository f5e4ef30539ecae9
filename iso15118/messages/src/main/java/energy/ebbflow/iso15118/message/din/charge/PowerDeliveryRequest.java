package energy.ebbflow.iso15118.message.din.charge;

import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.din.BodyElement;
import java.util.Optional;

/**
 * PowerDeliveryReq. The vehicle asks to start, stop or rest the power.
 *
 * @param readyToChargeState whether power shall start, or stop
 * @param chargingProfile the power that the vehicle plans
 * @param evPowerDeliveryParameter the state of the vehicle
 */
@ExiName("PowerDeliveryReq")
@ExiType(namespace = Namespaces.DIN_MSG_BODY)
public record PowerDeliveryRequest(
    @ExiElement("ReadyToChargeState") boolean readyToChargeState,
    @ExiElement("ChargingProfile") Optional<ChargingProfile> chargingProfile,
    @ExiChoice Optional<EvPowerDeliveryParameter> evPowerDeliveryParameter)
    implements BodyElement, V2gMessage {}
