package energy.ebbflow.simulator.bench;

import java.util.Optional;

/** The firmware is killed in the middle of a run and started again. Immutable. */
record Crash(Optional<Double> afterSeconds, Stage stage, double backAt) {

  /** How far it has come. */
  enum Stage {
    /** Nothing has happened; nothing may ever happen. */
    AHEAD,
    /** Killed; not seen to be gone. */
    KILLED,
    /** Gone; to be started again. */
    GONE,
    /** Started; not heard of. */
    STARTED,
    /** Heard of since. */
    BACK
  }

  static Crash planned(Optional<Double> afterSeconds) {
    return new Crash(afterSeconds, Stage.AHEAD, 0);
  }

  /** Whether its time has come, by the time of the first power. */
  boolean due(Optional<Double> firstPower, double now) {
    return stage == Stage.AHEAD
        && afterSeconds.isPresent()
        && firstPower.filter(first -> now - first >= afterSeconds.get()).isPresent();
  }

  Crash at(Stage next) {
    return new Crash(afterSeconds, next, backAt);
  }

  Crash back(double now) {
    return stage == Stage.STARTED ? new Crash(afterSeconds, Stage.BACK, now) : this;
  }

  /** The firmware is down, or on its way up. */
  boolean underWay() {
    return stage == Stage.KILLED || stage == Stage.GONE || stage == Stage.STARTED;
  }
}
