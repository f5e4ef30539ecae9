package energy.ebbflow.iso15118.secc.iso2.state;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso2.loop.CurrentDemandRequest;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SeccEffect.VehicleState;
import energy.ebbflow.iso15118.secc.SeccTiming;
import energy.ebbflow.iso15118.secc.iso2.Iso2Failures;
import energy.ebbflow.iso15118.secc.iso2.Iso2Outcome;
import energy.ebbflow.iso15118.secc.iso2.Iso2Reports;
import energy.ebbflow.iso15118.secc.iso2.Iso2State;
import energy.ebbflow.iso15118.secc.iso2.Iso2Turn;
import energy.ebbflow.iso15118.secc.iso20.DcParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * DC energy flows: the vehicle says which current it wants, four times a second. The first request
 * starts the energy.
 *
 * @param started the first request has come
 */
public record CurrentDemand(boolean started) implements Iso2State {
  @Override
  public boolean expects(BodyElement request) {
    return request instanceof CurrentDemandRequest || request instanceof PowerDeliveryRequest;
  }

  @Override
  public Iso2Outcome on(BodyElement request, Iso2Turn turn) {
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

  private Iso2Outcome demand(CurrentDemandRequest request, Iso2Turn turn) {
    VehicleState vehicle = Iso2Reports.report(request, turn.data().vehicle());
    Optional<String> wrong =
        DcParameters.negativeLimit(vehicle)
            .or(
                () ->
                    // Without an extension that was negotiated, -2 charges only.
                    vehicle
                        .targetAmps()
                        .filter(amps -> amps < 0)
                        .map(
                            amps ->
                                "a current of " + amps + " A wanted, discharge was not agreed"));
    if (wrong.isPresent()) {
      return new Iso2Outcome.Refuse(ResponseCode.FAILED, wrong.get());
    }
    if (!started && !(turn.view().contactorsClosed() && turn.view().pilotReady())) {
      return new Iso2Outcome.Refuse(
          ResponseCode.FAILED, "the contactors or the pilot opened before energy could flow");
    }
    List<SeccEffect> effects = new ArrayList<>();
    if (!vehicle.equals(turn.data().vehicle())) {
      effects.add(new SeccEffect.VehicleReport(vehicle));
    }
    if (!started) {
      effects.add(new SeccEffect.StartEnergyTransfer());
    }
    return new Iso2Outcome.Answer(
        Iso2Failures.currentDemand(ResponseCode.OK, turn, true),
        new CurrentDemand(true),
        turn.data().withVehicle(vehicle),
        effects);
  }
}
