package energy.ebbflow.iso15118.secc.iso2.state;

import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryResponse;
import energy.ebbflow.iso15118.message.iso2.charge.ProfileEntry;
import energy.ebbflow.iso15118.secc.EvseView.Authorisation;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SeccTiming;
import energy.ebbflow.iso15118.secc.iso2.Iso2Offers;
import energy.ebbflow.iso15118.secc.iso2.Iso2Outcome;
import energy.ebbflow.iso15118.secc.iso2.Iso2State;
import energy.ebbflow.iso15118.secc.iso2.Iso2Turn;
import energy.ebbflow.iso15118.secc.iso2.Physical;
import energy.ebbflow.iso15118.secc.iso2.Statuses;
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
      case RENEGOTIATE ->
          Iso2Outcome.answer(
              response(turn, ResponseCode.OK), new AwaitChargeParameters(true), turn.data());
    };
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
    if (turn.view().authorisation() != Authorisation.ACCEPTED) {
      // A second lock behind the sequence of states: no voltage without a user.
      return new Iso2Outcome.Refuse(
          ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED, "power start without an identified user");
    }
    long deadline = turn.in(SeccTiming.ISO2_CONTACTOR);
    if (turn.data().dc() || renegotiating) {
      // The contactors are closed already: the answer may leave at once.
      StartingPower starting = new StartingPower(deadline, renegotiating);
      Iso2Outcome now = starting.tick(turn);
      return now instanceof Iso2Outcome.Nothing
          ? new Iso2Outcome.Hold(starting, turn.data(), List.of())
          : now;
    }
    return new Iso2Outcome.Hold(
        new StartingPower(deadline, false),
        turn.data().withLive(true),
        List.of(new SeccEffect.StartEnergyTransfer()));
  }

  private static Iso2Outcome stop(Iso2Turn turn, String reason) {
    Iso2State next = new StoppingPower(turn.in(SeccTiming.ISO2_CONTACTOR));
    return new Iso2Outcome.Hold(
        next, turn.data(), List.of(new SeccEffect.StopEnergyTransfer(reason)));
  }

  /**
   * The schedule has to be ours, and a profile within it [V2G2-225]; none is taken as agreement.
   */
  private static Optional<Iso2Outcome> objection(PowerDeliveryRequest request, Iso2Turn turn) {
    if (request.saScheduleTupleId() != Iso2Offers.ONLY_TUPLE) {
      return Optional.of(
          new Iso2Outcome.Refuse(
              ResponseCode.FAILED_TARIFF_SELECTION_INVALID,
              "schedule " + request.saScheduleTupleId() + " selected, offered was 1"));
    }
    if (request.chargingProfile().isPresent()) {
      for (ProfileEntry entry : request.chargingProfile().get().profileEntry()) {
        double watts = Physical.number(entry.chargingProfileEntryMaxPower());
        if (watts > turn.data().scheduled()) {
          return Optional.of(
              new Iso2Outcome.Refuse(
                  ResponseCode.FAILED_CHARGING_PROFILE_INVALID,
                  "profile of " + watts + " W, offered were " + turn.data().scheduled() + " W"));
        }
      }
    }
    return Optional.empty();
  }
}
