package energy.ebbflow.simulator.ev.iso2;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeProgress;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryResponse;
import energy.ebbflow.simulator.ev.exchange.DcBattery;
import energy.ebbflow.simulator.ev.exchange.Turn;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import java.util.Optional;

/**
 * Asks for the end of energy transfer, once its own current is gone. After the answer the vehicle
 * opens its contactor and goes back to state B [V2G2-848].
 *
 * @param pause the session is to be resumed later
 */
public record PowerDeliveryStop(boolean pause) implements Iso2State {
  /** For how long it waits for its current to go, s; less than the 6 s of IEC 61851-1. */
  static final double WAIT_SECONDS = 4;

  @Override
  public BodyElement request(Iso2Learnt learnt, EvContext context) {
    return new PowerDeliveryRequest(
        ChargeProgress.STOP,
        learnt.tupleId(),
        Optional.empty(),
        PowerDeliveryStart.parameter(learnt, context, !pause));
  }

  @Override
  public boolean mayAsk(EvContext context, double seconds) {
    return Math.abs(context.body().phaseAmps()) < DcBattery.NO_AMPS || seconds >= WAIT_SECONDS;
  }

  @Override
  public Turn<BodyElement, Iso2Learnt> answer(
      BodyElement answer, Iso2Learnt learnt, EvContext context, double seconds) {
    if (!(answer instanceof PowerDeliveryResponse)) {
      return unexpected(answer);
    }
    Iso2Learnt known = learnt.flowing(false);
    return known.dc()
        ? Turn.on(
            new WeldingDetection(pause),
            known,
            new EvEffect.Contactor(false),
            new EvEffect.Ready(false))
        : Turn.on(new SessionStop(pause), known, new EvEffect.Ready(false));
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
  public Optional<Iso2State> ending(Iso2Learnt learnt, EvContext context) {
    return Optional.empty();
  }
}
