package energy.ebbflow.iso15118.secc.iso2.state;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.EvseProcessing;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeParameterDiscoveryResponse;
import energy.ebbflow.iso15118.message.iso2.charge.DcEvChargeParameter;
import energy.ebbflow.iso15118.message.iso2.schedule.SaSchedules;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SeccEffect.VehicleState;
import energy.ebbflow.iso15118.secc.extension.Iso2Dialect;
import energy.ebbflow.iso15118.secc.extension.Iso2Dialect.Verdict;
import energy.ebbflow.iso15118.secc.iso2.Iso2Data;
import energy.ebbflow.iso15118.secc.iso2.Iso2Offers;
import energy.ebbflow.iso15118.secc.iso2.Iso2Outcome;
import energy.ebbflow.iso15118.secc.iso2.Iso2Pause;
import energy.ebbflow.iso15118.secc.iso2.Iso2Reports;
import energy.ebbflow.iso15118.secc.iso2.Iso2State;
import energy.ebbflow.iso15118.secc.iso2.Iso2Timing;
import energy.ebbflow.iso15118.secc.iso2.Iso2Turn;
import energy.ebbflow.iso15118.secc.iso2.schedule.Schedules;
import energy.ebbflow.iso15118.secc.iso20.DcParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The user is known; limits and schedules are exchanged. While the station's plan is on its way the
 * vehicle is told to ask again.
 *
 * @param renegotiating energy has flowed already: the kind of current stands
 * @param waitNanos when the plan is no longer waited for; empty before the first request
 */
public record AwaitChargeParameters(boolean renegotiating, OptionalLong waitNanos)
    implements Iso2State {
  static AwaitChargeParameters first() {
    return new AwaitChargeParameters(false, OptionalLong.empty());
  }

  static AwaitChargeParameters again() {
    return new AwaitChargeParameters(true, OptionalLong.empty());
  }

  @Override
  public boolean expects(BodyElement request) {
    return request instanceof ChargeParameterDiscoveryRequest;
  }

  @Override
  public Iso2Outcome on(BodyElement message, Iso2Turn turn) {
    ChargeParameterDiscoveryRequest request = (ChargeParameterDiscoveryRequest) message;
    boolean dc = Iso2Offers.isDc(request.requestedEnergyTransferMode());
    if (!Iso2Offers.modes(turn.config()).contains(request.requestedEnergyTransferMode())
        || settled(turn.data()).filter(kind -> kind != dc).isPresent()) {
      return new Iso2Outcome.Refuse(
          ResponseCode.FAILED_WRONG_ENERGY_TRANSFER_MODE,
          request.requestedEnergyTransferMode() + " wanted, which is not possible here");
    }
    if (dc != request.evChargeParameter() instanceof DcEvChargeParameter) {
      return new Iso2Outcome.Refuse(
          ResponseCode.FAILED_WRONG_CHARGE_PARAMETER,
          "charge parameters do not belong to " + request.requestedEnergyTransferMode());
    }
    VehicleState report = Iso2Reports.report(request.evChargeParameter(), turn.config().ac());
    Optional<Iso2Dialect> dialect = turn.data().dialect();
    if (dialect.isEmpty() || !(request.evChargeParameter() instanceof DcEvChargeParameter said)) {
      return settle(request, dc, report, turn.data(), turn);
    }
    return switch (dialect.get().parameters(said, report, turn.view())) {
      case Verdict.Accepted accepted ->
          settle(request, true, accepted.state(), turn.data().speaking(accepted.next()), turn);
      case Verdict.Again again ->
          ongoing(
              turn,
              turn.data().speaking(again.next()).withParameters(true, turn.data().vehicle()),
              List.of());
      case Verdict.Refused refused -> new Iso2Outcome.Refuse(refused.code(), refused.reason());
    };
  }

  /** The kind of current that may not change: of the energy that flowed, or of an extension. */
  private Optional<Boolean> settled(Iso2Data data) {
    if (renegotiating) {
      return Optional.of(data.dc());
    }
    return data.dialect().isPresent() ? Optional.of(true) : data.joined().map(Iso2Pause::dc);
  }

  private Iso2Outcome settle(
      ChargeParameterDiscoveryRequest request,
      boolean dc,
      VehicleState said,
      Iso2Data data,
      Iso2Turn turn) {
    // The contactors of a DC vehicle stay closed: it asks for no current before its loop goes on.
    VehicleState vehicle = dc && renegotiating ? said.resting() : said;
    Optional<String> wrong =
        dc
            ? DcParameters.objection(vehicle, turn.view().envelope())
            : DcParameters.negativeLimit(vehicle);
    if (wrong.isPresent()) {
      return new Iso2Outcome.Refuse(ResponseCode.FAILED_WRONG_CHARGE_PARAMETER, wrong.get());
    }
    List<SeccEffect> effects = new ArrayList<>();
    boolean first = waitNanos.isEmpty();
    if (first && !renegotiating) {
      effects.add(selected(dc, data));
    }
    if (first || !vehicle.equals(data.vehicle())) {
      effects.add(new SeccEffect.VehicleReport(vehicle));
    }
    Iso2Data known = data.withParameters(dc, vehicle);
    if (turn.view().outlook().planPending()
        && !(waitNanos.isPresent() && turn.reached(waitNanos.getAsLong()))) {
      return ongoing(turn, known, effects);
    }
    Schedules schedules =
        Schedules.of(turn.view(), vehicle.departureSeconds(), request.maxEntriesSaScheduleTuple());
    Iso2Data offered = known.withAgreement(known.agreement().offering(schedules));
    return new Iso2Outcome.Answer(
        response(
            new Iso2Turn(turn.config(), offered, turn.view(), turn.nowNanos()),
            EvseProcessing.FINISHED,
            Optional.of(schedules.list())),
        next(dc),
        offered,
        effects);
  }

  /** The vehicle shall ask again. */
  private Iso2Outcome ongoing(Iso2Turn turn, Iso2Data data, List<SeccEffect> effects) {
    return new Iso2Outcome.Answer(
        response(
            new Iso2Turn(turn.config(), data, turn.view(), turn.nowNanos()),
            EvseProcessing.ONGOING,
            Optional.empty()),
        new AwaitChargeParameters(
            renegotiating,
            effects.isEmpty() && waitNanos.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(waitNanos.orElse(turn.in(Iso2Timing.PLAN_WAIT)))),
        data,
        effects);
  }

  private static ChargeParameterDiscoveryResponse response(
      Iso2Turn turn, EvseProcessing processing, Optional<SaSchedules> schedules) {
    return new ChargeParameterDiscoveryResponse(
        ResponseCode.OK, processing, schedules, Iso2Offers.parameters(turn, turn.data().dc()));
  }

  private static SeccEffect selected(boolean dc, Iso2Data data) {
    return data.dialect()
        .<SeccEffect>map(
            dialect ->
                new SeccEffect.ServiceSelected(dialect.service(), dialect.bidirectional(), false))
        .orElseGet(() -> new SeccEffect.ServiceSelected(dc ? "DC" : "AC", false, false));
  }

  private Iso2State next(boolean dc) {
    if (!dc) {
      return new AwaitPowerDelivery(renegotiating);
    }
    return renegotiating ? new AwaitDcRestart() : AwaitCableCheck.first();
  }

  @Override
  public boolean stoppable() {
    return !renegotiating;
  }
}
