package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.session.SessionSetupRequest;
import energy.ebbflow.iso15118.message.iso20.session.SessionSetupResponse;
import energy.ebbflow.simulator.ev.model.EvContext;

/** Opens a session; the charger gives it its id. */
public record SessionSetup() implements TalkState {
  @Override
  public V2gMessage request(Talk talk, EvContext context) {
    return new SessionSetupRequest(talk.header(context), context.config().evccId());
  }

  @Override
  public Turn answer(V2gMessage answer, Talk talk, EvContext context) {
    if (!(answer instanceof SessionSetupResponse response)) {
      return unexpected(answer);
    }
    if (response.header().sessionId().equals(Talk.NO_SESSION)) {
      return new Turn.Fail("the charger gave a session id of zeros");
    }
    return new Turn.On(talk.withSession(response.header().sessionId()), new AuthorizationSetup());
  }

  @Override
  public String phase() {
    return "setup";
  }
}
