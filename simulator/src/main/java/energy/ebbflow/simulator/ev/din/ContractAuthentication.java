package energy.ebbflow.simulator.ev.din;

import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.EvseProcessing;
import energy.ebbflow.iso15118.message.din.payment.ContractAuthenticationRequest;
import energy.ebbflow.iso15118.message.din.payment.ContractAuthenticationResponse;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.Optional;

/**
 * Waits until the user has identified at the charger. DIN 70121 knows no word for waiting for a
 * person, so the vehicle waits as long as for anything else, and comes again.
 */
public record ContractAuthentication() implements DinState {
  @Override
  public BodyElement body(DinSession session, EvContext context) {
    return new ContractAuthenticationRequest(Optional.empty(), Optional.empty());
  }

  @Override
  public Turn<DinSession> heard(
      BodyElement answer, DinSession session, EvContext context, double seconds) {
    if (!(answer instanceof ContractAuthenticationResponse response)) {
      return unexpected(answer);
    }
    if (response.evseProcessing() == EvseProcessing.FINISHED) {
      return on(new ChargeParameterDiscovery(), session);
    }
    return seconds > ONGOING_SECONDS
        ? new Turn.Fail<>("no authorisation within " + ONGOING_SECONDS + " s")
        : again(this, session, context.config().habits().pollSeconds());
  }

  @Override
  public String phase() {
    return "authorise";
  }
}
