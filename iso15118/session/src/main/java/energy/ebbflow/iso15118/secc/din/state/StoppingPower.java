package energy.ebbflow.iso15118.secc.din.state;

import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.ResponseCode;
import energy.ebbflow.iso15118.secc.din.DinOutcome;
import energy.ebbflow.iso15118.secc.din.DinState;
import energy.ebbflow.iso15118.secc.din.DinTurn;
import energy.ebbflow.iso15118.secc.iso20.DcParameters;

/**
 * The vehicle has stopped the power. The answer is held until the contactors are open.
 *
 * @param deadlineNanos when the answer has to leave: the vehicle waits 2 s for it
 */
public record StoppingPower(long deadlineNanos) implements DinState {
  @Override
  public boolean expects(BodyElement request) {
    return false;
  }

  @Override
  public DinOutcome on(BodyElement request, DinTurn turn) {
    throw new IllegalStateException("no request is expected while power stops");
  }

  @Override
  public DinOutcome tick(DinTurn turn) {
    if (!turn.view().contactorsClosed()) {
      return DinOutcome.answer(
          Delivery.response(turn, ResponseCode.OK),
          new AwaitWeldingDetection(false),
          turn.data().withLive(false));
    }
    if (!turn.reached(deadlineNanos)) {
      return new DinOutcome.Nothing();
    }
    return new DinOutcome.Refuse(
        ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED,
        Math.abs(turn.view().amps()) < DcParameters.NO_CURRENT_AMPS
            ? "power stop wanted, but the contactors did not open"
            : "power stop wanted, but " + turn.view().amps() + " A still flow");
  }

  @Override
  public boolean stoppable() {
    return false;
  }

  @Override
  public boolean holding() {
    return true;
  }
}
