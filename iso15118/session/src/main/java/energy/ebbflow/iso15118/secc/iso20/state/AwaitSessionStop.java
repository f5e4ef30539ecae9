package energy.ebbflow.iso15118.secc.iso20.state;

import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.secc.iso20.Iso20State;
import energy.ebbflow.iso15118.secc.iso20.Outcome;
import energy.ebbflow.iso15118.secc.iso20.Turn;

/** AC power is off and the contactors are open; only the end of the session is left. */
public record AwaitSessionStop() implements Iso20State {
  @Override
  public boolean expects(Iso20Request request) {
    return false;
  }

  @Override
  public Outcome on(Iso20Request request, Turn turn) {
    throw new IllegalStateException("SessionStopReq is handled by the session itself");
  }

  @Override
  public boolean powerIsOver() {
    return true;
  }
}
