package energy.ebbflow.iso15118.message.iso2.charge;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.BodyElement;
import java.util.Optional;

/**
 * PowerDeliveryReq. The vehicle asks to start, stop or rest the power.
 *
 * @param chargeProgress whether power shall start, stop, rest, or be scheduled anew
 * @param saScheduleTupleId the number of the schedule; 1 to 255
 * @param chargingProfile the power that the vehicle plans
 * @param evPowerDeliveryParameter the state of the vehicle
 */
@ExiName("PowerDeliveryReq")
@ExiType(namespace = Namespaces.ISO2_MSG_BODY)
public record PowerDeliveryRequest(
    @ExiElement("ChargeProgress") ChargeProgress chargeProgress,
    @ExiElement("SAScheduleTupleID") @Range(min = 1, max = 255) int saScheduleTupleId,
    @ExiElement("ChargingProfile") Optional<ChargingProfile> chargingProfile,
    @ExiChoice Optional<EvPowerDeliveryParameter> evPowerDeliveryParameter)
    implements BodyElement, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public PowerDeliveryRequest {
    Facets.range("SAScheduleTupleID", saScheduleTupleId, 1, 255);
  }
}
