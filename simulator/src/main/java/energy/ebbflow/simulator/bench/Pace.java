package energy.ebbflow.simulator.bench;

import java.util.Optional;

/** How fast virtual time runs. */
final class Pace {
  static final String FORMS = "a number from 1 to 100, or max";

  /**
   * As fast as three processes with real sockets and the standards' time-outs keep up on a small
   * machine: at this speed the 0.5 s of a charge-loop message are 50 ms.
   */
  static final double MAX = 10;

  private static final double SLOWEST = 1;
  private static final double FASTEST = 100;

  private Pace() {}

  static Optional<Double> parse(String word) {
    if (word.equals("max")) {
      return Optional.of(MAX);
    }
    try {
      double speed = Double.parseDouble(word);
      return speed >= SLOWEST && speed <= FASTEST ? Optional.of(speed) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
