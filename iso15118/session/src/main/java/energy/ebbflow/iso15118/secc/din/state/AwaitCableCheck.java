package energy.ebbflow.iso15118.secc.din.state;

import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.EvseProcessing;
import energy.ebbflow.iso15118.message.din.ResponseCode;
import energy.ebbflow.iso15118.message.din.loop.CableCheckRequest;
import energy.ebbflow.iso15118.message.din.loop.CableCheckResponse;
import energy.ebbflow.iso15118.secc.EvseView.Authorisation;
import energy.ebbflow.iso15118.secc.EvseView.Isolation;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.din.DinData;
import energy.ebbflow.iso15118.secc.din.DinOutcome;
import energy.ebbflow.iso15118.secc.din.DinState;
import energy.ebbflow.iso15118.secc.din.DinTiming;
import energy.ebbflow.iso15118.secc.din.DinTurn;
import energy.ebbflow.iso15118.secc.din.Statuses;
import energy.ebbflow.iso15118.secc.din.VehicleErrors;
import energy.ebbflow.iso15118.secc.iso20.DcParameters;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The vehicle asks until the cable is tested: its pilot goes to C, contactors close without
 * voltage, the voltage rises, the isolation monitor decides, the voltage falls.
 *
 * @param deadlineNanos when the test has to be done; empty before the first request
 * @param pilotNanos when the pilot has to be in C; empty before the first request
 * @param begun the station tests
 * @param tested isolation is valid, the voltage is on its way down
 */
public record AwaitCableCheck(
    OptionalLong deadlineNanos, OptionalLong pilotNanos, boolean begun, boolean tested)
    implements DinState {
  static AwaitCableCheck first() {
    return new AwaitCableCheck(OptionalLong.empty(), OptionalLong.empty(), false, false);
  }

  @Override
  public boolean expects(BodyElement request) {
    return request instanceof CableCheckRequest;
  }

  @Override
  public DinOutcome on(BodyElement message, DinTurn turn) {
    Optional<String> failed = VehicleErrors.objection(((CableCheckRequest) message).dcEvStatus());
    if (failed.isPresent()) {
      return new DinOutcome.Refuse(ResponseCode.FAILED, failed.get());
    }
    if (deadlineNanos.isPresent() && turn.reached(deadlineNanos.getAsLong())) {
      return new DinOutcome.Refuse(
          ResponseCode.FAILED,
          "the cable check was not done within "
              + turn.config().timing().cableCheck() / 1_000_000_000L
              + " s");
    }
    if (!begun) {
      return begin(turn);
    }
    if (turn.view().isolation() == Isolation.INVALID) {
      return new DinOutcome.Refuse(ResponseCode.FAILED, "the isolation of the cable is not valid");
    }
    if (!tested && turn.view().isolation() == Isolation.VALID) {
      return answer(
          turn,
          turn.data(),
          EvseProcessing.ONGOING,
          new AwaitCableCheck(deadlineNanos, pilotNanos, true, true),
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
  public DinOutcome tick(DinTurn turn) {
    // The voltage does not wait on the cable for the vehicle's next question.
    return begun && !tested && turn.view().isolation() == Isolation.VALID
        ? new DinOutcome.Hold(
            new AwaitCableCheck(deadlineNanos, pilotNanos, true, true),
            turn.data(),
            List.of(new SeccEffect.EndCableCheck()))
        : new DinOutcome.Nothing();
  }

  private DinOutcome begin(DinTurn turn) {
    if (turn.view().authorisation() != Authorisation.ACCEPTED) {
      // A second lock behind the sequence of states: no voltage without a user.
      return new DinOutcome.Refuse(ResponseCode.FAILED, "cable check without an identified user");
    }
    OptionalLong done =
        deadlineNanos.isPresent()
            ? deadlineNanos
            : OptionalLong.of(turn.in(turn.config().timing().cableCheck()));
    OptionalLong pilot =
        pilotNanos.isPresent() ? pilotNanos : OptionalLong.of(turn.in(DinTiming.PILOT_DETECTION));
    if (turn.view().pilotReady()) {
      double volts = DcParameters.testVolts(turn.data().vehicle(), turn.view().envelope());
      return answer(
          turn,
          turn.data().withLive(true),
          EvseProcessing.ONGOING,
          new AwaitCableCheck(done, pilot, true, false),
          List.of(new SeccEffect.StartCableCheck(volts)));
    }
    // [V2G-DC-547]
    return turn.reached(pilot.getAsLong())
        ? new DinOutcome.Refuse(
            ResponseCode.FAILED,
            "cable check wanted, but the pilot was not in C or D within "
                + DinTiming.PILOT_DETECTION / 1_000_000
                + " ms")
        : answer(
            turn,
            turn.data(),
            EvseProcessing.ONGOING,
            new AwaitCableCheck(done, pilot, false, false),
            List.of());
  }

  private static DinOutcome answer(
      DinTurn turn,
      DinData data,
      EvseProcessing processing,
      DinState next,
      List<SeccEffect> effects) {
    return new DinOutcome.Answer(
        new CableCheckResponse(ResponseCode.OK, Statuses.dc(turn), processing),
        next,
        data,
        effects);
  }
}
