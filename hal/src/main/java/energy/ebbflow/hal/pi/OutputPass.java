package energy.ebbflow.hal.pi;

import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.ReadingSink;
import energy.ebbflow.hal.linux.Hardware;
import energy.ebbflow.hal.linux.LineName;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries out what is wished: contactors first, then pilot, lock and the residual-current test.
 * Owned by one thread, which calls {@link #pass} at once after each change and every 5 ms.
 *
 * <p>There is no second pair of hands behind a board that is driven directly. So this pass opens by
 * itself when an input forbids current, and when the outlet's loop stands still for {@link
 * #DEADMAN_NANOS}.
 */
final class OutputPass {
  /** How long the outlet's loop may not have fed the watchdog; it does so every 10 ms. */
  static final long DEADMAN_NANOS = 500_000_000;

  /** Period of the control pilot: 1 kHz (IEC 61851-1 Table A.5). */
  static final long PERIOD_NANOS = 1_000_000;

  private static final String GENERATOR = "pilot generator";
  private static final String CONTACTOR = "contactor output";
  private static final String LOCK = "connector lock";
  private static final String RESIDUAL = "residual-current test";

  private final Shared shared;
  private final ReadingSink sink;
  private final long pulseNanos;
  private final boolean inverted;
  private final Hardware.Pwm pwm;
  private final Optional<Hardware.Output> enable;
  private final Hardware.Output main;
  private final Optional<Hardware.Output> more;
  private final Optional<Hardware.Output> forward;
  private final Optional<Hardware.Output> reverse;
  private final Optional<Hardware.Output> test;
  private @Nullable PilotSignal pilot;
  private int phases = -1;
  private LockDrive lock;
  private boolean driven;
  private int tests;
  private Attempts generator = Attempts.NEW;
  private Attempts contactor = Attempts.NEW;
  private Attempts motor = Attempts.NEW;
  private Attempts residual = Attempts.NEW;
  private long jamToldNanos = Long.MIN_VALUE;

  /** Takes all outputs; they are inactive and the pilot is in state F afterwards. */
  OutputPass(PiOptions options, Hardware hardware, Shared shared, ReadingSink sink, long now)
      throws IOException {
    this.shared = shared;
    this.sink = sink;
    this.main = hardware.output(options.contactors().main());
    this.more = output(hardware, options.contactors().more());
    this.pwm = hardware.pwm(options.pilot().chip(), options.pilot().channel());
    this.inverted = options.pilot().inverted();
    this.enable = output(hardware, options.pilot().enable());
    this.forward = output(hardware, options.lock().map(PiOptions.Lock::forward));
    this.reverse = output(hardware, options.lock().map(PiOptions.Lock::reverse));
    this.test = output(hardware, options.residualTest());
    this.pulseNanos = options.lock().map(PiOptions.Lock::pulseMillis).orElse(0) * 1_000_000L;
    this.lock = LockDrive.initial(now);
    apply(new PilotSignal.Negative(), now);
    main.set(false);
    for (Optional<Hardware.Output> output : List.of(more, forward, reverse, test)) {
      if (output.isPresent()) {
        output.get().set(false);
      }
    }
  }

  private static Optional<Hardware.Output> output(Hardware hardware, Optional<LineName> line)
      throws IOException {
    return line.isPresent() ? Optional.of(hardware.output(line.get())) : Optional.empty();
  }

  /** One pass; never throws for what a device does. */
  void pass(long now) {
    Shared.Wish wish = shared.wish.get();
    boolean dead = shared.fed.filter(fed -> now - fed >= DEADMAN_NANOS).isPresent();
    boolean held = dead || shared.veto.isPresent();
    contactors(held ? 0 : wish.phases(), now);
    pilot(dead ? new PilotSignal.Negative() : wish.pilot(), now);
    if (forward.isPresent() && reverse.isPresent()) {
      // A loop that stands still keeps the plug: nobody knows whether current flows.
      motor(forward.get(), reverse.get(), dead ? lock.wanted() : wish.locked(), now);
    }
    test.ifPresent(output -> residual(output, now));
  }

  // ---- contactors

  private void contactors(int wanted, long now) {
    if (wanted == phases || !contactor.due(now) && wanted != 0) {
      return;
    }
    try {
      // Opening begins with the phases, closing with them ends: no phase alone without its others.
      main.set(wanted > 0);
      if (more.isPresent()) {
        more.get().set(wanted == 3);
      }
      phases = wanted;
      contactor = contactor.succeeded();
    } catch (IOException e) {
      contactor = fail(contactor, CONTACTOR, e, now);
    }
  }

  // ---- pilot

  private void pilot(PilotSignal wanted, long now) {
    if (wanted.equals(pilot) || !generator.due(now)) {
      return;
    }
    try {
      apply(wanted, now);
      generator = generator.succeeded();
    } catch (IOException e) {
      pilot = null;
      shared.applied = Optional.empty();
      generator = fail(generator, GENERATOR, e, now);
    }
  }

  private void apply(PilotSignal wanted, long now) throws IOException {
    switch (wanted) {
      case PilotSignal.Steady() -> generate(PERIOD_NANOS, true);
      case PilotSignal.Pwm(double percent) ->
          generate(Math.round(PERIOD_NANOS * percent / 100), true);
      case PilotSignal.Negative() -> generate(0, true);
      // Without a line that disconnects the generator there is no state E; F is as good a stop.
      case PilotSignal.Zero() -> generate(0, enable.isEmpty());
    }
    pilot = wanted;
    PilotSignal seen =
        wanted instanceof PilotSignal.Zero && enable.isEmpty()
            ? new PilotSignal.Negative()
            : wanted;
    shared.applied = Optional.of(new Shared.Applied(seen, now));
  }

  private void generate(long positiveNanos, boolean connected) throws IOException {
    pwm.set(PERIOD_NANOS, inverted ? PERIOD_NANOS - positiveNanos : positiveNanos);
    if (enable.isPresent()) {
      enable.get().set(connected);
    }
  }

  // ---- lock

  private void motor(Hardware.Output in, Hardware.Output out, boolean wanted, long now) {
    LockDrive next = lock.step(wanted, shared.seen.bolt(), pulseNanos, now);
    boolean same = next.forward() == lock.forward() && next.reverse() == lock.reverse();
    lock = next;
    if (!same || motor.failures() > 0 && motor.due(now)) {
      try {
        // Never both: that shorts some bridges.
        if (lock.forward()) {
          out.set(false);
          in.set(true);
        } else {
          in.set(false);
          out.set(lock.reverse());
        }
        motor = motor.succeeded();
      } catch (IOException e) {
        motor = fail(motor, LOCK, e, now);
      }
    }
    if (lock.jammed()
        && (jamToldNanos == Long.MIN_VALUE || now - jamToldNanos >= Attempts.TELL_NANOS)) {
      jamToldNanos = now;
      sink.offer(
          new Reading.DeviceFault(
              LOCK,
              "expected the bolt "
                  + (lock.wanted() ? "in" : "out")
                  + " after "
                  + LockDrive.TRIES_MAX
                  + " pulses, the feedback says otherwise; it is tried again every 30 s"));
    } else if (!lock.jammed()) {
      jamToldNanos = Long.MIN_VALUE;
    }
  }

  // ---- residual-current device

  private void residual(Hardware.Output output, long now) {
    int asked = shared.selfTests.get();
    ResidualTest state = shared.residual;
    if (asked != tests) {
      tests = asked;
      // A test current with closed contacts would trip a device that protects somebody.
      state = shared.seen.closed() || phases > 0 ? state : state.begin(now);
    }
    state = phases > 0 ? state.abandon(now) : state.step(shared.seen.tripped(), now);
    if (state.driven() != driven && residual.due(now)) {
      try {
        output.set(state.driven());
        driven = state.driven();
        residual = residual.succeeded();
      } catch (IOException e) {
        residual = fail(residual, RESIDUAL, e, now);
      }
    }
    shared.residual = state;
  }

  private Attempts fail(Attempts attempts, String device, IOException e, long now) {
    return attempts.failed(device, String.valueOf(e.getMessage()), now, sink);
  }
}
