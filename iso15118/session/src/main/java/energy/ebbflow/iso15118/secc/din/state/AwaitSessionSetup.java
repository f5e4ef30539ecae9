package energy.ebbflow.iso15118.secc.din.state;

import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.ResponseCode;
import energy.ebbflow.iso15118.message.din.session.SessionSetupRequest;
import energy.ebbflow.iso15118.message.din.session.SessionSetupResponse;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SeccTiming;
import energy.ebbflow.iso15118.secc.din.DinOffers;
import energy.ebbflow.iso15118.secc.din.DinOutcome;
import energy.ebbflow.iso15118.secc.din.DinState;
import energy.ebbflow.iso15118.secc.din.DinTurn;
import java.util.List;
import java.util.Optional;

/** The protocol is agreed; the vehicle is to name itself. Every session is a new one. */
public record AwaitSessionSetup() implements DinState {
  @Override
  public boolean expects(BodyElement request) {
    return request instanceof SessionSetupRequest;
  }

  @Override
  public DinOutcome on(BodyElement message, DinTurn turn) {
    SessionSetupRequest request = (SessionSetupRequest) message;
    return new DinOutcome.Answer(
        new SessionSetupResponse(
            // Whatever id the vehicle sent: it gets ours [V2G-DC-393].
            ResponseCode.OK_NEW_SESSION_ESTABLISHED,
            DinOffers.evseId(turn.view()),
            Optional.of(turn.view().utcSeconds())),
        new AwaitServiceDiscovery(),
        turn.data(),
        // The field may be empty: then the vehicle has not named itself.
        request.evccId().length() == 0
            ? List.of()
            : List.of(new SeccEffect.VehicleIdentified(request.evccId().hex())));
  }

  /** Nothing was set up that could be stopped. */
  @Override
  public boolean stoppable() {
    return false;
  }

  @Override
  public long patience(SeccTiming timing) {
    return timing.communicationSetup();
  }
}
