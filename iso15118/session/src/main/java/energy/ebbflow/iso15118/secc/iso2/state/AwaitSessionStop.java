package energy.ebbflow.iso15118.secc.iso2.state;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.secc.iso2.Iso2Outcome;
import energy.ebbflow.iso15118.secc.iso2.Iso2State;
import energy.ebbflow.iso15118.secc.iso2.Iso2Turn;

/** AC power is off and the contactors are open; only the end of the session is left. */
public record AwaitSessionStop() implements Iso2State {
  @Override
  public boolean expects(BodyElement request) {
    return false;
  }

  @Override
  public Iso2Outcome on(BodyElement request, Iso2Turn turn) {
    throw new IllegalStateException("SessionStopReq is handled by the session itself");
  }

  @Override
  public boolean powerIsOver() {
    return true;
  }
}
