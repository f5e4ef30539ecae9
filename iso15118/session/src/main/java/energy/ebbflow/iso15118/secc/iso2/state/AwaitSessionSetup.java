package energy.ebbflow.iso15118.secc.iso2.state;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.session.SessionSetupRequest;
import energy.ebbflow.iso15118.message.iso2.session.SessionSetupResponse;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SeccTiming;
import energy.ebbflow.iso15118.secc.iso2.Iso2Data;
import energy.ebbflow.iso15118.secc.iso2.Iso2Offers;
import energy.ebbflow.iso15118.secc.iso2.Iso2Outcome;
import energy.ebbflow.iso15118.secc.iso2.Iso2Pause;
import energy.ebbflow.iso15118.secc.iso2.Iso2State;
import energy.ebbflow.iso15118.secc.iso2.Iso2Turn;
import energy.ebbflow.iso15118.secc.iso20.PausedSession;
import java.util.List;
import java.util.Optional;

/**
 * The protocol is agreed; the vehicle is to name itself.
 *
 * @param paused the session this vehicle may take up again
 */
public record AwaitSessionSetup(Optional<PausedSession> paused) implements Iso2State {
  @Override
  public boolean expects(BodyElement request) {
    return request instanceof SessionSetupRequest;
  }

  @Override
  public Iso2Outcome on(BodyElement request, Iso2Turn turn) {
    throw new IllegalStateException("session setup needs the session id of the header");
  }

  /** The request with the session id of its header: another one is no error here [V2G2-741]. */
  public Iso2Outcome on(SessionSetupRequest request, Octets sessionId, Iso2Turn turn) {
    String evccId = request.evccId().hex();
    Optional<Iso2Pause> pause =
        paused.filter(p -> p.sessionId().equals(sessionId)).flatMap(PausedSession::iso2);
    boolean joined = pause.isPresent();
    Iso2Data named = turn.data().identified(evccId);
    Iso2Data data = pause.map(agreed -> named.joining(sessionId, agreed)).orElse(named);
    return new Iso2Outcome.Answer(
        new SessionSetupResponse(
            joined ? ResponseCode.OK_OLD_SESSION_JOINED : ResponseCode.OK_NEW_SESSION_ESTABLISHED,
            Iso2Offers.evseId(turn.view()),
            Optional.of(turn.view().utcSeconds())),
        new AwaitServiceDiscovery(),
        data,
        List.of(new SeccEffect.VehicleIdentified(evccId)));
  }

  @Override
  public long patience(SeccTiming timing) {
    return timing.communicationSetup();
  }

  /** Nothing was set up that could be stopped. */
  @Override
  public boolean stoppable() {
    return false;
  }
}
