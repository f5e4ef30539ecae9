package energy.ebbflow.iso15118.secc.iso20.state;

import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.power.DynamicEvpptControlMode;
import energy.ebbflow.iso15118.message.iso20.power.EvpptControlMode;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryResponse;
import energy.ebbflow.iso15118.message.iso20.power.ScheduledEvpptControlMode;
import energy.ebbflow.iso15118.secc.EvseView.Authorisation;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.iso20.ControlMode;
import energy.ebbflow.iso15118.secc.iso20.Iso20State;
import energy.ebbflow.iso15118.secc.iso20.Outcome;
import energy.ebbflow.iso15118.secc.iso20.Turn;
import java.util.List;
import java.util.Optional;

/** PowerDeliveryReq in its two places: before the charge loop, and within it. */
final class PowerDelivery {
  private PowerDelivery() {}

  /** Power is not on yet. */
  static Outcome beforeLoop(PowerDeliveryRequest request, Turn turn, Iso20State here) {
    Optional<Outcome> objection = objection(request, turn);
    if (objection.isPresent()) {
      return objection.get();
    }
    return switch (request.chargeProgress()) {
      // A vehicle that still computes its profile says so and asks again.
      case START ->
          request.evProcessing() == Processing.FINISHED
              ? start(turn)
              : answer(turn, ResponseCode.OK, here);
      case STOP -> stop(turn, "the vehicle stopped before the start of power");
      case STANDBY -> answer(turn, ResponseCode.WARNING_STANDBY_NOT_ALLOWED, here);
      case SCHEDULE_RENEGOTIATION ->
          new Outcome.Refuse(
              ResponseCode.FAILED_SCHEDULE_RENEGOTIATION,
              "a schedule is renegotiated in the charge loop, not before it");
    };
  }

  /** Power is on. */
  static Outcome inLoop(PowerDeliveryRequest request, Turn turn, Iso20State here) {
    Optional<Outcome> objection = objection(request, turn);
    if (objection.isPresent()) {
      return objection.get();
    }
    return switch (request.chargeProgress()) {
      case START, SCHEDULE_RENEGOTIATION -> answer(turn, ResponseCode.OK, here);
      case STOP -> stop(turn, "the vehicle ends the charge loop");
      case STANDBY -> answer(turn, ResponseCode.WARNING_STANDBY_NOT_ALLOWED, here);
    };
  }

  static Outcome answer(Turn turn, ResponseCode code, Iso20State next) {
    return Outcome.answer(response(turn, code), next, turn.data());
  }

  static PowerDeliveryResponse response(Turn turn, ResponseCode code) {
    return new PowerDeliveryResponse(turn.header(), code, Optional.empty());
  }

  private static Outcome start(Turn turn) {
    long deadline = turn.in(turn.config().timing().powerDelivery());
    if (turn.data().chosen().service().isDc()) {
      return new StartingPower(deadline).look(turn);
    }
    if (turn.view().authorisation() != Authorisation.ACCEPTED) {
      // A second lock behind the sequence of states: no voltage without a user.
      return new Outcome.Refuse(
          ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED, "power start without an identified user");
    }
    return new Outcome.Hold(
        new StartingAcPower(deadline),
        turn.data().withLive(true),
        List.of(new SeccEffect.StartEnergyTransfer()));
  }

  private static Outcome stop(Turn turn, String reason) {
    // The contactors can only be looked at after this effect was carried out: the answer waits.
    return new Outcome.Hold(
        new StoppingPower(turn.in(turn.config().timing().powerDelivery())),
        turn.data(),
        List.of(new SeccEffect.StopEnergyTransfer(reason)));
  }

  /**
   * A profile has to belong to the control mode and to a schedule that was offered. A vehicle
   * without one is taken: the element is optional, and real cars leave it out.
   */
  private static Optional<Outcome> objection(PowerDeliveryRequest request, Turn turn) {
    if (request.evPowerProfile().isEmpty()) {
      return Optional.empty();
    }
    EvpptControlMode mode = request.evPowerProfile().get().evpptControlMode();
    ControlMode selected = turn.data().chosen().mode();
    return switch (mode) {
      case DynamicEvpptControlMode dynamic ->
          selected == ControlMode.DYNAMIC ? Optional.empty() : wrongMode(selected);
      case ScheduledEvpptControlMode scheduled -> {
        if (selected != ControlMode.SCHEDULED) {
          yield wrongMode(selected);
        }
        long tuple = scheduled.selectedScheduleTupleId();
        yield turn.data().tuples().contains(tuple)
            ? Optional.empty()
            : Optional.of(
                new Outcome.Refuse(
                    ResponseCode.FAILED_SCHEDULE_SELECTION_INVALID,
                    "schedule " + tuple + " selected, offered were " + turn.data().tuples()));
      }
    };
  }

  private static Optional<Outcome> wrongMode(ControlMode selected) {
    return Optional.of(
        new Outcome.Refuse(
            ResponseCode.FAILED_EV_POWER_PROFILE_INVALID,
            "power profile of another control mode, selected was " + selected));
  }
}
