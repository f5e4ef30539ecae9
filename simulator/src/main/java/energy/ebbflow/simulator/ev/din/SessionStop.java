package energy.ebbflow.simulator.ev.din;

import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.session.SessionStopRequest;
import energy.ebbflow.iso15118.message.din.session.SessionStopResponse;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.TalkState;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.Optional;

/** Ends the session for good. */
public record SessionStop() implements DinState {
  @Override
  public BodyElement body(DinSession session, EvContext context) {
    return new SessionStopRequest();
  }

  @Override
  public Turn<DinSession> heard(
      BodyElement answer, DinSession session, EvContext context, double seconds) {
    return answer instanceof SessionStopResponse
        ? new Turn.End<>(Optional.empty())
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
  public Optional<TalkState<DinSession>> stopping(DinSession session, boolean pause) {
    return Optional.empty();
  }
}
