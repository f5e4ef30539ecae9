package energy.ebbflow.simulator.ev.iso2;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.Iso2Message;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.session.SessionSetupRequest;
import energy.ebbflow.iso15118.message.iso2.session.SessionSetupResponse;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.TalkState;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.Optional;

/**
 * Opens a session, or joins the one that was paused; the charger gives it its id [V2G2-741].
 *
 * @param rejoins the header carries the id of a paused session
 */
public record SessionSetup(boolean rejoins) implements Iso2State {
  @Override
  public BodyElement body(Iso2Session session, EvContext context) {
    return new SessionSetupRequest(context.config().mac());
  }

  /** The id of the session is in the header. */
  @Override
  public Turn<Iso2Session> answer(V2gMessage answer, Talk<Iso2Session> talk, EvContext context) {
    if (!(answer instanceof Iso2Message message) || message.body().bodyElement().isEmpty()) {
      return unexpected(answer);
    }
    BodyElement body = message.body().bodyElement().get();
    Octets id = message.header().sessionId();
    boolean joined =
        body instanceof SessionSetupResponse response
            && response.responseCode() == ResponseCode.OK_OLD_SESSION_JOINED;
    return joined && rejoins && !id.equals(talk.session().sessionId())
        ? new Turn.Fail<>("the charger joined another session than the one it was asked for")
        : heard(body, talk.session().answered(id), context, 0);
  }

  @Override
  public Turn<Iso2Session> heard(
      BodyElement answer, Iso2Session session, EvContext context, double seconds) {
    if (!(answer instanceof SessionSetupResponse response)) {
      return unexpected(answer);
    }
    Octets id = session.sessionId();
    if (id.length() == 0 || id.equals(Iso2Session.NO_SESSION)) {
      return new Turn.Fail<>("the charger gave a session id of zeros");
    }
    boolean joined = response.responseCode() == ResponseCode.OK_OLD_SESSION_JOINED;
    if (joined && !rejoins) {
      return new Turn.Fail<>("the charger joined an old session that this vehicle never had");
    }
    return rejoins
        ? on(
            new ServiceDiscovery(),
            session,
            new EvEffect.Note(joined ? "the paused session goes on" : "the charger began anew"))
        : on(new ServiceDiscovery(), session);
  }

  @Override
  public String phase() {
    return "setup";
  }

  @Override
  public Optional<TalkState<Iso2Session>> stopping(Iso2Session session, boolean pause) {
    return Optional.empty();
  }
}
