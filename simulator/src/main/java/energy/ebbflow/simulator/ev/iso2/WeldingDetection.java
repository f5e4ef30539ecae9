package energy.ebbflow.simulator.ev.iso2;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.loop.WeldingDetectionRequest;
import energy.ebbflow.iso15118.message.iso2.loop.WeldingDetectionResponse;
import energy.ebbflow.simulator.ev.charging.DcBattery;
import energy.ebbflow.simulator.ev.iso2.wire.Status;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.talk.TalkState;
import energy.ebbflow.simulator.ev.talk.Turn;
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
  public BodyElement body(Iso2Session session, EvContext context) {
    return new WeldingDetectionRequest(Status.own(context));
  }

  /** The vehicle's own contactor must be open, or its battery is what is measured. */
  @Override
  public boolean mayAsk(EvContext context) {
    return !context.body().contactorClosed();
  }

  @Override
  public Turn<Iso2Session> heard(
      BodyElement answer, Iso2Session session, EvContext context, double seconds) {
    if (!(answer instanceof WeldingDetectionResponse)) {
      return unexpected(answer);
    }
    double volts = context.body().inletVolts();
    if (volts < DcBattery.SAFE_VOLTS) {
      return on(new SessionStop(pause), session);
    }
    return seconds > WATCH_SECONDS
        ? on(
            new SessionStop(pause),
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
  public Optional<TalkState<Iso2Session>> stopping(Iso2Session session, boolean pause) {
    return Optional.empty();
  }
}
