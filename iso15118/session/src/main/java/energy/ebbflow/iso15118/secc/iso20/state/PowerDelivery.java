package energy.ebbflow.iso15118.secc.iso20.state;

import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.power.ChannelSelection;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryResponse;
import energy.ebbflow.iso15118.secc.EvseView.Authorisation;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.VehicleWord;
import energy.ebbflow.iso15118.secc.iso20.Iso20State;
import energy.ebbflow.iso15118.secc.iso20.Outcome;
import energy.ebbflow.iso15118.secc.iso20.Turn;
import energy.ebbflow.iso15118.secc.iso20.schedule.Profiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** PowerDeliveryReq in its places: before the charge loop, within it, and in standby. */
final class PowerDelivery {
  private PowerDelivery() {}

  /** Power is not on yet. */
  static Outcome beforeLoop(PowerDeliveryRequest request, Turn turn, Iso20State here) {
    return switch (request.chargeProgress()) {
      // A vehicle that still computes its profile says so and asks again.
      case START ->
          request.evProcessing() == Processing.FINISHED
              ? start(request, turn)
              : answer(turn, ResponseCode.OK, here);
      case STOP -> stop(turn, "the vehicle stopped before the start of power");
      case STANDBY -> standby(turn, here);
      case SCHEDULE_RENEGOTIATION ->
          new Outcome.Refuse(
              ResponseCode.FAILED_SCHEDULE_RENEGOTIATION,
              "a schedule is renegotiated in the charge loop, not before it");
    };
  }

  /** Power is on. */
  static Outcome inLoop(PowerDeliveryRequest request, Turn turn, Iso20State loop) {
    return switch (request.chargeProgress()) {
      case START ->
          request.evProcessing() == Processing.FINISHED
              ? goOn(request, turn, loop)
              : answer(turn, ResponseCode.OK, loop);
      // The schedule exchange that follows may take its time; energy goes on meanwhile.
      case SCHEDULE_RENEGOTIATION ->
          answer(turn, ResponseCode.OK, RenegotiatingSchedule.begin(loop, turn));
      case STOP -> stop(turn, "the vehicle ends the charge loop");
      case STANDBY -> standby(turn, loop);
    };
  }

  static Outcome answer(Turn turn, ResponseCode code, Iso20State next) {
    return Outcome.answer(response(turn, code), next, turn.data());
  }

  static PowerDeliveryResponse response(Turn turn, ResponseCode code) {
    return new PowerDeliveryResponse(turn.header(), code, Optional.empty());
  }

  /** Power starts: the answer is held until pilot and contactors are where they have to be. */
  static Outcome start(PowerDeliveryRequest request, Turn turn) {
    Profiles.Checked profile = Profiles.check(request, turn);
    if (profile.refusal().isPresent()) {
      return profile.refusal().get();
    }
    List<SeccEffect> effects = new ArrayList<>(profile.effects());
    direction(request, turn).ifPresent(effects::add);
    Turn checked = turn.with(profile.data());
    long deadline = turn.in(turn.config().timing().powerDelivery());
    if (turn.data().chosen().service().isDc()) {
      return after(effects, new StartingPower(deadline).look(checked));
    }
    if (turn.view().authorisation() != Authorisation.ACCEPTED) {
      // A second lock behind the sequence of states: no voltage without a user.
      return new Outcome.Refuse(
          ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED, "power start without an identified user");
    }
    effects.add(new SeccEffect.StartEnergyTransfer());
    return new Outcome.Hold(new StartingAcPower(deadline), checked.data().withLive(true), effects);
  }

  static Outcome stop(Turn turn, String reason) {
    // The contactors can only be looked at after this effect was carried out: the answer waits.
    return new Outcome.Hold(
        new StoppingPower(turn.in(turn.config().timing().powerDelivery()), false),
        turn.data(),
        List.of(new SeccEffect.StopEnergyTransfer(reason)));
  }

  /** The vehicle wants to rest: contactors open, the session goes on. */
  private static Outcome standby(Turn turn, Iso20State here) {
    if (!turn.config().iso20().standby()) {
      return answer(turn, ResponseCode.WARNING_STANDBY_NOT_ALLOWED, here);
    }
    return new Outcome.Hold(
        new StoppingPower(turn.in(turn.config().timing().powerDelivery()), true),
        turn.data(),
        List.of(new SeccEffect.StopEnergyTransfer("the vehicle goes to standby")));
  }

  /** A start while power is on ends a renegotiation: another profile, perhaps. */
  private static Outcome goOn(PowerDeliveryRequest request, Turn turn, Iso20State loop) {
    Profiles.Checked profile = Profiles.check(request, turn);
    if (profile.refusal().isPresent()) {
      return profile.refusal().get();
    }
    List<SeccEffect> effects = new ArrayList<>(profile.effects());
    direction(request, turn).ifPresent(effects::add);
    return new Outcome.Answer(
        response(turn, profile.data().planning().answer()), loop, profile.data(), effects);
  }

  /** BPT_ChannelSelection means something only where energy may flow both ways. */
  private static Optional<SeccEffect> direction(PowerDeliveryRequest request, Turn turn) {
    return turn.data().chosen().service().bidirectional()
        ? request
            .bptChannelSelection()
            .map(channel -> new VehicleWord.DirectionChosen(channel == ChannelSelection.DISCHARGE))
        : Optional.empty();
  }

  private static Outcome after(List<SeccEffect> first, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answer answer ->
          new Outcome.Answer(
              answer.response(), answer.next(), answer.data(), joined(first, answer.effects()));
      case Outcome.Hold hold ->
          new Outcome.Hold(hold.next(), hold.data(), joined(first, hold.effects()));
      case Outcome.Refuse refuse -> refuse;
      case Outcome.Nothing nothing -> nothing;
    };
  }

  private static List<SeccEffect> joined(List<SeccEffect> first, List<SeccEffect> second) {
    List<SeccEffect> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
