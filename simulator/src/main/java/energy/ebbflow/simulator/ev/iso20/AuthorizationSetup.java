package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.authorization.Authorization;
import energy.ebbflow.iso15118.message.iso20.authorization.AuthorizationSetupRequest;
import energy.ebbflow.iso15118.message.iso20.authorization.AuthorizationSetupResponse;
import energy.ebbflow.simulator.ev.model.EvContext;

/** Asks how the user may identify; this vehicle knows external identification (EIM) only. */
public record AuthorizationSetup() implements TalkState {
  @Override
  public V2gMessage request(Talk talk, EvContext context) {
    return new AuthorizationSetupRequest(talk.header(context));
  }

  @Override
  public Turn answer(V2gMessage answer, Talk talk, EvContext context) {
    if (!(answer instanceof AuthorizationSetupResponse response)) {
      return unexpected(answer);
    }
    if (!response.authorizationServices().contains(Authorization.EIM)) {
      return new Turn.Fail("the charger does not offer EIM");
    }
    return new Turn.On(talk, new Authorize());
  }

  @Override
  public String phase() {
    return "setup";
  }
}
