package energy.ebbflow.iso15118.secc.iso20.state;

import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.dc.DcCableCheckRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcCableCheckResponse;
import energy.ebbflow.iso15118.message.iso20.power.ChargeProgress;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryRequest;
import energy.ebbflow.iso15118.secc.EvseView.Authorisation;
import energy.ebbflow.iso15118.secc.EvseView.Isolation;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.iso20.DcParameters;
import energy.ebbflow.iso15118.secc.iso20.Iso20State;
import energy.ebbflow.iso15118.secc.iso20.Outcome;
import energy.ebbflow.iso15118.secc.iso20.Turn;
import java.util.List;
import java.util.OptionalLong;

/**
 * The vehicle asks until the cable is tested: contactors close without voltage, the voltage rises,
 * the isolation monitor decides, the voltage falls.
 *
 * @param deadlineNanos when the test has to be done; empty before it was asked for
 * @param tested isolation is valid, the voltage is on its way down
 */
public record AwaitCableCheck(OptionalLong deadlineNanos, boolean tested) implements Iso20State {
  static AwaitCableCheck first() {
    return new AwaitCableCheck(OptionalLong.empty(), false);
  }

  @Override
  public boolean expects(Iso20Request request) {
    // [V2G20-2122]: a vehicle may go to standby, or to its end, without any test.
    return request instanceof DcCableCheckRequest
        || request instanceof PowerDeliveryRequest delivery
            && (delivery.chargeProgress() == ChargeProgress.STANDBY
                || delivery.chargeProgress() == ChargeProgress.STOP);
  }

  @Override
  public Outcome on(Iso20Request request, Turn turn) {
    if (request instanceof PowerDeliveryRequest delivery) {
      return PowerDelivery.beforeLoop(delivery, turn, this);
    }
    if (deadlineNanos.isEmpty()) {
      return start(turn);
    }
    if (turn.reached(deadlineNanos.getAsLong())) {
      return new Outcome.Refuse(
          ResponseCode.FAILED,
          "the cable check was not done within "
              + turn.config().timing().cableCheck() / 1_000_000_000L
              + " s: isolation "
              + turn.view().isolation()
              + ", contactors "
              + (turn.view().contactorsClosed() ? "closed" : "open")
              + ", pilot "
              + (turn.view().pilotReady() ? "in C or D" : "not in C or D"));
    }
    if (turn.view().isolation() == Isolation.INVALID) {
      return new Outcome.Refuse(ResponseCode.FAILED, "the isolation of the cable is not valid");
    }
    boolean valid = turn.view().isolation() == Isolation.VALID;
    if (!tested && valid) {
      return answer(
          turn,
          Processing.ONGOING,
          new AwaitCableCheck(deadlineNanos, true),
          List.of(new SeccEffect.EndCableCheck()));
    }
    if (tested && turn.view().volts() < DcParameters.SAFE_VOLTS) {
      return answer(turn, Processing.FINISHED, AwaitPreCharge.first(), List.of());
    }
    return answer(turn, Processing.ONGOING, this, List.of());
  }

  @Override
  public Outcome tick(Turn turn) {
    // The voltage does not wait on the cable for the vehicle's next question.
    return deadlineNanos.isPresent() && !tested && turn.view().isolation() == Isolation.VALID
        ? new Outcome.Hold(
            new AwaitCableCheck(deadlineNanos, true),
            turn.data(),
            List.of(new SeccEffect.EndCableCheck()))
        : new Outcome.Nothing();
  }

  private static Outcome start(Turn turn) {
    if (turn.view().authorisation() != Authorisation.ACCEPTED) {
      // A second lock behind the sequence of states: no voltage without a user.
      return new Outcome.Refuse(ResponseCode.FAILED, "cable check without an identified user");
    }
    Outcome.Answer first =
        (Outcome.Answer)
            answer(
                turn,
                Processing.ONGOING,
                new AwaitCableCheck(
                    OptionalLong.of(turn.in(turn.config().timing().cableCheck())), false),
                List.of(
                    new SeccEffect.StartCableCheck(
                        DcParameters.testVolts(turn.data().vehicle(), turn.view().envelope()))));
    return new Outcome.Answer(
        first.response(), first.next(), first.data().withLive(true), first.effects());
  }

  private static Outcome answer(
      Turn turn, Processing processing, Iso20State next, List<SeccEffect> effects) {
    return new Outcome.Answer(
        new DcCableCheckResponse(turn.header(), ResponseCode.OK, processing),
        next,
        turn.data(),
        effects);
  }
}
