package energy.ebbflow.iso15118.secc.iso2.state;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso2.loop.CurrentDemandRequest;
import energy.ebbflow.iso15118.message.iso2.loop.CurrentDemandResponse;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SeccEffect.VehicleState;
import energy.ebbflow.iso15118.secc.SeccTiming;
import energy.ebbflow.iso15118.secc.extension.Iso2Dialect;
import energy.ebbflow.iso15118.secc.extension.Iso2Dialect.Verdict;
import energy.ebbflow.iso15118.secc.iso2.Iso2Data;
import energy.ebbflow.iso15118.secc.iso2.Iso2Outcome;
import energy.ebbflow.iso15118.secc.iso2.Iso2Reports;
import energy.ebbflow.iso15118.secc.iso2.Iso2State;
import energy.ebbflow.iso15118.secc.iso2.Iso2Turn;
import energy.ebbflow.iso15118.secc.iso2.LoopAnswers;
import energy.ebbflow.iso15118.secc.iso2.LoopPass;
import energy.ebbflow.iso15118.secc.iso2.VehicleErrors;
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
    Optional<String> failed = VehicleErrors.objection(request.dcEvStatus());
    if (failed.isPresent()) {
      return new Iso2Outcome.Refuse(ResponseCode.FAILED, failed.get());
    }
    VehicleState before = turn.data().vehicle();
    VehicleState report = Iso2Reports.report(request, before);
    Optional<Iso2Dialect> dialect = turn.data().dialect();
    if (dialect.isEmpty()) {
      Optional<Double> negative = report.targetAmps().filter(amps -> amps < 0);
      // Without an extension that was negotiated, -2 charges only.
      return negative.isPresent()
          ? new Iso2Outcome.Refuse(
              ResponseCode.FAILED,
              "a current of " + negative.get() + " A wanted, discharge was not agreed")
          : accept(turn.data(), report, turn);
    }
    return switch (dialect.get().demand(request, report, before, turn.view())) {
      case Verdict.Accepted accepted ->
          accept(turn.data().speaking(accepted.next()), accepted.state(), turn);
      case Verdict.Again again -> accept(turn.data().speaking(again.next()), before, turn);
      case Verdict.Refused refused -> new Iso2Outcome.Refuse(refused.code(), refused.reason());
    };
  }

  private Iso2Outcome accept(Iso2Data data, VehicleState vehicle, Iso2Turn turn) {
    Optional<String> wrong = DcParameters.negativeLimit(vehicle);
    if (wrong.isPresent()) {
      return new Iso2Outcome.Refuse(ResponseCode.FAILED, wrong.get());
    }
    if (!started && !(turn.view().contactorsClosed() && turn.view().pilotReady())) {
      return new Iso2Outcome.Refuse(
          ResponseCode.FAILED, "the contactors or the pilot opened before energy could flow");
    }
    return answer(data.withVehicle(vehicle), turn);
  }

  private Iso2Outcome answer(Iso2Data data, Iso2Turn turn) {
    Iso2Turn now = new Iso2Turn(turn.config(), data, turn.view(), turn.nowNanos());
    LoopPass pass = LoopPass.of(now);
    List<SeccEffect> effects = new ArrayList<>();
    if (!data.vehicle().equals(turn.data().vehicle())) {
      effects.add(new SeccEffect.VehicleReport(data.vehicle()));
    }
    if (!started) {
      effects.add(new SeccEffect.StartEnergyTransfer());
    }
    effects.addAll(pass.effects());
    CurrentDemandResponse response = LoopAnswers.demand(now, pass.notification(), pass.receipt());
    CurrentDemand loop = new CurrentDemand(true);
    return new Iso2Outcome.Answer(
        response,
        pass.receipt() ? AwaitMeteringReceipt.of(loop, response.meterInfo()) : loop,
        data.withLoop(pass.memory()),
        effects);
  }
}
