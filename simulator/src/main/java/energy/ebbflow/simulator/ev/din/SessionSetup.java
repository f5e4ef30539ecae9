package energy.ebbflow.simulator.ev.din;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.DinMessage;
import energy.ebbflow.iso15118.message.din.ResponseCode;
import energy.ebbflow.iso15118.message.din.session.SessionSetupRequest;
import energy.ebbflow.iso15118.message.din.session.SessionSetupResponse;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.TalkState;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.Optional;

/** Opens a session; the charger gives it its id. There is no pause, so none is joined. */
public record SessionSetup() implements DinState {
  @Override
  public BodyElement body(DinSession session, EvContext context) {
    return new SessionSetupRequest(context.config().mac());
  }

  /** The id of the session is in the header. */
  @Override
  public Turn<DinSession> answer(V2gMessage answer, Talk<DinSession> talk, EvContext context) {
    return answer instanceof DinMessage message && message.body().bodyElement().isPresent()
        ? heard(
            message.body().bodyElement().get(),
            talk.session().answered(message.header().sessionId(), context.nanos()),
            context,
            0)
        : unexpected(answer);
  }

  @Override
  public Turn<DinSession> heard(
      BodyElement answer, DinSession session, EvContext context, double seconds) {
    if (!(answer instanceof SessionSetupResponse response)) {
      return unexpected(answer);
    }
    Octets id = session.sessionId();
    if (id.length() == 0 || id.equals(DinSession.NO_SESSION)) {
      return new Turn.Fail<>("the charger gave a session id of zeros");
    }
    return response.responseCode() == ResponseCode.OK_OLD_SESSION_JOINED
        ? new Turn.Fail<>("the charger joined an old session that this vehicle never had")
        : on(new ServiceDiscovery(), session);
  }

  @Override
  public String phase() {
    return "setup";
  }

  @Override
  public Optional<TalkState<DinSession>> stopping(DinSession session, boolean pause) {
    return Optional.empty();
  }
}
