package energy.ebbflow.iso15118.secc.iso2.state;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.secc.EvseView.Stop;
import energy.ebbflow.iso15118.secc.iso2.Iso2Outcome;
import energy.ebbflow.iso15118.secc.iso2.Iso2State;
import energy.ebbflow.iso15118.secc.iso2.Iso2Turn;
import java.util.Optional;

/**
 * The vehicle has started the power. The answer is held until pilot and contactors are where they
 * have to be.
 *
 * @param deadlineNanos when the answer has to leave
 * @param renegotiated energy flows already
 */
public record StartingPower(long deadlineNanos, boolean renegotiated) implements Iso2State {
  @Override
  public boolean expects(BodyElement request) {
    return false;
  }

  @Override
  public Iso2Outcome on(BodyElement request, Iso2Turn turn) {
    throw new IllegalStateException("no request is expected while power starts");
  }

  @Override
  public Iso2Outcome tick(Iso2Turn turn) {
    if (turn.view().stop().equals(Optional.of(Stop.FAULT))) {
      return new Iso2Outcome.Refuse(
          ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED, "the station has a fault");
    }
    boolean pilot = turn.view().pilotReady();
    if (turn.reached(deadlineNanos)) {
      return turn.view().contactorsClosed()
          ? new Iso2Outcome.Refuse(
              ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED,
              "power start wanted, but the pilot is not in C or D")
          : new Iso2Outcome.Refuse(
              ResponseCode.FAILED_CONTACTOR_ERROR,
              "power start wanted, but the contactors are not closed");
    }
    if (!pilot || !turn.view().contactorsClosed()) {
      return new Iso2Outcome.Nothing();
    }
    return Iso2Outcome.answer(
        Delivery.response(turn, ResponseCode.OK),
        turn.data().dc() ? new CurrentDemand(renegotiated) : new ChargingStatus(),
        turn.data());
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
