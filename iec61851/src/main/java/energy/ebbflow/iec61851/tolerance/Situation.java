package energy.ebbflow.iec61851.tolerance;

import energy.ebbflow.iec61851.DutyCycle;
import energy.ebbflow.iec61851.PilotState;
import energy.ebbflow.iec61851.tolerance.MinimumCurrentEffect.Reason;
import energy.ebbflow.iec61851.tolerance.PauseTolerance.Verdict;
import java.time.Instant;
import java.util.Optional;

/** Everything that a phase looks at when it decides; the same for all phases of one step. */
record Situation(
    ToleranceConfig config,
    PauseTolerance known,
    Session session,
    boolean permitted,
    MinimumCurrentInput.Demand demand,
    MinimumCurrentInput.Line line,
    long now,
    Instant wall) {
  /** A vehicle that draws less counts as not charging: some idle with a few hundred mA. */
  static final double DRAWING_AMPS = 1;

  private static final long SECOND = 1_000_000_000L;

  Situation with(PauseTolerance newKnown, Session newSession) {
    return new Situation(config, newKnown, newSession, permitted, demand, line, now, wall);
  }

  /** Full seconds since a moment. */
  long secondsSince(long moment) {
    return (now - moment) / SECOND;
  }

  boolean connected() {
    return permitted && line.state() != PilotState.A;
  }

  boolean drawing() {
    boolean ready = line.state() == PilotState.C || line.state() == PilotState.D;
    return ready && (line.drawnAmps().isEmpty() || line.drawnAmps().getAsDouble() >= DRAWING_AMPS);
  }

  /** The smallest current at which this vehicle charges. */
  double minimumAmps() {
    return Math.max(config.floorAmps(), known.minimumAmps());
  }

  /** What may and should flow, before the minimum is looked at. */
  double wantedAmps() {
    return Math.min(Math.min(demand.requestAmps(), demand.hardLimitAmps()), DutyCycle.MAX_AMPS);
  }

  boolean belowMinimum() {
    return wantedAmps() < minimumAmps();
  }

  /** Whether a hard limit forbids even the minimum: then there is nothing but a pause. */
  boolean hardPause() {
    return demand.hardLimitAmps() < minimumAmps();
  }

  /** What is offered while charging; never above the hard limit, because that is a pause. */
  double chargingAmps() {
    return Math.max(wantedAmps(), minimumAmps());
  }

  /** Whether a pause now would be a test. */
  boolean wouldBeTest() {
    return switch (known.verdict()) {
      case UNKNOWN, ON_TEST -> true;
      case TOLERANT, INTOLERANT -> Learning.isStale(known, config, wall);
    };
  }

  /** Why a voluntary pause of a vehicle that is charging may not begin; empty if it may. */
  Optional<Reason> againstPause() {
    if (known.verdict() == Verdict.INTOLERANT && !wouldBeTest()) {
      return Optional.of(Reason.VEHICLE_INTOLERANT);
    }
    if (wouldBeTest() && !demand.goal().leavesTimeForTest(config)) {
      return Optional.of(Reason.VEHICLE_NOT_TESTED);
    }
    // After a restart nobody knows how many there were before.
    if (session.again() || session.interruptions() >= interruptionLimit()) {
      return Optional.of(Reason.INTERRUPTIONS_SPENT);
    }
    return Optional.empty();
  }

  private int interruptionLimit() {
    return known.interruptionLimit() == 0
        ? config.interruptionsPerSession()
        : Math.min(known.interruptionLimit(), config.interruptionsPerSession());
  }

  /** The longest pause for this vehicle, s. */
  long pauseLimitSeconds() {
    if (known.pauseLimitSeconds() > 0) {
      return known.pauseLimitSeconds();
    }
    long proven = known.provenPauseSeconds();
    if (!known.learns() || proven >= config.unlimitedPauseSeconds()) {
      return Long.MAX_VALUE;
    }
    return Math.max(config.testPauseSeconds(), proven * config.pauseGrowth());
  }
}
