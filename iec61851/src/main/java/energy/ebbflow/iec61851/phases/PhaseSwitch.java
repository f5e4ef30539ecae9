package energy.ebbflow.iec61851.phases;

import java.util.ArrayList;
import java.util.List;

/**
 * Chooses between one and three phases of a station that can switch, so that 1.4 to 4.1 kW are
 * reachable without a pause. Never switches under load, nor for a vehicle that is not allowed.
 *
 * <p>A change goes: no energy on offer; contactors seen open; at least ten seconds without PWM;
 * phases selected; energy on offer again. If the contactors do not open the change is abandoned.
 *
 * <p>Pure and immutable. Owner: the EVSE's loop.
 */
public final class PhaseSwitch {
  /** How long the vehicle and the contactors may take to stop: 6 s for C to end, and to spare. */
  static final long STOP_SECONDS = 15;

  private static final long SECOND = 1_000_000_000L;

  /**
   * One step's outcome.
   *
   * @param next the switch from now on
   * @param effects what is to be done, in this order
   */
  public record Step(PhaseSwitch next, List<PhaseEffect> effects) {
    public Step {
      effects = List.copyOf(effects);
    }
  }

  /** What the switch is doing. */
  private enum Stage {
    STEADY,
    /** Waiting until the contactors are open. */
    STOPPING,
    /** They are open, and the vehicle is left in peace. */
    RESTING
  }

  private record Memory(
      Stage stage,
      long stageSince,
      int phases,
      boolean active,
      boolean allowed,
      int changes,
      boolean changedBefore,
      long lastChange,
      double requestWatts,
      double hardLimitWatts,
      boolean contactorClosed,
      int better,
      long betterSince) {}

  private final PhaseConfig config;
  private final Memory memory;

  private PhaseSwitch(PhaseConfig config, Memory memory) {
    this.config = config;
    this.memory = memory;
  }

  /** Three phases, no session. */
  public static PhaseSwitch initial(PhaseConfig config) {
    return new PhaseSwitch(
        config, new Memory(Stage.STEADY, 0, 3, false, false, 0, false, 0, 0, 0, false, 3, 0));
  }

  /** How many phases are, or will be, connected. */
  public int phases() {
    return memory.phases();
  }

  /** Whether energy must not be offered, because a change is under way. */
  public boolean pausing() {
    return memory.stage() != Stage.STEADY;
  }

  /**
   * The current per phase that a power makes on the present phases, A.
   *
   * @param watts at least 0
   */
  public double ampsPerPhase(double watts) {
    return watts / (config.voltsNominal() * memory.phases());
  }

  /**
   * Takes in one input.
   *
   * @param now monotonic ns
   */
  public Step step(PhaseInput input, long now) {
    List<PhaseEffect> effects = new ArrayList<>();
    Memory told = take(input, now, effects);
    Memory seen = observe(told, now);
    Memory next =
        switch (seen.stage()) {
          case STEADY -> steady(seen, now, effects);
          case STOPPING -> stopping(seen, now, effects);
          case RESTING -> resting(seen, now, effects);
        };
    return new Step(new PhaseSwitch(config, next), effects);
  }

  private Memory take(PhaseInput input, long now, List<PhaseEffect> effects) {
    Memory m = memory;
    return switch (input) {
      case PhaseInput.Begin(boolean allowed) ->
          m.active() ? allowed(m, allowed) : session(m, true, allowed, now);
      case PhaseInput.End() -> end(m, now, effects);
      case PhaseInput.Demand(double request, double hard) -> demand(m, request, hard);
      case PhaseInput.ContactorFeedback(boolean closed) -> contactor(m, closed);
      case PhaseInput.Tick() -> m;
    };
  }

  /** Between sessions the next vehicle is unknown: three phases, if the contactors are open. */
  private static Memory end(Memory m, long now, List<PhaseEffect> effects) {
    if (m.stage() != Stage.STEADY) {
      effects.add(new PhaseEffect.EndPause());
    }
    Memory ended = session(stage(m, Stage.STEADY, now), false, false, now);
    return ended.contactorClosed() || ended.phases() == 3 ? ended : select(ended, 3, effects);
  }

  /** Which number of phases would suit the demand, and since when that is so. */
  private Memory observe(Memory m, long now) {
    int better = better(m);
    return better == m.better() ? m : better(m, better, now);
  }

  private int better(Memory m) {
    double watts = Math.min(m.requestWatts(), m.hardLimitWatts());
    double threePhaseMinimum = 3 * config.voltsNominal() * config.minimumAmps();
    double onePhaseMinimum = config.voltsNominal() * config.minimumAmps();
    if (watts >= threePhaseMinimum + config.riseMarginWatts()) {
      return 3;
    }
    // Below the minimum of one phase a change gains nothing: there will be a pause anyway.
    return watts < threePhaseMinimum && watts >= onePhaseMinimum ? 1 : m.phases();
  }

  private Memory steady(Memory m, long now, List<PhaseEffect> effects) {
    boolean wanted = m.active() && m.allowed() && m.better() != m.phases();
    long hold = m.better() == 3 ? config.holdUpSeconds() : config.holdDownSeconds();
    boolean rested = !m.changedBefore() || seconds(now, m.lastChange()) >= config.restSeconds();
    if (!wanted
        || !rested
        || m.changes() >= config.changesPerSession()
        || seconds(now, m.betterSince()) < hold) {
      return m;
    }
    effects.add(new PhaseEffect.BeginPause(m.phases(), m.better()));
    return stopping(stage(m, Stage.STOPPING, now), now, effects);
  }

  private Memory stopping(Memory m, long now, List<PhaseEffect> effects) {
    if (!m.contactorClosed()) {
      return stage(m, Stage.RESTING, now);
    }
    if (seconds(now, m.stageSince()) < STOP_SECONDS) {
      return m;
    }
    effects.add(new PhaseEffect.ChangeAbandoned(m.phases()));
    effects.add(new PhaseEffect.EndPause());
    return counted(stage(m, Stage.STEADY, now), now);
  }

  private Memory resting(Memory m, long now, List<PhaseEffect> effects) {
    if (m.contactorClosed()) {
      // Somebody closed them against the pause: never change the phases under load.
      return stage(m, Stage.STOPPING, now);
    }
    if (seconds(now, m.stageSince()) < config.pilotOffSeconds()) {
      return m;
    }
    Memory changed = select(m, m.phases() == 3 ? 1 : 3, effects);
    effects.add(new PhaseEffect.EndPause());
    return counted(stage(changed, Stage.STEADY, now), now);
  }

  private static long seconds(long now, long since) {
    return (now - since) / SECOND;
  }

  // ---- copies

  private static Memory select(Memory m, int phases, List<PhaseEffect> effects) {
    effects.add(new PhaseEffect.SelectPhases(phases));
    return new Memory(
        m.stage(),
        m.stageSince(),
        phases,
        m.active(),
        m.allowed(),
        m.changes(),
        m.changedBefore(),
        m.lastChange(),
        m.requestWatts(),
        m.hardLimitWatts(),
        m.contactorClosed(),
        m.better(),
        m.betterSince());
  }

  private static Memory stage(Memory m, Stage stage, long now) {
    return new Memory(
        stage,
        now,
        m.phases(),
        m.active(),
        m.allowed(),
        m.changes(),
        m.changedBefore(),
        m.lastChange(),
        m.requestWatts(),
        m.hardLimitWatts(),
        m.contactorClosed(),
        m.better(),
        m.betterSince());
  }

  private static Memory counted(Memory m, long now) {
    return new Memory(
        m.stage(),
        m.stageSince(),
        m.phases(),
        m.active(),
        m.allowed(),
        m.changes() + 1,
        true,
        now,
        m.requestWatts(),
        m.hardLimitWatts(),
        m.contactorClosed(),
        m.better(),
        m.betterSince());
  }

  private static Memory session(Memory m, boolean active, boolean allowed, long now) {
    return new Memory(
        m.stage(),
        m.stageSince(),
        m.phases(),
        active,
        allowed,
        0,
        m.changedBefore(),
        m.lastChange(),
        0,
        0,
        m.contactorClosed(),
        m.phases(),
        now);
  }

  /** Somebody has changed his mind in the middle of a session: its budget stays what it was. */
  private static Memory allowed(Memory m, boolean allowed) {
    return new Memory(
        m.stage(),
        m.stageSince(),
        m.phases(),
        m.active(),
        allowed,
        m.changes(),
        m.changedBefore(),
        m.lastChange(),
        m.requestWatts(),
        m.hardLimitWatts(),
        m.contactorClosed(),
        m.better(),
        m.betterSince());
  }

  private static Memory demand(Memory m, double request, double hard) {
    return new Memory(
        m.stage(),
        m.stageSince(),
        m.phases(),
        m.active(),
        m.allowed(),
        m.changes(),
        m.changedBefore(),
        m.lastChange(),
        request,
        hard,
        m.contactorClosed(),
        m.better(),
        m.betterSince());
  }

  private static Memory contactor(Memory m, boolean closed) {
    return new Memory(
        m.stage(),
        m.stageSince(),
        m.phases(),
        m.active(),
        m.allowed(),
        m.changes(),
        m.changedBefore(),
        m.lastChange(),
        m.requestWatts(),
        m.hardLimitWatts(),
        closed,
        m.better(),
        m.betterSince());
  }

  private static Memory better(Memory m, int better, long now) {
    return new Memory(
        m.stage(),
        m.stageSince(),
        m.phases(),
        m.active(),
        m.allowed(),
        m.changes(),
        m.changedBefore(),
        m.lastChange(),
        m.requestWatts(),
        m.hardLimitWatts(),
        m.contactorClosed(),
        better,
        now);
  }
}
