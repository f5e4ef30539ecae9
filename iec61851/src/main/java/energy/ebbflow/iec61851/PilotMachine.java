package energy.ebbflow.iec61851;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The station's side of the control pilot, IEC 61851-1 Annex A: states A to F, the signal on the
 * line, and the only place that may ask for closed contactors.
 *
 * <p>Pure and immutable: {@link #step} answers with the next machine and with effects, in the order
 * in which they are to be carried out. Time is monotonic, in ns, its origin arbitrary, and never
 * runs backwards. Owner: the EVSE's loop. It must be stepped at least every 20 ms, with a {@link
 * PilotInput.Tick} when nothing else happened, or by {@link #nextDeadlineNanos}.
 *
 * <p>Contactors close when all of this is true: permission granted; PWM applied; the vehicle in C
 * (or in D where there is ventilation), stable, with its diode seen; no fault. They open as soon as
 * one of permission, request, or freedom from faults is gone; only the loss of PWM leaves a vehicle
 * in C 6 s to stop by itself.
 */
public final class PilotMachine {
  /**
   * One step's outcome.
   *
   * @param next the machine from now on
   * @param effects what is to be done, in this order
   */
  public record Step(PilotMachine next, List<PilotEffect> effects) {
    public Step {
      effects = List.copyOf(effects);
    }
  }

  /** Everything the machine remembers. */
  record Memory(
      PilotState state,
      PilotOffer offer,
      boolean permission,
      AppliedSignal signal,
      PilotLine line,
      ContactorGate gate,
      BcbDetector bcb,
      Set<PilotFault> faults) {}

  private final PilotConfig config;
  private final Optional<Memory> memory;

  private PilotMachine(PilotConfig config, Optional<Memory> memory) {
    this.config = config;
    this.memory = memory;
  }

  /**
   * The machine before its first step: state A, nothing offered, nothing permitted. The first step
   * opens the contactors and puts the steady signal on the line, whatever its input is.
   */
  public static PilotMachine initial(PilotConfig config) {
    return new PilotMachine(config, Optional.empty());
  }

  /** For the exhaustive exploration: the machine with a given memory. */
  static PilotMachine of(PilotConfig config, Memory memory) {
    return new PilotMachine(config, Optional.of(memory));
  }

  Optional<Memory> memory() {
    return memory;
  }

  /** The debounced state of the line. */
  public PilotState state() {
    return memory.map(Memory::state).orElse(PilotState.A);
  }

  /** Whether the contactors are commanded to be closed. */
  public boolean contactorsClosed() {
    return memory.map(m -> m.gate().closed()).orElse(false);
  }

  /** The faults that are present. */
  public Set<PilotFault> faults() {
    return memory.map(Memory::faults).orElse(Set.of());
  }

  /** The duty on the line in percent; absent while the signal is steady. */
  public Optional<Double> dutyPercent() {
    return memory.map(Memory::signal).filter(AppliedSignal::isPwm).map(AppliedSignal::dutyPercent);
  }

  /**
   * Takes in one input.
   *
   * @param now monotonic ns, not before that of the previous step
   */
  public Step step(PilotInput input, long now) {
    List<PilotEffect> effects = new ArrayList<>();
    Memory before =
        memory.orElseGet(
            () -> {
              effects.add(new PilotEffect.OpenContactors("start"));
              return new Memory(
                  PilotState.A,
                  new PilotOffer.None(),
                  false,
                  AppliedSignal.unknown(now),
                  PilotLine.starting(config.timing(), now),
                  ContactorGate.open(now),
                  BcbDetector.IDLE,
                  Set.of());
            });
    Memory after = new PilotStep(config, now, effects).run(before, input);
    return new Step(new PilotMachine(config, Optional.of(after)), effects);
  }

  /**
   * When the machine will have something to do without any further input; absent if never. Before
   * the first step it is {@code now}, otherwise later.
   */
  public OptionalLong nextDeadlineNanos(long now) {
    if (memory.isEmpty()) {
      return OptionalLong.of(now);
    }
    Earliest earliest = new Earliest(now);
    deadlines(memory.get(), earliest);
    return earliest.delay == Long.MAX_VALUE
        ? OptionalLong.empty()
        : OptionalLong.of(now + earliest.delay);
  }

  /** The next of several times. Differences are compared: the origin of the time is arbitrary. */
  private static final class Earliest {
    private final long now;
    private long delay = Long.MAX_VALUE;

    Earliest(long now) {
      this.now = now;
    }

    void at(long nanos) {
      long after = nanos - now;
      if (after > 0 && after < delay) {
        delay = after;
      }
    }
  }

  private void deadlines(Memory m, Earliest out) {
    PilotTiming timing = config.timing();
    PilotLine line = m.line();
    out.at(line.lastSample() + timing.sampleTimeoutNanos());
    PilotLevel raw = line.raw();
    if (raw != null && raw != line.settled()) {
      out.at(line.rawSince() + PilotLine.debounce(raw, timing));
    }
    if (!line.requesting()) {
      out.at(line.requestSince() + timing.openNanos());
    }
    if (m.gate().closed() && m.signal().isSteady()) {
      out.at(m.signal().since() + timing.forceOpenNanos());
    }
    if (!m.gate().closed() && line.requesting()) {
      out.at(line.requestSince() + timing.debounceNanos());
    }
    if (m.gate().contradicting()) {
      out.at(m.gate().contradictSince() + timing.followNanos());
    }
    if (m.signal().isNegative()) {
      out.at(m.signal().since() + timing.minimumFaultNanos());
    }
    if (m.signal().isPwm()) {
      out.at(m.signal().kindSince() + timing.settleNanos());
      out.at(m.signal().since() + timing.paceNanos());
    }
  }

  /**
   * The same machine with ages instead of times: {@code now} becomes 0, and an age beyond the last
   * deadline that it could reach counts as that deadline. Two machines that are equal afterwards
   * behave alike, apart from the reports of BCB toggles, which are forgotten. For an exploration of
   * all states.
   */
  public PilotMachine aged(long now) {
    if (memory.isEmpty()) {
      return this;
    }
    Memory m = memory.get();
    PilotTiming timing = config.timing();
    PilotLine line = m.line();
    long stable = Math.max(timing.debounceNanos(), timing.unplugNanos());
    long signal =
        Math.max(Math.max(timing.paceNanos(), timing.forceOpenNanos()), timing.minimumFaultNanos());
    return new PilotMachine(
        config,
        Optional.of(
            new Memory(
                m.state(),
                m.offer(),
                m.permission(),
                new AppliedSignal(
                    m.signal().kind(),
                    m.signal().dutyPercent(),
                    aged(m.signal().since(), now, signal),
                    aged(m.signal().kindSince(), now, timing.settleNanos())),
                new PilotLine(
                    line.raw(),
                    aged(line.rawSince(), now, stable),
                    line.settled(),
                    line.requesting(),
                    aged(line.requestSince(), now, stable),
                    line.diodeSeen(),
                    aged(line.lastSample(), now, timing.sampleTimeoutNanos())),
                new ContactorGate(
                    m.gate().closed(),
                    m.gate().feedback(),
                    m.gate().contradicting(),
                    aged(m.gate().contradictSince(), now, timing.followNanos())),
                BcbDetector.IDLE,
                m.faults())));
  }

  private static long aged(long since, long now, long most) {
    return -Math.min(now - since, most);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PilotMachine that
        && config.equals(that.config)
        && memory.equals(that.memory);
  }

  @Override
  public int hashCode() {
    return memory.hashCode();
  }

  /** An empty set that enum values can be added to. */
  static EnumSet<PilotFault> mutable(Set<PilotFault> faults) {
    EnumSet<PilotFault> out = EnumSet.noneOf(PilotFault.class);
    out.addAll(faults);
    return out;
  }
}
