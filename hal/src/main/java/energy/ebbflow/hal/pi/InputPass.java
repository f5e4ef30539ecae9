package energy.ebbflow.hal.pi;

import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.ReadingSink;
import energy.ebbflow.hal.linux.Hardware;
import energy.ebbflow.hal.linux.LineName;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads lines, pilot and proximity. Owned by one thread, which calls {@link #pass} every few
 * milliseconds.
 */
final class InputPass {
  /** After a change of the generator so much of the line is not looked at. */
  static final long SETTLING_NANOS = 2_000_000;

  /** What does not change is told again so often, so that silence is a fault. */
  static final long REPEAT_NANOS = 500_000_000;

  /** Distance of looks at the proximity pilot. */
  static final long PROXIMITY_NANOS = 100_000_000;

  /** Bounds of a burst's first length, and the longest that it grows to. */
  static final int BURST_SAMPLES_MIN = 16;

  static final int BURST_SAMPLES = 64;

  static final int BURST_SAMPLES_MAX = 512;

  /** A steady line needs two for each end, so that one spike is left out. */
  static final int STEADY_SAMPLES = 2 * PilotWindow.SEEN_MIN;

  private static final String PILOT = "pilot detector";
  private static final String GENERATOR = "pilot generator";
  private static final String PROXIMITY = "proximity detector";
  private static final String EMERGENCY = "emergency-stop input";
  private static final String TRIP = "residual-current input";
  private static final String MIRROR = "mirror contact input";

  private final PiOptions options;
  private final Shared shared;
  private final ReadingSink sink;
  private final Adc adc;
  private final Hardware.Input mirror;
  private final Optional<Hardware.Input> moreMirror;
  private final Optional<Hardware.Input> bolt;
  private final Optional<Hardware.Input> trip;
  private final Optional<Hardware.Input> emergency;
  private final Optional<Hardware.Input> grid;
  private final Optional<Hardware.Input> earth;
  private final Optional<Hardware.Input> supply;
  private final Map<String, Attempts> attempts = new HashMap<>();
  private final Map<Class<?>, Told> told = new HashMap<>();
  private DutyWatch duty = DutyWatch.NEW;
  private long proximityDue = Long.MIN_VALUE;

  private record Told(Reading reading, long at) {}

  InputPass(PiOptions options, Hardware hardware, Shared shared, ReadingSink sink)
      throws IOException {
    this.options = options;
    this.shared = shared;
    this.sink = sink;
    this.adc = adc(options.adc(), hardware);
    this.mirror = hardware.input(options.contactors().feedback());
    this.moreMirror = input(hardware, options.contactors().moreFeedback());
    this.bolt = input(hardware, options.lock().map(PiOptions.Lock::bolt));
    this.trip = input(hardware, options.trip());
    this.emergency = input(hardware, options.emergency());
    this.grid = input(hardware, options.grid());
    this.earth = input(hardware, options.earth());
    this.supply = input(hardware, options.supply());
  }

  private static Adc adc(PiOptions.AdcPlace place, Hardware hardware) throws IOException {
    int bus = place.place().bus();
    int device = place.place().device();
    return switch (place.kind()) {
      case MCP3008, MCP3208 ->
          new Adc.Mcp(hardware.spi(bus, device, place.hertz()), place.kind(), place.reference());
      case ADS1115 -> new Adc.Ads(hardware.i2c(bus, device));
    };
  }

  private static Optional<Hardware.Input> input(Hardware hardware, Optional<LineName> line)
      throws IOException {
    return line.isPresent() ? Optional.of(hardware.input(line.get())) : Optional.empty();
  }

  /** Something that may fail. */
  private interface Look<T> {
    T look() throws IOException;
  }

  /** One pass; never throws for what a device does. Safety first. */
  void pass(long now) {
    Optional<Boolean> pressed = see(EMERGENCY, emergency, now);
    Optional<Boolean> tripped = see(TRIP, trip, now);
    veto(pressed, tripped);
    pressed.ifPresent(value -> tell(new Reading.EmergencyStop(value), now));
    boolean closed = contactor(now);
    boolean locked = see("lock feedback input", bolt, now).orElse(false);
    shared.seen = new Shared.Seen(closed, locked, tripped.orElse(false));
    residual(tripped, now);
    if (bolt.isPresent()) {
      tell(new Reading.Lock(locked), now);
    }
    see("supply input", supply, now).ifPresent(value -> tell(new Reading.Supply(value), now));
    see("earth input", earth, now).ifPresent(value -> tell(new Reading.Earth(value), now));
    see("grid input", grid, now).ifPresent(value -> tell(new Reading.Grid(value), now));
    attempt(PILOT, () -> pilot(now), now);
    if (options.proximity().isPresent() && now >= proximityDue) {
      proximityDue = now + PROXIMITY_NANOS;
      PiOptions.Proximity place = options.proximity().get();
      attempt(PROXIMITY, () -> proximity(place, now), now);
    }
  }

  /** An input that is there and answers. */
  private Optional<Boolean> see(String device, Optional<Hardware.Input> input, long now) {
    return input.flatMap(line -> attempt(device, () -> Optional.of(line.active()), now));
  }

  private <T> Optional<T> attempt(String device, Look<Optional<T>> look, long now) {
    Attempts before = attempts.getOrDefault(device, Attempts.NEW);
    if (!before.due(now)) {
      return Optional.empty();
    }
    try {
      Optional<T> value = look.look();
      attempts.put(device, before.succeeded());
      return value;
    } catch (IOException e) {
      fail(device, String.valueOf(e.getMessage()), before, now);
      return Optional.empty();
    }
  }

  private void fail(String device, String words, Attempts before, long now) {
    attempts.put(device, before.failed(device, words, now, sink));
  }

  private void tell(Reading reading, long now) {
    Told last = told.get(reading.getClass());
    if (last == null || !last.reading().equals(reading) || now - last.at() >= REPEAT_NANOS) {
      told.put(reading.getClass(), new Told(reading, now));
      sink.offer(reading);
    }
  }

  // ---- lines

  /** An input that cannot be read counts as if it said stop. */
  private void veto(Optional<Boolean> pressed, Optional<Boolean> tripped) {
    Optional<String> reason = Optional.empty();
    if (emergency.isPresent() && pressed.orElse(true)) {
      reason = Optional.of("the emergency stop");
    } else if (trip.isPresent() && tripped.orElse(true) && shared.residual.idle()) {
      reason = Optional.of("the residual-current device");
    }
    // It is lifted only when nobody wishes current any more: nothing closes again by itself.
    if (reason.isPresent() || shared.wish.get().phases() == 0) {
      shared.veto = reason;
    }
  }

  private boolean contactor(long now) {
    Optional<Boolean> first = see(MIRROR, Optional.of(mirror), now);
    Optional<Boolean> second = see(MIRROR, moreMirror, now);
    int wanted = shared.wish.get().phases();
    boolean main = first.orElse(shared.seen.closed());
    // All must touch to be closed, all must be apart to be open; one phase needs the first alone.
    boolean closed =
        second.isEmpty() || wanted == 1
            ? main
            : wanted == 0 ? main || second.get() : main && second.get();
    if (first.isPresent()) {
      tell(new Reading.Contactor(closed), now);
    }
    if (wanted == 1 && second.orElse(false)) {
      Attempts before = attempts.getOrDefault("second contactor", Attempts.NEW);
      fail(
          "second contactor",
          "expected the contactor of L2 and L3 open with one phase, its mirror contact says closed",
          before,
          now);
    }
    return main || second.orElse(false);
  }

  private void residual(Optional<Boolean> tripped, long now) {
    ResidualTest test = shared.residual;
    if (tripped.isPresent() && test.idle()) {
      tell(new Reading.ResidualCurrent(tripped.get(), test.passed()), now);
    }
  }

  // ---- pilot

  private Optional<Boolean> pilot(long now) throws IOException {
    Optional<Shared.Applied> applied = shared.applied;
    if (applied.isEmpty() || now - applied.get().since() < SETTLING_NANOS) {
      return Optional.empty();
    }
    PilotSignal signal = applied.get().signal();
    Optional<Reading.Pilot> levels =
        switch (options.pilot().sampling()) {
          case BURST -> burst(signal, now);
          case PEAK_HOLD -> Optional.of(peaks(signal));
        };
    // What was measured while the generator changed belongs to neither signal.
    if (levels.isPresent() && shared.applied.equals(applied)) {
      sink.offer(levels.get());
    }
    return Optional.empty();
  }

  private double lineVolts(int channel) throws IOException {
    return options.pilot().offset() + adc.volts(channel) * options.pilot().scale();
  }

  private Reading.Pilot peaks(PilotSignal signal) throws IOException {
    double high = lineVolts(options.pilot().high());
    double low = lineVolts(options.pilot().low().orElseThrow());
    return PilotWindow.levels(signal, new double[] {high, high, low, low}).orElseThrow();
  }

  private Optional<Reading.Pilot> burst(PilotSignal signal, long now) throws IOException {
    double[] samples = new double[0];
    Optional<Reading.Pilot> levels = Optional.empty();
    int count = firstBurst(signal);
    while (levels.isEmpty() && samples.length < BURST_SAMPLES_MAX) {
      double[] longer = Arrays.copyOf(samples, samples.length + count);
      for (int i = samples.length; i < longer.length; i++) {
        longer[i] = lineVolts(options.pilot().high());
      }
      samples = longer;
      levels = PilotWindow.levels(signal, samples);
    }
    double[] all = samples;
    duty =
        duty.after(
            signal, levels.flatMap(seen -> PilotWindow.dutyPercent(all, seen)), samples.length);
    if (duty.broken()) {
      fail(
          GENERATOR,
          "expected " + signal + ", the line has another duty",
          attempts.getOrDefault(GENERATOR, Attempts.NEW),
          now);
      duty = DutyWatch.NEW;
    }
    return levels;
  }

  /** As many samples as show both plateaus; every sample costs the processor time. */
  private static int firstBurst(PilotSignal signal) {
    if (!(signal instanceof PilotSignal.Pwm(double percent))) {
      return STEADY_SAMPLES;
    }
    double shorter = Math.min(percent, 100 - percent) / 100;
    return Math.clamp(
        Math.round(PilotWindow.EXPECTED_MIN / shorter), BURST_SAMPLES_MIN, BURST_SAMPLES);
  }

  // ---- proximity

  private Optional<Boolean> proximity(PiOptions.Proximity place, long now) throws IOException {
    double ohms = CableCode.ohms(adc.volts(place.channel()), place.supply(), place.pullUp());
    Optional<Amps> rating =
        switch (CableCode.of(ohms)) {
          case CableCode.Meaning.NoPlug() -> Optional.empty();
          case CableCode.Meaning.Cable(int amps) -> Optional.of(new Amps(amps));
          case CableCode.Meaning.Nonsense() -> {
            // Whatever was read before, no cable is known now.
            tell(new Reading.Proximity(Optional.empty()), now);
            throw new IOException(
                String.format(
                    Locale.ROOT,
                    "expected the resistor of a cable, 60 to 2700 Ω, or none, got %.0f Ω",
                    ohms));
          }
        };
    tell(new Reading.Proximity(rating), now);
    return Optional.empty();
  }
}
