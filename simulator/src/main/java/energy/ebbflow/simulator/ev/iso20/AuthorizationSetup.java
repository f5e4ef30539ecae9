package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.authorization.Authorization;
import energy.ebbflow.iso15118.message.iso20.authorization.AuthorizationSetupRequest;
import energy.ebbflow.iso15118.message.iso20.authorization.AuthorizationSetupResponse;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.Turn;

/** Asks how the user may identify; this vehicle knows external identification (EIM) only. */
public record AuthorizationSetup() implements Iso20State {
  @Override
  public V2gMessage request(Talk<Iso20Session> talk, EvContext context) {
    return new AuthorizationSetupRequest(talk.session().header(context));
  }

  @Override
  public Turn<Iso20Session> answer(V2gMessage answer, Talk<Iso20Session> talk, EvContext context) {
    if (!(answer instanceof AuthorizationSetupResponse response)) {
      return unexpected(answer);
    }
    if (!response.authorizationServices().contains(Authorization.EIM)) {
      return new Turn.Fail<>("the charger does not offer EIM");
    }
    return new Turn.On<>(talk.session(), new Authorize());
  }

  @Override
  public String phase() {
    return "setup";
  }
}
