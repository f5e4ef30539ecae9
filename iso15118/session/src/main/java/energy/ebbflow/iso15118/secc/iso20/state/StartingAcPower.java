package energy.ebbflow.iso15118.secc.iso20.state;

import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.secc.EvseView.Stop;
import energy.ebbflow.iso15118.secc.iso20.Iso20State;
import energy.ebbflow.iso15118.secc.iso20.Outcome;
import energy.ebbflow.iso15118.secc.iso20.Turn;
import java.util.Optional;

/**
 * AC: the station was told to close its contactors; the answer is held until they are closed.
 *
 * @param deadlineNanos when the answer has to leave
 */
public record StartingAcPower(long deadlineNanos) implements Iso20State {
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
    if (turn.view().stop().equals(Optional.of(Stop.FAULT))) {
      return new Outcome.Refuse(
          ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED, "the station has a fault");
    }
    boolean pilot = turn.view().pilotReady();
    if (pilot && turn.view().contactorsClosed()) {
      return Outcome.answer(
          PowerDelivery.response(turn, turn.data().planning().answer()),
          new AcChargeLoop(),
          turn.data());
    }
    if (!turn.reached(deadlineNanos)) {
      return new Outcome.Nothing();
    }
    return pilot
        ? new Outcome.Refuse(
            ResponseCode.FAILED_CONTACTOR_ERROR,
            "power start wanted, but the contactors are not closed")
        : new Outcome.Refuse(
            ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED,
            "power start wanted, but the pilot is not in C or D");
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
