package energy.ebbflow.simulator.ev.iso2;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeProgress;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryResponse;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.talk.TalkState;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.Optional;

/**
 * Asks for the end of energy transfer, once its own current is gone. After the answer the vehicle
 * opens its contactor and goes back to state B [V2G2-848].
 *
 * @param pause the session is to be resumed later
 */
public record PowerDeliveryStop(boolean pause) implements Iso2State {
  @Override
  public BodyElement body(Iso2Session session, EvContext context) {
    return new PowerDeliveryRequest(
        ChargeProgress.STOP,
        session.tupleId(),
        Optional.empty(),
        PowerDeliveryStart.parameter(session, context, !pause));
  }

  @Override
  public Turn<Iso2Session> heard(
      BodyElement answer, Iso2Session session, EvContext context, double seconds) {
    if (!(answer instanceof PowerDeliveryResponse)) {
      return unexpected(answer);
    }
    Iso2Session known = session.flowing(false);
    return known.dc()
        ? on(
            new WeldingDetection(pause),
            known,
            new EvEffect.Contactor(false),
            new EvEffect.Ready(false))
        : on(new SessionStop(pause), known, new EvEffect.Ready(false));
  }

  @Override
  public double timeoutSeconds() {
    return PowerDeliveryStart.TIMEOUT_SECONDS;
  }

  @Override
  public String phase() {
    return "stop";
  }

  @Override
  public boolean needsPilot() {
    return false;
  }

  @Override
  public Optional<TalkState<Iso2Session>> stopping(Iso2Session session, boolean pause) {
    return Optional.empty();
  }
}
