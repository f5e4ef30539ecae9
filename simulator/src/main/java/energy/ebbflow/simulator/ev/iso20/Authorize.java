package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.authorization.Authorization;
import energy.ebbflow.iso15118.message.iso20.authorization.AuthorizationRequest;
import energy.ebbflow.iso15118.message.iso20.authorization.AuthorizationResponse;
import energy.ebbflow.iso15118.message.iso20.authorization.EimAReqAuthorizationMode;
import energy.ebbflow.simulator.ev.iso20.wire.Ending;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.Turn;

/**
 * Waits until the user has identified at the charger. People take minutes, so this vehicle has
 * {@link #WAIT_SECONDS}, as vehicles in the field do.
 */
public record Authorize() implements Iso20State {
  /** For how long it polls. */
  static final double WAIT_SECONDS = 300;

  @Override
  public V2gMessage request(Talk<Iso20Session> talk, EvContext context) {
    return new AuthorizationRequest(
        talk.session().header(context), Authorization.EIM, new EimAReqAuthorizationMode());
  }

  @Override
  public Turn<Iso20Session> answer(V2gMessage answer, Talk<Iso20Session> talk, EvContext context) {
    if (!(answer instanceof AuthorizationResponse response)) {
      return unexpected(answer);
    }
    if (response.responseCode() == ResponseCode.WARNING_EIM_AUTHORIZATION_FAILURE) {
      return new Turn.On<>(talk.session(), new SessionStop(Ending.TERMINATE));
    }
    if (response.evseProcessing() == Processing.FINISHED) {
      return new Turn.On<>(talk.session(), new ServiceDiscovery());
    }
    if (talk.over(WAIT_SECONDS, context)) {
      return new Turn.Fail<>("no authorisation within " + WAIT_SECONDS + " s");
    }
    return new Turn.Again<>(talk.session(), this, context.config().habits().pollSeconds());
  }

  @Override
  public String phase() {
    return "authorise";
  }
}
