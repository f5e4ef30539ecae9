package energy.ebbflow.iso15118.secc.iso20.state;

import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.secc.EvseView.Stop;
import energy.ebbflow.iso15118.secc.iso20.Iso20State;
import energy.ebbflow.iso15118.secc.iso20.Outcome;
import energy.ebbflow.iso15118.secc.iso20.Turn;
import java.util.List;
import java.util.Optional;

/**
 * The vehicle has started the power. The answer is held until pilot and contactors are where they
 * have to be.
 *
 * @param deadlineNanos when the answer has to leave
 */
public record StartingPower(long deadlineNanos) implements Iso20State {
  @Override
  public boolean expects(Iso20Request request) {
    return false;
  }

  @Override
  public Outcome on(Iso20Request request, Turn turn) {
    throw new IllegalStateException("no request is expected while power starts");
  }

  @Override
  public Outcome tick(Turn turn) {
    Outcome outcome = look(turn);
    return outcome instanceof Outcome.Hold ? new Outcome.Nothing() : outcome;
  }

  @Override
  public boolean stoppable() {
    return false;
  }

  @Override
  public boolean holding() {
    return true;
  }

  Outcome look(Turn turn) {
    if (turn.view().stop().equals(Optional.of(Stop.FAULT))) {
      return new Outcome.Refuse(
          ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED, "the station has a fault");
    }
    boolean closed = turn.view().contactorsClosed();
    boolean pilot = turn.view().pilotReady();
    if (turn.reached(deadlineNanos)) {
      return closed
          ? new Outcome.Refuse(
              ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED,
              "power start wanted, but the pilot is not in C or D")
          : new Outcome.Refuse(
              ResponseCode.FAILED_CONTACTOR_ERROR,
              "power start wanted, but the contactors are not closed");
    }
    if (closed && pilot) {
      return Outcome.answer(
          PowerDelivery.response(turn, turn.data().planning().answer()),
          new DcChargeLoop(false),
          turn.data());
    }
    return new Outcome.Hold(this, turn.data(), List.of());
  }
}
