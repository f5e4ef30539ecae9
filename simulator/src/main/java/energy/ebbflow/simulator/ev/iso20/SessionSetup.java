package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.session.SessionSetupRequest;
import energy.ebbflow.iso15118.message.iso20.session.SessionSetupResponse;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.Turn;

/** Opens a session; the charger gives it its id. */
public record SessionSetup() implements Iso20State {
  @Override
  public V2gMessage request(Talk<Iso20Session> talk, EvContext context) {
    return new SessionSetupRequest(talk.session().header(context), context.config().evccId());
  }

  @Override
  public Turn<Iso20Session> answer(V2gMessage answer, Talk<Iso20Session> talk, EvContext context) {
    if (!(answer instanceof SessionSetupResponse response)) {
      return unexpected(answer);
    }
    if (response.header().sessionId().equals(Iso20Session.NO_SESSION)) {
      return new Turn.Fail<>("the charger gave a session id of zeros");
    }
    return new Turn.On<>(
        talk.session().withId(response.header().sessionId()), new AuthorizationSetup());
  }

  @Override
  public String phase() {
    return "setup";
  }
}
