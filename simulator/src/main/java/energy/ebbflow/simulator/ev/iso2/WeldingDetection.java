package energy.ebbflow.simulator.ev.iso2;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.loop.WeldingDetectionRequest;
import energy.ebbflow.iso15118.message.iso2.loop.WeldingDetectionResponse;
import energy.ebbflow.simulator.ev.exchange.DcBattery;
import energy.ebbflow.simulator.ev.exchange.Turn;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import java.util.Optional;

/**
 * Watches the voltage at the inlet fall with all contactors open: one that stays up tells of welded
 * contacts.
 *
 * @param pause the session is to be resumed later
 */
public record WeldingDetection(boolean pause) implements Iso2State {
  /** The voltage is down well before that with healthy contactors, s. */
  static final double WATCH_SECONDS = 5;

  @Override
  public BodyElement request(Iso2Learnt learnt, EvContext context) {
    return new WeldingDetectionRequest(Status.own(context));
  }

  /** The vehicle's own contactor must be open, or its battery is what is measured. */
  @Override
  public boolean mayAsk(EvContext context, double seconds) {
    return !context.body().contactorClosed();
  }

  @Override
  public Turn<BodyElement, Iso2Learnt> answer(
      BodyElement answer, Iso2Learnt learnt, EvContext context, double seconds) {
    if (!(answer instanceof WeldingDetectionResponse)) {
      return unexpected(answer);
    }
    double volts = context.body().inletVolts();
    if (volts < DcBattery.SAFE_VOLTS) {
      return Turn.on(new SessionStop(pause), learnt);
    }
    return seconds > WATCH_SECONDS
        ? Turn.on(
            new SessionStop(pause),
            learnt,
            new EvEffect.Note(
                "welding detection: the inlet still has "
                    + Math.round(volts)
                    + " V with open contactors"))
        : Turn.again(this, learnt, context.config().habits().pollSeconds());
  }

  @Override
  public String phase() {
    return "welding";
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
