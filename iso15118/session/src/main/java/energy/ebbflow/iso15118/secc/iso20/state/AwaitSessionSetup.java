package energy.ebbflow.iso15118.secc.iso20.state;

import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.session.SessionSetupRequest;
import energy.ebbflow.iso15118.message.iso20.session.SessionSetupResponse;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SeccTiming;
import energy.ebbflow.iso15118.secc.iso20.Iso20Data;
import energy.ebbflow.iso15118.secc.iso20.Iso20State;
import energy.ebbflow.iso15118.secc.iso20.Outcome;
import energy.ebbflow.iso15118.secc.iso20.PausedSession;
import energy.ebbflow.iso15118.secc.iso20.Turn;
import java.util.List;
import java.util.Optional;

/**
 * The protocol is agreed; the vehicle is to name itself.
 *
 * @param paused the session this vehicle may take up again
 */
public record AwaitSessionSetup(Optional<PausedSession> paused) implements Iso20State {
  @Override
  public boolean expects(Iso20Request request) {
    return request instanceof SessionSetupRequest;
  }

  @Override
  public long patience(SeccTiming timing) {
    return timing.communicationSetup();
  }

  @Override
  public Outcome on(Iso20Request request, Turn turn) {
    SessionSetupRequest setup = (SessionSetupRequest) request;
    // An unknown session id is no error here: a new session is set up under ours [V2G20-1605].
    Optional<PausedSession> joined =
        paused.filter(session -> session.sessionId().equals(setup.header().sessionId()));
    Iso20Data data = turn.data();
    if (joined.isPresent()) {
      data = data.joining(joined.get());
    }
    Turn answered = new Turn(turn.config(), data, turn.view(), turn.nowNanos());
    return new Outcome.Answer(
        new SessionSetupResponse(
            answered.header(),
            joined.isPresent()
                ? ResponseCode.OK_OLD_SESSION_JOINED
                : ResponseCode.OK_NEW_SESSION_ESTABLISHED,
            turn.view().evseId()),
        new AwaitAuthorizationSetup(joined.map(PausedSession::selection)),
        data,
        List.of(new SeccEffect.VehicleIdentified(setup.evccId())));
  }

  /** Nothing was set up that could be stopped. */
  @Override
  public boolean stoppable() {
    return false;
  }
}
