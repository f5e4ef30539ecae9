package energy.ebbflow.iec61851;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A pilot machine on a virtual line: the vehicle is a positive level and a diode, sampled every
 * millisecond; the contactors follow at once unless they are stuck. Remembers every effect with its
 * time.
 */
final class PilotRig {
  static final long MILLI = 1_000_000;

  /** The origin is arbitrary, even negative. */
  private static final long ORIGIN = -3_000_000_000L;

  record Timed(long millis, PilotEffect effect) {}

  private PilotMachine machine;
  private long now = ORIGIN;
  private double vehicleVolts = 12;
  private boolean diode = true;
  private boolean sampling = true;
  private boolean feedback = true;
  private boolean contactor;
  private PilotEffect signal = new PilotEffect.SignalSteady();
  private final List<Timed> log = new ArrayList<>();

  PilotRig(PilotConfig config) {
    machine = PilotMachine.initial(config);
    step(new PilotInput.Tick());
    step(new PilotInput.ContactorFeedback(false));
  }

  static PilotRig standard() {
    return new PilotRig(PilotConfig.standard(false));
  }

  /** A vehicle in C, charging on {@code offer} with closed contactors. */
  static PilotRig charging(PilotOffer offer) {
    PilotRig rig = standard();
    rig.level(9).run(300);
    rig.offer(offer).permit(true).run(100);
    rig.level(6).run(300);
    if (!rig.machine.contactorsClosed()) {
      throw new IllegalStateException("the rig did not start to charge: " + rig.log);
    }
    rig.run(6000);
    return rig;
  }

  PilotMachine machine() {
    return machine;
  }

  long millis() {
    return (now - ORIGIN) / MILLI;
  }

  /** The level that the vehicle's resistors make, from now on. */
  PilotRig level(double volts) {
    vehicleVolts = volts;
    return this;
  }

  PilotRig diode(boolean present) {
    diode = present;
    return this;
  }

  PilotRig sampling(boolean on) {
    sampling = on;
    return this;
  }

  /** Freezes the contactor and its mirror contact in its present position. */
  PilotRig stickContactor() {
    feedback = false;
    return this;
  }

  PilotRig releaseContactor() {
    feedback = true;
    return follow();
  }

  /** The contactor opens although nobody commanded it. */
  PilotRig contactorOpensByItself() {
    feedback = false;
    contactor = false;
    step(new PilotInput.ContactorFeedback(false));
    return this;
  }

  PilotRig offer(PilotOffer offer) {
    step(new PilotInput.Offer(offer));
    return this;
  }

  PilotRig permit(boolean granted) {
    step(new PilotInput.Permission(granted));
    return this;
  }

  /** Lets time pass, one sample a millisecond; the last sample is at the end. */
  PilotRig run(long millis) {
    for (long i = 0; i < millis; i++) {
      now += MILLI;
      if (sampling) {
        sample();
      } else {
        step(new PilotInput.Tick());
      }
    }
    return this;
  }

  /** The whole process stands still; then the loop's tick comes before the next sample. */
  PilotRig stall(long millis) {
    now += millis * MILLI;
    step(new PilotInput.Tick());
    return this;
  }

  private void sample() {
    switch (signal) {
      case PilotEffect.SignalPwm pwm ->
          step(
              new PilotInput.Sample(
                  vehicleVolts, diode || vehicleVolts > 10 ? -12 : -vehicleVolts));
      case PilotEffect.SignalNotAvailable off -> step(new PilotInput.Sample(-12, -12));
      default -> step(new PilotInput.Sample(vehicleVolts, vehicleVolts));
    }
  }

  void step(PilotInput input) {
    PilotMachine.Step step = machine.step(input, now);
    machine = step.next();
    for (PilotEffect effect : step.effects()) {
      log.add(new Timed(millis(), effect));
      switch (effect) {
        case PilotEffect.SignalSteady s -> signal = s;
        case PilotEffect.SignalPwm s -> signal = s;
        case PilotEffect.SignalNotAvailable s -> signal = s;
        default -> {}
      }
    }
    follow();
  }

  private PilotRig follow() {
    if (feedback && contactor != machine.contactorsClosed()) {
      contactor = machine.contactorsClosed();
      step(new PilotInput.ContactorFeedback(contactor));
    }
    return this;
  }

  PilotRig clear() {
    log.clear();
    return this;
  }

  List<PilotEffect> effects() {
    return log.stream().map(Timed::effect).toList();
  }

  /** When the first effect of a kind happened, in ms of the rig's time. */
  Optional<Long> when(Predicate<PilotEffect> kind) {
    return log.stream().filter(t -> kind.test(t.effect())).map(Timed::millis).findFirst();
  }

  Optional<Long> when(Class<? extends PilotEffect> kind) {
    return when(kind::isInstance);
  }
}
