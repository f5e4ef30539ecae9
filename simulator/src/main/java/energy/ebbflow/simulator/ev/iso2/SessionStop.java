package energy.ebbflow.simulator.ev.iso2;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.session.ChargingSession;
import energy.ebbflow.iso15118.message.iso2.session.SessionStopRequest;
import energy.ebbflow.iso15118.message.iso2.session.SessionStopResponse;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.TalkState;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.Optional;

/**
 * Ends the session.
 *
 * @param pause it is to be resumed later
 */
public record SessionStop(boolean pause) implements Iso2State {
  @Override
  public BodyElement body(Iso2Session session, EvContext context) {
    return new SessionStopRequest(pause ? ChargingSession.PAUSE : ChargingSession.TERMINATE);
  }

  @Override
  public Turn<Iso2Session> heard(
      BodyElement answer, Iso2Session session, EvContext context, double seconds) {
    return answer instanceof SessionStopResponse
        ? new Turn.End<>(pause ? Optional.of(session.paused()) : Optional.empty())
        : unexpected(answer);
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
  public Optional<TalkState<Iso2Session>> stopping(Iso2Session session, boolean pause) {
    return Optional.empty();
  }
}
