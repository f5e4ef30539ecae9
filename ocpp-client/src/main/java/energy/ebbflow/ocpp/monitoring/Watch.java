package energy.ebbflow.ocpp.monitoring;

import java.util.Optional;

/**
 * What one monitor has seen. Pure.
 *
 * @param reported the value that was reported last, or the first one seen
 * @param beyond whether a threshold is exceeded now
 */
record Watch(Optional<String> reported, boolean beyond) {
  static final Watch NEW = new Watch(Optional.empty(), false);

  /** What a value comes to. */
  enum Verdict {
    NOTHING,
    EVENT,
    /** A threshold is no longer exceeded (N07.FR.18). */
    CLEARED
  }

  /** The next state and the verdict. */
  record Step(Watch next, Verdict verdict) {}

  /** A new value. */
  Step see(Monitor monitor, String value) {
    return switch (monitor.kind()) {
      case UPPER_THRESHOLD -> threshold(value, number(value) > monitor.value());
      case LOWER_THRESHOLD -> threshold(value, number(value) < monitor.value());
      case DELTA -> delta(monitor, value);
      case PERIODIC, PERIODIC_CLOCK_ALIGNED, TARGET_DELTA, TARGET_DELTA_RELATIVE ->
          new Step(this, Verdict.NOTHING);
    };
  }

  private Step threshold(String value, boolean exceeded) {
    Verdict verdict =
        exceeded == beyond ? Verdict.NOTHING : exceeded ? Verdict.EVENT : Verdict.CLEARED;
    return new Step(new Watch(Optional.of(value), exceeded), verdict);
  }

  /** N04.FR.06, N07: for what is no number, every change counts. */
  private Step delta(Monitor monitor, String value) {
    if (reported.isEmpty()) {
      return new Step(new Watch(Optional.of(value), false), Verdict.NOTHING);
    }
    String last = reported.get();
    boolean far =
        numeric(last) && numeric(value)
            ? Math.abs(number(value) - number(last)) >= monitor.value() && !value.equals(last)
            : !value.equals(last);
    return far
        ? new Step(new Watch(Optional.of(value), false), Verdict.EVENT)
        : new Step(this, Verdict.NOTHING);
  }

  static boolean numeric(String value) {
    return value.matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?");
  }

  private static double number(String value) {
    return numeric(value) ? Double.parseDouble(value) : Double.NaN;
  }
}
