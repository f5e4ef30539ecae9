package energy.ebbflow.iso15118.secc.din.state;

import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.ResponseCode;
import energy.ebbflow.iso15118.message.din.charge.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.din.loop.CurrentDemandRequest;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SeccEffect.VehicleState;
import energy.ebbflow.iso15118.secc.SeccTiming;
import energy.ebbflow.iso15118.secc.din.DinFailures;
import energy.ebbflow.iso15118.secc.din.DinOutcome;
import energy.ebbflow.iso15118.secc.din.DinReports;
import energy.ebbflow.iso15118.secc.din.DinState;
import energy.ebbflow.iso15118.secc.din.DinTurn;
import energy.ebbflow.iso15118.secc.din.VehicleErrors;
import energy.ebbflow.iso15118.secc.iso20.DcParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Energy flows: the vehicle says which current it wants, four times a second. The first request
 * starts the energy.
 *
 * @param started the first request has come
 */
public record CurrentDemand(boolean started) implements DinState {
  @Override
  public boolean expects(BodyElement request) {
    // [V2G-DC-462]: first a request for current; [V2G-DC-465]: then it may end.
    return request instanceof CurrentDemandRequest || request instanceof PowerDeliveryRequest;
  }

  @Override
  public DinOutcome on(BodyElement request, DinTurn turn) {
    return request instanceof PowerDeliveryRequest delivery
        ? Delivery.inLoop(delivery, turn)
        : demand((CurrentDemandRequest) request, turn);
  }

  @Override
  public boolean stoppable() {
    return false;
  }

  @Override
  public long patience(SeccTiming timing) {
    return timing.chargeLoopSequence();
  }

  private DinOutcome demand(CurrentDemandRequest request, DinTurn turn) {
    VehicleState vehicle = DinReports.report(request, turn.data().vehicle());
    Optional<String> wrong =
        VehicleErrors.objection(request.dcEvStatus())
            .or(() -> DcParameters.negativeLimit(vehicle))
            .or(() -> discharge(vehicle));
    if (wrong.isPresent()) {
      return new DinOutcome.Refuse(ResponseCode.FAILED, wrong.get());
    }
    if (!started && !(turn.view().contactorsClosed() && turn.view().pilotReady())) {
      return new DinOutcome.Refuse(
          ResponseCode.FAILED, "the contactors or the pilot opened before energy could flow");
    }
    List<SeccEffect> effects = new ArrayList<>();
    if (!vehicle.equals(turn.data().vehicle())) {
      effects.add(new SeccEffect.VehicleReport(vehicle));
    }
    if (!started) {
      effects.add(new SeccEffect.StartEnergyTransfer());
    }
    return new DinOutcome.Answer(
        DinFailures.currentDemand(ResponseCode.OK, turn),
        new CurrentDemand(true),
        turn.data().withVehicle(vehicle),
        effects);
  }

  /** DIN 70121 charges only. */
  private static Optional<String> discharge(VehicleState vehicle) {
    return vehicle
        .targetAmps()
        .filter(amps -> amps < 0)
        .map(amps -> "a current of " + amps + " A wanted, DIN 70121 has no discharge");
  }
}
