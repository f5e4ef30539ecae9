package energy.ebbflow.simulator.ev.iso2;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeProgress;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryResponse;
import energy.ebbflow.simulator.ev.iso2.wire.Status;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.TalkState;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.Optional;

/**
 * Asks for new schedules while energy flows [V2G2-813]. The contactors stay closed: after the new
 * parameters the power starts again without another cable check.
 */
public record PowerDeliveryRenegotiate() implements Iso2State {
  @Override
  public BodyElement body(Iso2Session session, EvContext context) {
    return new PowerDeliveryRequest(
        ChargeProgress.RENEGOTIATE,
        session.tupleId(),
        Optional.empty(),
        PowerDeliveryStart.parameter(session, context, false));
  }

  @Override
  public Turn<Iso2Session> heard(
      BodyElement answer, Iso2Session session, EvContext context, double seconds) {
    if (!(answer instanceof PowerDeliveryResponse response)) {
      return unexpected(answer);
    }
    return Status.danger(response.evseStatus())
        .<Turn<Iso2Session>>map(Turn.Fail::new)
        .orElseGet(() -> on(new ChargeParameterDiscovery(), session));
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
  public Optional<TalkState<Iso2Session>> stopping(Iso2Session session, boolean pause) {
    return Optional.of(new PowerDeliveryStop(pause));
  }
}
