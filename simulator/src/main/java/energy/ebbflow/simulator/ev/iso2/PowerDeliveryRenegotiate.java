package energy.ebbflow.simulator.ev.iso2;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeProgress;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryResponse;
import energy.ebbflow.simulator.ev.exchange.Turn;
import energy.ebbflow.simulator.ev.model.EvContext;
import java.util.Optional;

/**
 * Asks for new schedules while energy flows [V2G2-813]. The contactors stay closed: after the new
 * parameters the power starts again without another cable check.
 */
public record PowerDeliveryRenegotiate() implements Iso2State {
  @Override
  public BodyElement request(Iso2Learnt learnt, EvContext context) {
    return new PowerDeliveryRequest(
        ChargeProgress.RENEGOTIATE,
        learnt.tupleId(),
        Optional.empty(),
        PowerDeliveryStart.parameter(learnt, context, false));
  }

  @Override
  public Turn<BodyElement, Iso2Learnt> answer(
      BodyElement answer, Iso2Learnt learnt, EvContext context, double seconds) {
    if (!(answer instanceof PowerDeliveryResponse response)) {
      return unexpected(answer);
    }
    return Status.danger(response.evseStatus())
        .<Turn<BodyElement, Iso2Learnt>>map(Turn.Fail::new)
        .orElseGet(() -> Turn.on(new ChargeParameterDiscovery(), learnt));
  }

  @Override
  public double timeoutSeconds() {
    return PowerDeliveryStart.TIMEOUT_SECONDS;
  }

  @Override
  public String phase() {
    return "charge";
  }

  @Override
  public Optional<Iso2State> ending(Iso2Learnt learnt, EvContext context) {
    return Optional.of(new PowerDeliveryStop(false));
  }
}
