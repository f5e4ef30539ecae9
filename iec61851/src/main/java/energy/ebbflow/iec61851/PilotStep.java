package energy.ebbflow.iec61851;

import energy.ebbflow.iec61851.AppliedSignal.Kind;
import energy.ebbflow.iec61851.PilotMachine.Memory;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One step of the {@link PilotMachine}: the input is taken in, then everything is judged anew in
 * the order of its urgency: faults, contactors, signal, state.
 */
final class PilotStep {
  /**
   * A loop that comes this late to a deadline has slept itself, and with it perhaps the drivers: it
   * gives them as long again before it blames a device.
   */
  static final long OVERSLEPT_NANOS = 100_000_000;

  private final PilotConfig config;
  private final PilotTiming timing;
  private final long now;
  private final List<PilotEffect> effects;

  PilotStep(PilotConfig config, long now, List<PilotEffect> effects) {
    this.config = config;
    this.timing = config.timing();
    this.now = now;
    this.effects = effects;
  }

  Memory run(Memory before, PilotInput input) {
    Memory told = excuse(take(before, input));
    PilotLine line = told.line().settle(timing, now);
    Memory settled = withLine(told, line);
    Set<PilotFault> faults = faults(settled);
    ContactorGate gate = open(withFaults(settled, faults));
    Memory safe = withGate(withFaults(settled, faults), gate);
    reportFaults(before.faults(), safe);
    PilotState measured = line.settledLevel().flatMap(PilotLevel::state).orElse(safe.state());
    Memory signalled = signal(safe, measured);
    Memory stated = state(signalled, measured);
    reportToggle(before.bcb(), stated.bcb());
    return close(stated);
  }

  // ---- what came in

  private Memory take(Memory m, PilotInput input) {
    return switch (input) {
      case PilotInput.Tick() -> m;
      case PilotInput.Offer(PilotOffer offer) ->
          new Memory(
              m.state(),
              offer,
              m.permission(),
              m.signal(),
              m.line(),
              m.gate(),
              m.bcb(),
              m.faults());
      case PilotInput.Permission(boolean granted) ->
          new Memory(
              m.state(), m.offer(), granted, m.signal(), m.line(), m.gate(), m.bcb(), m.faults());
      case PilotInput.ContactorFeedback(boolean closed) ->
          withGate(m, m.gate().feedback(closed, now));
      case PilotInput.ContactorFeedbackLost() -> withGate(m, m.gate().feedbackLost(now));
      case PilotInput.Sample(double high, double low) -> sample(m, high, low);
    };
  }

  private Memory sample(Memory m, double high, double low) {
    PilotLine line = m.line();
    if (m.signal().isNegative()) {
      // In state F the line shows only the station's own -12 V.
      return withLine(m, PilotLine.unmeasured(now));
    }
    boolean judge = m.signal().isPwm() && m.signal().isSettled(timing, now);
    PilotLevel level = PilotLevel.of(high, low, judge, line.raw());
    Memory measured = withLine(m, line.measured(level, judge, config, now));
    return new Memory(
        measured.state(),
        measured.offer(),
        measured.permission(),
        measured.signal(),
        measured.line(),
        measured.gate(),
        m.bcb().measured(level, !m.gate().closed(), timing, now),
        measured.faults());
  }

  // ---- faults

  /** Whether a deadline has passed so long ago that this machine cannot have been stepped since. */
  private boolean overslept(long since, long patience) {
    return now - since - patience >= OVERSLEPT_NANOS;
  }

  private Memory excuse(Memory m) {
    PilotLine line = m.line();
    boolean silent = !m.faults().contains(PilotFault.NO_SAMPLES);
    if (silent && overslept(line.lastSample(), timing.sampleTimeoutNanos())) {
      line = line.excused(now + OVERSLEPT_NANOS - timing.sampleTimeoutNanos());
    }
    ContactorGate gate = m.gate();
    boolean trusted = !m.faults().contains(PilotFault.CONTACTOR_DOES_NOT_FOLLOW);
    if (trusted
        && gate.contradicting()
        && overslept(gate.contradictSince(), timing.followNanos())) {
      gate = gate.excused(now + OVERSLEPT_NANOS - timing.followNanos());
    }
    return withGate(withLine(m, line), gate);
  }

  private Set<PilotFault> faults(Memory m) {
    EnumSet<PilotFault> faults = PilotMachine.mutable(m.faults());
    faults.removeIf(fault -> isOver(fault, m));
    if (m.line().isStale(timing, now)) {
      faults.add(PilotFault.NO_SAMPLES);
    }
    Optional<PilotLevel> level = m.line().settledLevel();
    level.flatMap(PilotLevel::fault).ifPresent(faults::add);
    if (level.filter(PilotLevel.D::equals).isPresent() && !config.ventilation()) {
      // IEC 61851-1 Table A.2: without ventilation a vehicle in state D gets no energy.
      faults.add(PilotFault.VENTILATION_NOT_AVAILABLE);
    }
    if (m.gate().failsToFollow(timing, now)) {
      faults.add(PilotFault.CONTACTOR_DOES_NOT_FOLLOW);
    }
    if (overstays(m)) {
      faults.add(PilotFault.VEHICLE_DOES_NOT_STOP);
    }
    return Set.copyOf(faults);
  }

  /** IEC 61851-1 Table A.6, sequence 10.2: in C without PWM, and energy still on after 6 s. */
  private boolean overstays(Memory m) {
    return m.gate().closed()
        && m.signal().isSteady()
        && now - m.signal().since() >= timing.forceOpenNanos();
  }

  private boolean isOver(PilotFault fault, Memory m) {
    Optional<PilotLevel> level = m.line().settledLevel();
    boolean valid = level.isPresent() && level.get().fault().isEmpty();
    boolean unplugged = level.filter(PilotLevel.A::equals).isPresent();
    return switch (fault) {
      case SHORT_CIRCUIT, LEVEL_OUT_OF_RANGE -> valid;
      case NO_SAMPLES -> !m.line().isStale(timing, now);
      case DIODE_MISSING -> unplugged;
      case CONTACTOR_DOES_NOT_FOLLOW -> unplugged && m.gate().provenOpen();
      case VENTILATION_NOT_AVAILABLE ->
          m.offer() instanceof PilotOffer.NotAvailable
              || level.filter(PilotLevel.D::equals).isEmpty();
      case VEHICLE_DOES_NOT_STOP ->
          !m.line().asks(timing, now)
              || m.offer() instanceof PilotOffer.Basic
              || m.offer() instanceof PilotOffer.Digital;
    };
  }

  private void reportFaults(Set<PilotFault> before, Memory m) {
    for (PilotFault fault : PilotFault.values()) {
      boolean was = before.contains(fault);
      boolean is = m.faults().contains(fault);
      if (is && !was) {
        effects.add(new PilotEffect.Fault(fault, detail(fault, m)));
      } else if (was && !is) {
        effects.add(new PilotEffect.FaultCleared(fault));
      }
    }
  }

  private String detail(PilotFault fault, Memory m) {
    return switch (fault) {
      case DIODE_MISSING ->
          "expected a negative half-wave of -12 V through the vehicle's diode, got none; PWM is"
              + " withdrawn until the vehicle is unplugged";
      case SHORT_CIRCUIT ->
          "expected 3, 6, 9 or 12 V, got 0 V; PWM is withdrawn until the level is valid again";
      case LEVEL_OUT_OF_RANGE ->
          "expected 0 to 12 V, got another level; PWM is withdrawn until the level is valid again";
      case VENTILATION_NOT_AVAILABLE ->
          "expected state C, got state D, and the station has no ventilation; no energy in D";
      case VEHICLE_DOES_NOT_STOP ->
          "expected state B within "
              + millis(timing.forceOpenNanos())
              + " after the end of PWM, got C; contactors are opened under load";
      case CONTACTOR_DOES_NOT_FOLLOW ->
          "expected contactors "
              + (m.gate().saysClosed() ? "open" : "closed")
              + " within "
              + millis(timing.followNanos())
              + ", feedback says otherwise; no energy until the vehicle is unplugged";
      case NO_SAMPLES ->
          "expected a measurement of the line at least every "
              + millis(timing.sampleTimeoutNanos())
              + ", got none; PWM is withdrawn";
    };
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%d ms", nanos / 1_000_000);
  }

  // ---- contactors

  private ContactorGate open(Memory m) {
    if (!m.gate().closed()) {
      return m.gate();
    }
    Optional<String> reason = reasonToOpen(m);
    reason.ifPresent(why -> effects.add(new PilotEffect.OpenContactors(why)));
    return reason.isPresent() ? m.gate().command(false, now) : m.gate();
  }

  private Optional<String> reasonToOpen(Memory m) {
    if (!m.permission()) {
      return Optional.of("permission withdrawn");
    }
    if (m.offer() instanceof PilotOffer.NotAvailable) {
      return Optional.of("station not available");
    }
    if (!m.faults().isEmpty()) {
      return Optional.of(
          "fault " + String.join(", ", m.faults().stream().map(Enum::name).sorted().toList()));
    }
    if (!m.line().asks(timing, now)) {
      return Optional.of("vehicle left C/D");
    }
    return Optional.empty();
  }

  private Memory close(Memory m) {
    boolean may =
        !m.gate().closed()
            && reasonToOpen(m).isEmpty()
            && m.signal().isPwm()
            && m.signal().isSettled(timing, now)
            && m.line().asksSteadily(timing, now)
            && (m.state() == PilotState.C || m.state() == PilotState.D);
    if (!may) {
      return m;
    }
    effects.add(new PilotEffect.CloseContactors());
    return withGate(m, m.gate().command(true, now));
  }

  // ---- the signal and the state

  private Memory signal(Memory m, PilotState measured) {
    AppliedSignal next = m.signal().toward(wanted(m, measured), timing, now);
    if (next == m.signal()) {
      return m;
    }
    effects.add(
        switch (next.kind()) {
          case UNKNOWN, STEADY -> new PilotEffect.SignalSteady();
          case PWM -> new PilotEffect.SignalPwm(next.dutyPercent());
          case NEGATIVE -> new PilotEffect.SignalNotAvailable();
        });
    boolean wasOrIsNegative = next.isNegative() || m.signal().isNegative();
    return new Memory(
        m.state(),
        m.offer(),
        m.permission(),
        next,
        wasOrIsNegative ? m.line().forgotten(now) : m.line(),
        m.gate(),
        wasOrIsNegative ? BcbDetector.IDLE : m.bcb(),
        m.faults());
  }

  /** PWM only while a vehicle is connected and no fault forbids it. */
  private AppliedSignal wanted(Memory m, PilotState measured) {
    if (m.offer() instanceof PilotOffer.NotAvailable) {
      return new AppliedSignal(Kind.NEGATIVE, 0, now, now);
    }
    boolean connected =
        switch (measured) {
          case B, C, D -> true;
          case A, E, F -> false;
        };
    if (!connected || withdrawsPwm(m.faults())) {
      return new AppliedSignal(Kind.STEADY, 0, now, now);
    }
    return switch (m.offer()) {
      case PilotOffer.None(), PilotOffer.NotAvailable() ->
          new AppliedSignal(Kind.STEADY, 0, now, now);
      case PilotOffer.Digital() -> new AppliedSignal(Kind.PWM, DutyCycle.DIGITAL_PERCENT, now, now);
      case PilotOffer.Basic(double amps) ->
          new AppliedSignal(Kind.PWM, DutyCycle.fromAmps(amps), now, now);
    };
  }

  private Memory state(Memory m, PilotState measured) {
    PilotState next = m.signal().isNegative() ? PilotState.F : measured;
    if (next == m.state()) {
      return m;
    }
    effects.add(new PilotEffect.StateChanged(m.state(), next));
    return new Memory(
        next, m.offer(), m.permission(), m.signal(), m.line(), m.gate(), m.bcb(), m.faults());
  }

  private void reportToggle(BcbDetector before, BcbDetector after) {
    boolean ended =
        before.phase() == BcbDetector.Phase.PULSE && after.phase() == BcbDetector.Phase.LOW_LOAD;
    if (ended && after.count() > 0) {
      effects.add(new PilotEffect.BcbToggle(after.count()));
    }
  }

  // ---- copies

  private static Memory withLine(Memory m, PilotLine line) {
    return new Memory(
        m.state(), m.offer(), m.permission(), m.signal(), line, m.gate(), m.bcb(), m.faults());
  }

  private static Memory withGate(Memory m, ContactorGate gate) {
    return new Memory(
        m.state(), m.offer(), m.permission(), m.signal(), m.line(), gate, m.bcb(), m.faults());
  }

  private static Memory withFaults(Memory m, Set<PilotFault> faults) {
    return new Memory(
        m.state(), m.offer(), m.permission(), m.signal(), m.line(), m.gate(), m.bcb(), faults);
  }

  private static boolean withdrawsPwm(Set<PilotFault> faults) {
    for (PilotFault fault : faults) {
      if (fault.withdrawsPwm()) {
        return true;
      }
    }
    return false;
  }
}
