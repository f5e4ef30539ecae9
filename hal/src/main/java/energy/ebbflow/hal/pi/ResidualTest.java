package energy.ebbflow.hal.pi;

/**
 * The self-test of a residual-current device: its test input makes a test current, its trip output
 * must answer, and must be quiet again afterwards. Pure.
 *
 * @param stage where the test is
 * @param since when the stage began, ns
 * @param passed the result of the last test; true before the first
 */
record ResidualTest(Stage stage, long since, boolean passed) {
  /** How long the device may take to answer, and to be quiet again. */
  static final long ANSWER_NANOS = 1_000_000_000;

  /** Stages of a test. */
  enum Stage {
    IDLE,
    TESTING,
    CLEARING
  }

  static ResidualTest initial() {
    return new ResidualTest(Stage.IDLE, 0, true);
  }

  /** A test begins; one that runs goes on. */
  ResidualTest begin(long now) {
    return stage == Stage.IDLE ? new ResidualTest(Stage.TESTING, now, passed) : this;
  }

  /** Nothing can be tested while current may flow. */
  ResidualTest abandon(long now) {
    return stage == Stage.IDLE ? this : new ResidualTest(Stage.IDLE, now, passed);
  }

  ResidualTest step(boolean tripped, long now) {
    boolean late = now - since >= ANSWER_NANOS;
    return switch (stage) {
      case IDLE -> this;
      case TESTING ->
          tripped
              ? new ResidualTest(Stage.CLEARING, now, passed)
              : late ? new ResidualTest(Stage.IDLE, now, false) : this;
      case CLEARING ->
          !tripped
              ? new ResidualTest(Stage.IDLE, now, true)
              : late ? new ResidualTest(Stage.IDLE, now, false) : this;
    };
  }

  /** Whether the test input is to be driven. */
  boolean driven() {
    return stage == Stage.TESTING;
  }

  /** Whether a trip means what it says. */
  boolean idle() {
    return stage == Stage.IDLE;
  }
}
