package energy.ebbflow.iso15118.secc.din.state;

import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.ResponseCode;
import energy.ebbflow.iso15118.secc.EvseView.Stop;
import energy.ebbflow.iso15118.secc.din.DinOutcome;
import energy.ebbflow.iso15118.secc.din.DinState;
import energy.ebbflow.iso15118.secc.din.DinTurn;
import java.util.Optional;

/**
 * The vehicle has started the power. The answer is held until pilot and contactors are where they
 * have to be.
 *
 * @param deadlineNanos when the answer has to leave: the vehicle waits 2 s for it
 */
public record StartingPower(long deadlineNanos) implements DinState {
  @Override
  public boolean expects(BodyElement request) {
    return false;
  }

  @Override
  public DinOutcome on(BodyElement request, DinTurn turn) {
    throw new IllegalStateException("no request is expected while power starts");
  }

  @Override
  public DinOutcome tick(DinTurn turn) {
    // DIN 70121 has no code for contactors: what is not there is the delivery [V2G-DC-401].
    if (turn.view().stop().equals(Optional.of(Stop.FAULT))) {
      return notApplied("the station has a fault");
    }
    if (turn.reached(deadlineNanos)) {
      return notApplied(
          turn.view().contactorsClosed()
              ? "power start wanted, but the pilot is not in C or D"
              : "power start wanted, but the contactors are not closed");
    }
    return turn.view().pilotReady() && turn.view().contactorsClosed()
        ? DinOutcome.answer(
            Delivery.response(turn, ResponseCode.OK), new CurrentDemand(false), turn.data())
        : new DinOutcome.Nothing();
  }

  private static DinOutcome notApplied(String reason) {
    return new DinOutcome.Refuse(ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED, reason);
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
