package energy.ebbflow.simulator.ev.iso2;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.session.ChargingSession;
import energy.ebbflow.iso15118.message.iso2.session.SessionStopRequest;
import energy.ebbflow.iso15118.message.iso2.session.SessionStopResponse;
import energy.ebbflow.simulator.ev.exchange.Turn;
import energy.ebbflow.simulator.ev.model.EvContext;
import java.util.Optional;

/**
 * Ends the session.
 *
 * @param pause it is to be resumed later
 */
public record SessionStop(boolean pause) implements Iso2State {
  @Override
  public BodyElement request(Iso2Learnt learnt, EvContext context) {
    return new SessionStopRequest(pause ? ChargingSession.PAUSE : ChargingSession.TERMINATE);
  }

  @Override
  public Turn<BodyElement, Iso2Learnt> answer(
      BodyElement answer, Iso2Learnt learnt, EvContext context, double seconds) {
    return answer instanceof SessionStopResponse ? new Turn.End<>(pause) : unexpected(answer);
  }

  @Override
  public String phase() {
    return "stop";
  }

  @Override
  public boolean needsPilot() {
    return false;
  }

  @Override
  public Optional<Iso2State> ending(Iso2Learnt learnt, EvContext context) {
    return Optional.empty();
  }
}
