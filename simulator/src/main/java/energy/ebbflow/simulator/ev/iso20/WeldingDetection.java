package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.dc.DcWeldingDetectionRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcWeldingDetectionResponse;
import energy.ebbflow.simulator.ev.iso20.wire.Ending;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.List;

/**
 * Watches the voltage at the inlet fall with all contactors open: one that stays up tells of welded
 * contacts.
 *
 * @param ending what comes after it
 * @param finished the last request was sent
 */
public record WeldingDetection(Ending ending, boolean finished) implements Iso20State {
  /** IEC 61851-23: safe below this. */
  static final double SAFE_VOLTS = 60;

  /** The voltage is down well before that with healthy contactors. */
  static final double WATCH_SECONDS = 5;

  @Override
  public V2gMessage request(Talk<Iso20Session> talk, EvContext context) {
    return new DcWeldingDetectionRequest(
        talk.session().header(context), finished ? Processing.FINISHED : Processing.ONGOING);
  }

  /** The vehicle's own contactor must be open, or its battery is what is measured. */
  @Override
  public boolean mayAsk(EvContext context) {
    return !context.body().contactorClosed();
  }

  @Override
  public Turn<Iso20Session> answer(V2gMessage answer, Talk<Iso20Session> talk, EvContext context) {
    if (!(answer instanceof DcWeldingDetectionResponse)) {
      return unexpected(answer);
    }
    if (finished) {
      return new Turn.On<>(talk.session(), SessionStop.after(ending, talk.session()));
    }
    if (context.body().inletVolts() < SAFE_VOLTS) {
      return new Turn.Again<>(talk.session(), new WeldingDetection(ending, true), 0);
    }
    if (talk.over(WATCH_SECONDS, context)) {
      EvEffect note =
          new EvEffect.Note(
              "welding detection: the inlet still has "
                  + Math.round(context.body().inletVolts())
                  + " V with open contactors");
      return new Turn.Again<>(talk.session(), new WeldingDetection(ending, true), 0, List.of(note));
    }
    return new Turn.Again<>(talk.session(), this, context.config().habits().pollSeconds());
  }

  @Override
  public String phase() {
    return "welding";
  }

  @Override
  public boolean needsPilot() {
    return false;
  }
}
