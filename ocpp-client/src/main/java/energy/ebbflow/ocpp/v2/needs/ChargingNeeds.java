package energy.ebbflow.ocpp.v2.needs;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.SinceV21;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Energy transfer, mobility needs and limits of one vehicle. */
public record ChargingNeeds(
    Optional<AcChargingParameters> acChargingParameters,
    @SinceV21 Optional<DerChargingParameters> derChargingParameters,
    @SinceV21 Optional<EvEnergyOffer> evEnergyOffer,
    EnergyTransferMode requestedEnergyTransfer,
    Optional<DcChargingParameters> dcChargingParameters,
    @SinceV21 Optional<V2xChargingParameters> v2xChargingParameters,
    @SinceV21 @Items @AbsentIfEmpty List<EnergyTransferMode> availableEnergyTransfer,
    @SinceV21 Optional<ControlMode> controlMode,
    @SinceV21 Optional<MobilityNeedsMode> mobilityNeedsMode,
    Optional<Instant> departureTime) {
  public ChargingNeeds {
    availableEnergyTransfer = List.copyOf(availableEnergyTransfer);
  }
}
