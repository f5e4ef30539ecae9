package energy.ebbflow.iso15118.secc.iso2.state;

import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.charge.DcEvPowerDeliveryParameter;
import energy.ebbflow.iso15118.message.iso2.charge.EvPowerDeliveryParameter;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryResponse;
import energy.ebbflow.iso15118.secc.EvseView.Authorisation;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SeccEffect.VehicleState;
import energy.ebbflow.iso15118.secc.SeccTiming;
import energy.ebbflow.iso15118.secc.VehicleWord;
import energy.ebbflow.iso15118.secc.iso2.Iso2Data;
import energy.ebbflow.iso15118.secc.iso2.Iso2Outcome;
import energy.ebbflow.iso15118.secc.iso2.Iso2State;
import energy.ebbflow.iso15118.secc.iso2.Iso2Turn;
import energy.ebbflow.iso15118.secc.iso2.LoopPass;
import energy.ebbflow.iso15118.secc.iso2.Statuses;
import energy.ebbflow.iso15118.secc.iso2.VehicleErrors;
import energy.ebbflow.iso15118.secc.iso2.schedule.Agreement;
import energy.ebbflow.iso15118.secc.iso2.schedule.OfferedSchedule;
import java.util.List;
import java.util.Optional;

/** PowerDeliveryReq in its two places: before the loop, and within it. */
final class Delivery {
  private Delivery() {}

  static Iso2Outcome beforeLoop(
      PowerDeliveryRequest request, Iso2Turn turn, boolean renegotiating) {
    return switch (request.chargeProgress()) {
      case START -> start(request, turn, renegotiating);
      case STOP -> stop(turn, "the vehicle stopped before the start of power");
      case RENEGOTIATE ->
          new Iso2Outcome.Refuse(
              ResponseCode.FAILED_SEQUENCE_ERROR, "a renegotiation belongs into the loop");
    };
  }

  static Iso2Outcome inLoop(PowerDeliveryRequest request, Iso2Turn turn) {
    return switch (request.chargeProgress()) {
      case START ->
          new Iso2Outcome.Refuse(ResponseCode.FAILED_SEQUENCE_ERROR, "power is on already");
      case STOP -> stop(turn, "the vehicle ends the charging");
      case RENEGOTIATE -> renegotiate(turn);
    };
  }

  /**
   * The vehicle negotiates anew. A DC vehicle may take a minute for each of the next requests
   * [V2G2-443], and nothing says which current it would take meanwhile: none flows until it asks
   * for one again.
   */
  private static Iso2Outcome renegotiate(Iso2Turn turn) {
    Iso2Data answered = LoopPass.answered(turn);
    VehicleState resting = answered.vehicle().resting();
    return new Iso2Outcome.Answer(
        response(turn, ResponseCode.OK),
        AwaitChargeParameters.again(),
        answered.dc() ? answered.withVehicle(resting) : answered,
        answered.dc() ? List.of(new SeccEffect.VehicleReport(resting)) : List.of());
  }

  static PowerDeliveryResponse response(Iso2Turn turn, ResponseCode code) {
    return new PowerDeliveryResponse(code, Statuses.of(turn));
  }

  private static Iso2Outcome start(
      PowerDeliveryRequest request, Iso2Turn turn, boolean renegotiating) {
    Optional<Iso2Outcome> objection = objection(request, turn);
    if (objection.isPresent()) {
      return objection.get();
    }
    Optional<String> failed = request.evPowerDeliveryParameter().flatMap(Delivery::failure);
    if (failed.isPresent()) {
      return new Iso2Outcome.Refuse(ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED, failed.get());
    }
    if (turn.view().authorisation() != Authorisation.ACCEPTED) {
      // A second lock behind the sequence of states: no voltage without a user.
      return new Iso2Outcome.Refuse(
          ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED, "power start without an identified user");
    }
    Agreement agreement =
        turn.data().agreement().choosing(request.saScheduleTupleId(), request.chargingProfile());
    Iso2Data data = turn.data().withAgreement(agreement);
    SeccEffect chosen =
        new VehicleWord.ProfileChosen(
            Optional.of(agreement.chosen()),
            agreement.planVersion(),
            agreement.profile(),
            Optional.empty());
    if (data.dc() || renegotiating) {
      // The contactors are closed already: the answer may leave at once.
      return now(StartingPower.begin(turn, renegotiating), data, chosen, turn);
    }
    return new Iso2Outcome.Hold(
        StartingPower.begin(turn, false),
        data.withLive(true),
        List.of(chosen, new SeccEffect.StartEnergyTransfer()));
  }

  private static Optional<String> failure(EvPowerDeliveryParameter parameter) {
    return switch (parameter) {
      case DcEvPowerDeliveryParameter dc -> VehicleErrors.objection(dc.dcEvStatus());
    };
  }

  /** What a state comes to that is looked at in the step that enters it. */
  private static Iso2Outcome now(
      StartingPower starting, Iso2Data data, SeccEffect chosen, Iso2Turn turn) {
    Iso2Outcome first =
        starting.tick(new Iso2Turn(turn.config(), data, turn.view(), turn.nowNanos()));
    return switch (first) {
      case Iso2Outcome.Nothing nothing -> new Iso2Outcome.Hold(starting, data, List.of(chosen));
      case Iso2Outcome.Hold hold -> new Iso2Outcome.Hold(hold.next(), data, List.of(chosen));
      case Iso2Outcome.Answer answer ->
          new Iso2Outcome.Answer(answer.response(), answer.next(), answer.data(), List.of(chosen));
      case Iso2Outcome.Refuse refuse -> refuse;
    };
  }

  private static Iso2Outcome stop(Iso2Turn turn, String reason) {
    Iso2State next = new StoppingPower(turn.in(SeccTiming.ISO2_CONTACTOR));
    return new Iso2Outcome.Hold(
        next, turn.data(), List.of(new SeccEffect.StopEnergyTransfer(reason)));
  }

  /**
   * The schedule has to be one of ours [V2G2-479], and a profile within it at all times [V2G2-225];
   * none is taken as agreement: vehicles leave it out.
   */
  private static Optional<Iso2Outcome> objection(PowerDeliveryRequest request, Iso2Turn turn) {
    Optional<OfferedSchedule> schedule =
        turn.data().agreement().offered(request.saScheduleTupleId());
    if (schedule.isEmpty()) {
      return Optional.of(
          new Iso2Outcome.Refuse(
              ResponseCode.FAILED_TARIFF_SELECTION_INVALID,
              "schedule " + request.saScheduleTupleId() + " selected, which was not offered"));
    }
    return request
        .chargingProfile()
        .flatMap(schedule.get()::objection)
        .map(
            reason -> new Iso2Outcome.Refuse(ResponseCode.FAILED_CHARGING_PROFILE_INVALID, reason));
  }
}
