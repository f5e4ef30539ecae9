package energy.ebbflow.iso15118.secc.iso2.state;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.EvseProcessing;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeProgress;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso2.loop.CableCheckRequest;
import energy.ebbflow.iso15118.message.iso2.loop.CableCheckResponse;
import energy.ebbflow.iso15118.secc.EvseView.Authorisation;
import energy.ebbflow.iso15118.secc.EvseView.Isolation;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.iso2.Iso2Data;
import energy.ebbflow.iso15118.secc.iso2.Iso2Outcome;
import energy.ebbflow.iso15118.secc.iso2.Iso2State;
import energy.ebbflow.iso15118.secc.iso2.Iso2Turn;
import energy.ebbflow.iso15118.secc.iso2.Statuses;
import energy.ebbflow.iso15118.secc.iso2.VehicleErrors;
import energy.ebbflow.iso15118.secc.iso20.DcParameters;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The vehicle asks until the cable is tested: contactors close without voltage, the voltage rises,
 * the isolation monitor decides, the voltage falls.
 *
 * @param deadlineNanos when the test has to be done; empty before it was asked for
 * @param tested isolation is valid, the voltage is on its way down
 */
public record AwaitCableCheck(OptionalLong deadlineNanos, boolean tested) implements Iso2State {
  static AwaitCableCheck first() {
    return new AwaitCableCheck(OptionalLong.empty(), false);
  }

  @Override
  public boolean expects(BodyElement request) {
    // A vehicle that was told to stop, or changed its mind, ends in order.
    return request instanceof CableCheckRequest
        || request instanceof PowerDeliveryRequest delivery
            && delivery.chargeProgress() == ChargeProgress.STOP;
  }

  @Override
  public Iso2Outcome on(BodyElement request, Iso2Turn turn) {
    if (request instanceof PowerDeliveryRequest delivery) {
      return Delivery.beforeLoop(delivery, turn, false);
    }
    Optional<String> failed = VehicleErrors.objection(((CableCheckRequest) request).dcEvStatus());
    if (failed.isPresent()) {
      return new Iso2Outcome.Refuse(ResponseCode.FAILED, failed.get());
    }
    if (deadlineNanos.isEmpty()) {
      return start(turn, turn.in(turn.config().timing().cableCheck()));
    }
    if (turn.reached(deadlineNanos.getAsLong())) {
      return new Iso2Outcome.Refuse(
          ResponseCode.FAILED,
          "the cable check was not done within "
              + turn.config().timing().cableCheck() / 1_000_000_000L
              + " s");
    }
    if (turn.view().isolation() == Isolation.INVALID) {
      return new Iso2Outcome.Refuse(ResponseCode.FAILED, "the isolation of the cable is not valid");
    }
    if (!tested && turn.view().isolation() == Isolation.VALID) {
      return answer(
          turn,
          turn.data(),
          EvseProcessing.ONGOING,
          new AwaitCableCheck(deadlineNanos, true),
          List.of(new SeccEffect.EndCableCheck()));
    }
    boolean done = tested && turn.view().volts() < DcParameters.SAFE_VOLTS;
    return answer(
        turn,
        turn.data(),
        done ? EvseProcessing.FINISHED : EvseProcessing.ONGOING,
        done ? AwaitPreCharge.first() : this,
        List.of());
  }

  @Override
  public Iso2Outcome tick(Iso2Turn turn) {
    // The voltage does not wait on the cable for the vehicle's next question.
    return deadlineNanos.isPresent() && !tested && turn.view().isolation() == Isolation.VALID
        ? new Iso2Outcome.Hold(
            new AwaitCableCheck(deadlineNanos, true),
            turn.data(),
            List.of(new SeccEffect.EndCableCheck()))
        : new Iso2Outcome.Nothing();
  }

  /** Begins the test for a request that waits; it has to be done by {@code deadlineNanos}. */
  static Iso2Outcome start(Iso2Turn turn, long deadlineNanos) {
    if (turn.view().authorisation() != Authorisation.ACCEPTED) {
      // A second lock behind the sequence of states: no voltage without a user.
      return new Iso2Outcome.Refuse(ResponseCode.FAILED, "cable check without an identified user");
    }
    double volts = DcParameters.testVolts(turn.data().vehicle(), turn.view().envelope());
    return answer(
        turn,
        turn.data().withLive(true),
        EvseProcessing.ONGOING,
        new AwaitCableCheck(OptionalLong.of(deadlineNanos), false),
        List.of(new SeccEffect.StartCableCheck(volts)));
  }

  private static Iso2Outcome answer(
      Iso2Turn turn,
      Iso2Data data,
      EvseProcessing processing,
      Iso2State next,
      List<SeccEffect> effects) {
    return new Iso2Outcome.Answer(
        new CableCheckResponse(ResponseCode.OK, Statuses.dc(turn), processing),
        next,
        data,
        effects);
  }
}
