package energy.ebbflow.iso15118.secc.iso20.state;

import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.authorization.Authorization;
import energy.ebbflow.iso15118.message.iso20.authorization.AuthorizationSetupRequest;
import energy.ebbflow.iso15118.message.iso20.authorization.AuthorizationSetupResponse;
import energy.ebbflow.iso15118.message.iso20.authorization.EimAsResAuthorizationMode;
import energy.ebbflow.iso15118.secc.iso20.Iso20State;
import energy.ebbflow.iso15118.secc.iso20.Outcome;
import energy.ebbflow.iso15118.secc.iso20.Selection;
import energy.ebbflow.iso15118.secc.iso20.Turn;
import java.util.List;
import java.util.Optional;

/**
 * The session has its id; the vehicle asks how it may identify its user.
 *
 * @param joined the service of a paused session that was joined: the vehicle may also go straight
 *     to its charge parameters, since the service stands; stacks in the field do either
 */
public record AwaitAuthorizationSetup(Optional<Selection> joined) implements Iso20State {
  @Override
  public boolean expects(Iso20Request request) {
    return request instanceof AuthorizationSetupRequest
        || joined.isPresent() && AwaitChargeParameters.of(joined.get()).expects(request);
  }

  @Override
  public Outcome on(Iso20Request request, Turn turn) {
    if (!(request instanceof AuthorizationSetupRequest)) {
      return AwaitChargeParameters.of(turn.data().chosen()).on(request, turn);
    }
    return Outcome.answer(
        new AuthorizationSetupResponse(
            turn.header(),
            ResponseCode.OK,
            List.of(Authorization.EIM),
            false,
            // EIM alone is announced by its own empty mode [V2G20-2567], [V2G20-2568].
            new EimAsResAuthorizationMode()),
        AwaitAuthorization.first(),
        turn.data());
  }
}
