package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.authorization.Authorization;
import energy.ebbflow.iso15118.message.iso20.authorization.AuthorizationRequest;
import energy.ebbflow.iso15118.message.iso20.authorization.AuthorizationResponse;
import energy.ebbflow.iso15118.message.iso20.authorization.EimAReqAuthorizationMode;
import energy.ebbflow.simulator.ev.model.EvContext;

/**
 * Waits until the user has identified at the charger. People take minutes, so this vehicle has
 * {@link #WAIT_SECONDS}, as vehicles in the field do.
 */
public record Authorize() implements TalkState {
  /** For how long it polls. */
  static final double WAIT_SECONDS = 300;

  @Override
  public V2gMessage request(Talk talk, EvContext context) {
    return new AuthorizationRequest(
        talk.header(context), Authorization.EIM, new EimAReqAuthorizationMode());
  }

  @Override
  public Turn answer(V2gMessage answer, Talk talk, EvContext context) {
    if (!(answer instanceof AuthorizationResponse response)) {
      return unexpected(answer);
    }
    if (response.responseCode() == ResponseCode.WARNING_EIM_AUTHORIZATION_FAILURE) {
      return new Turn.On(talk, new SessionStop(false));
    }
    if (response.evseProcessing() == Processing.FINISHED) {
      return new Turn.On(talk, new ServiceDiscovery());
    }
    if (context.nanos() - talk.enteredNanos() > EvContext.nanosOf(WAIT_SECONDS)) {
      return new Turn.Fail("no authorisation within " + WAIT_SECONDS + " s");
    }
    return new Turn.Again(this, context.config().habits().pollSeconds());
  }

  @Override
  public String phase() {
    return "authorise";
  }
}
