package energy.ebbflow.simulator.ev.din;

import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.loop.WeldingDetectionRequest;
import energy.ebbflow.iso15118.message.din.loop.WeldingDetectionResponse;
import energy.ebbflow.simulator.ev.charging.DcBattery;
import energy.ebbflow.simulator.ev.din.wire.Status;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.talk.TalkState;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.Optional;

/**
 * Watches the voltage at the inlet fall with all contactors open: one that stays up tells of welded
 * contacts.
 */
public record WeldingDetection() implements DinState {
  /** The voltage is down well before that with healthy contactors, s. */
  static final double WATCH_SECONDS = 5;

  @Override
  public BodyElement body(DinSession session, EvContext context) {
    return new WeldingDetectionRequest(Status.own(context));
  }

  /** The vehicle's own contactor must be open, or its battery is what is measured. */
  @Override
  public boolean mayAsk(EvContext context) {
    return !context.body().contactorClosed();
  }

  @Override
  public Turn<DinSession> heard(
      BodyElement answer, DinSession session, EvContext context, double seconds) {
    if (!(answer instanceof WeldingDetectionResponse)) {
      return unexpected(answer);
    }
    double volts = context.body().inletVolts();
    if (volts < DcBattery.SAFE_VOLTS) {
      return on(new SessionStop(), session);
    }
    return seconds > WATCH_SECONDS
        ? on(
            new SessionStop(),
            session,
            new EvEffect.Note(
                "welding detection: the inlet still has "
                    + Math.round(volts)
                    + " V with open contactors"))
        : again(this, session, context.config().habits().pollSeconds());
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
  public Optional<TalkState<DinSession>> stopping(DinSession session, boolean pause) {
    return Optional.empty();
  }
}
