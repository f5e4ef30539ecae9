package energy.ebbflow.iso15118.secc.iso20.state;

import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.secc.VehicleWord;
import energy.ebbflow.iso15118.secc.iso20.DcParameters;
import energy.ebbflow.iso15118.secc.iso20.Iso20State;
import energy.ebbflow.iso15118.secc.iso20.Outcome;
import energy.ebbflow.iso15118.secc.iso20.Turn;
import java.util.List;

/**
 * The vehicle has stopped the power. The answer is held until the contactors are open: it tells the
 * vehicle that it may open its own without current.
 *
 * @param deadlineNanos when the answer has to leave
 * @param standby the vehicle only rests
 */
public record StoppingPower(long deadlineNanos, boolean standby) implements Iso20State {
  @Override
  public boolean expects(Iso20Request request) {
    return false;
  }

  @Override
  public Outcome on(Iso20Request request, Turn turn) {
    throw new IllegalStateException("no request is expected while power stops");
  }

  @Override
  public Outcome tick(Turn turn) {
    if (!turn.view().contactorsClosed()) {
      boolean dc = turn.data().chosen().service().isDc();
      return new Outcome.Answer(
          PowerDelivery.response(turn, ResponseCode.OK),
          standby
              ? new Standby(dc)
              // [V2G20-1623]: AC goes straight to the end of the session.
              : dc ? new AwaitWeldingDetection(false) : new AwaitSessionStop(),
          turn.data().withLive(false),
          standby ? List.of(new VehicleWord.StandbyBegun()) : List.of());
    }
    if (!turn.reached(deadlineNanos)) {
      return new Outcome.Nothing();
    }
    return Math.abs(turn.view().amps()) < DcParameters.NO_CURRENT_AMPS
        ? new Outcome.Refuse(
            ResponseCode.FAILED_CONTACTOR_ERROR,
            "power stop wanted, but the contactors did not open")
        : new Outcome.Refuse(
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
