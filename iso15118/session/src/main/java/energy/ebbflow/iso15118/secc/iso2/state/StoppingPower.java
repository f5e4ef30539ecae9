package energy.ebbflow.iso15118.secc.iso2.state;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.secc.iso2.Iso2Outcome;
import energy.ebbflow.iso15118.secc.iso2.Iso2State;
import energy.ebbflow.iso15118.secc.iso2.Iso2Turn;
import energy.ebbflow.iso15118.secc.iso20.DcParameters;

/**
 * The vehicle has stopped the power. The answer is held until the contactors are open.
 *
 * @param deadlineNanos when the answer has to leave
 */
public record StoppingPower(long deadlineNanos) implements Iso2State {
  @Override
  public boolean expects(BodyElement request) {
    return false;
  }

  @Override
  public Iso2Outcome on(BodyElement request, Iso2Turn turn) {
    throw new IllegalStateException("no request is expected while power stops");
  }

  @Override
  public Iso2Outcome tick(Iso2Turn turn) {
    if (!turn.view().contactorsClosed()) {
      return Iso2Outcome.answer(
          Delivery.response(turn, ResponseCode.OK),
          turn.data().dc() ? new AwaitWeldingDetection(false) : new AwaitSessionStop(),
          turn.data().withLive(false));
    }
    if (!turn.reached(deadlineNanos)) {
      return new Iso2Outcome.Nothing();
    }
    return Math.abs(turn.view().amps()) < DcParameters.NO_CURRENT_AMPS
        ? new Iso2Outcome.Refuse(
            ResponseCode.FAILED_CONTACTOR_ERROR,
            "power stop wanted, but the contactors did not open")
        : new Iso2Outcome.Refuse(
            ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED,
            "power stop wanted, but " + turn.view().amps() + " A still flow");
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
