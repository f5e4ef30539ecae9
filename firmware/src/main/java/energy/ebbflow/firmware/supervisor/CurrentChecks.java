package energy.ebbflow.firmware.supervisor;

import static energy.ebbflow.firmware.supervisor.Checks.text;
import static energy.ebbflow.firmware.supervisor.Checks.when;

import java.util.List;
import java.util.Optional;

/** What currents say, against what was told. */
final class CurrentChecks {
  /** Our own: what the outlet may exceed its own rating by before it is a fault. */
  private static final double HARDWARE_MARGIN = 1.1;

  /** Our own: smallest current difference that means anything. */
  static final double AMPS_TOLERANCE = 2;

  /** Our own: relative error of two instruments that measure the same. */
  private static final double RELATIVE_TOLERANCE = 0.1;

  /** Our own: less is no current. */
  private static final double NO_AMPS = 0.5;

  /** Our own: so near to the end of the window a battery takes or gives little. */
  private static final double WINDOW_VOLTS = 5;

  /** VDE-AR-N 4100: phases may differ by 4.6 kVA, 20 A at 230 V. */
  static final double IMBALANCE_AMPS = 20;

  private CurrentChecks() {}

  /** A current is commanded, the voltage would allow it, and none flows. */
  static Optional<String> none(Watched seen) {
    Optional<Double> amps = seen.flow().largest();
    if (seen.outlet().transfer().isEmpty()
        || seen.outlet().volts().isEmpty()
        || amps.isEmpty()
        || seen.flow().commandedAmps().isEmpty()) {
      return Optional.empty();
    }
    double commanded = seen.flow().commandedAmps().get();
    double volts = seen.outlet().volts().get();
    Watched.VoltageWindow window = seen.outlet().transfer().get();
    boolean room =
        commanded > 0
            ? volts < window.ceiling() - WINDOW_VOLTS
            : volts > window.floor() + WINDOW_VOLTS;
    return when(
        Math.abs(commanded) > AMPS_TOLERANCE && Math.abs(amps.get()) < NO_AMPS && room,
        "%.1f A are commanded, none flow: the vehicle is disconnected",
        commanded);
  }

  static Optional<String> over(Watched seen) {
    if (Checks.noCable(seen)) {
      // A fault of its own.
      return Optional.empty();
    }
    double limit = seen.flow().ampsLimit();
    List<Double> amps = seen.flow().amps();
    for (int phase = 0; phase < amps.size(); phase++) {
      if (Math.abs(amps.get(phase)) > limit * HARDWARE_MARGIN + AMPS_TOLERANCE) {
        return Optional.of(
            text(
                "%s%.1f A flow, at most %.1f A are permitted",
                name(amps, phase), amps.get(phase), limit));
      }
    }
    return Optional.empty();
  }

  /**
   * Each phase against what was told, in either direction. Where reactive power is told a phase may
   * carry it in both: then the sum of the active power tells the direction.
   */
  static Optional<String> deviation(Watched seen, Supervisor.Remembered memory) {
    if (seen.flow().commandedAmps().isEmpty()) {
      return Optional.empty();
    }
    double most = tolerated(memory.orders().charge().most());
    double least = -tolerated(memory.orders().discharge().most());
    List<Double> amps = seen.flow().amps();
    for (int phase = 0; phase < amps.size(); phase++) {
      if (amps.get(phase) > most || amps.get(phase) < least) {
        return Optional.of(
            text(
                "%s%.1f A flow, %.1f A are commanded",
                name(amps, phase), amps.get(phase), seen.flow().commandedAmps().get()));
      }
    }
    return wrongWay(seen, memory.orders());
  }

  private static Optional<String> wrongWay(Watched seen, Orders orders) {
    Optional<Watched.Reactive> reactive = seen.flow().reactive();
    if (reactive.isEmpty() || seen.meter().watts().isEmpty() || orders.vars().most() <= 0) {
      return Optional.empty();
    }
    double watts = seen.meter().watts().get();
    double told = watts < 0 ? orders.give().most() : orders.take().most();
    // What the currents of all phases may be more than was told.
    double tolerance = AMPS_TOLERANCE * reactive.get().volts() * seen.flow().carrying();
    return when(
        Math.abs(watts) > told + Math.max(tolerance, told * RELATIVE_TOLERANCE),
        "the meter shows %.0f W beside reactive power, %.0f W are commanded",
        watts,
        reactive.get().watts());
  }

  private static double tolerated(double amps) {
    return amps + Math.max(AMPS_TOLERANCE, amps * RELATIVE_TOLERANCE);
  }

  /** R17: an outlet that is disconnected from the grid must not be fed by a vehicle. */
  static Optional<String> intoNothing(Watched seen, Supervisor.Remembered memory) {
    double amps = 0;
    for (double phase : seen.flow().amps()) {
      amps = Math.min(amps, phase);
    }
    boolean bad =
        !seen.grid().present().orElse(true)
            || memory.isActive(StationFault.GRID_OVER_VOLTAGE)
            || memory.isActive(StationFault.GRID_UNDER_VOLTAGE)
            || memory.isActive(StationFault.PHASE_MISSING);
    return when(
        bad && amps < -AMPS_TOLERANCE,
        "%.1f A are given by the vehicle, and the grid is gone or out of its limits",
        -amps);
  }

  /** The contactors are open, and a meter that spoke since says that current flows. */
  static Optional<String> whileOpen(Watched seen, SupervisorConfig config, long nowNanos) {
    Optional<Double> amps = seen.flow().largest();
    boolean fresh =
        seen.meter()
            .atNanos()
            .filter(at -> nowNanos - at < Checks.CURRENT_WHILE_OPEN_NANOS)
            .isPresent();
    return when(
        !config.direct()
            && !seen.contactors().commanded()
            && fresh
            && amps.isPresent()
            && Math.abs(amps.get()) > AMPS_TOLERANCE,
        "the contactors are open, and %.1f A flow",
        amps.orElse(0.0));
  }

  static Optional<String> imbalance(Watched seen, SupervisorConfig config) {
    List<Double> amps = seen.flow().amps();
    if (config.direct() || amps.size() < 2) {
      return Optional.empty();
    }
    double most = amps.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    double least = amps.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    return when(
        most - least > IMBALANCE_AMPS,
        "%.1f A between two phases, at most %.0f A are usual",
        most - least,
        IMBALANCE_AMPS);
  }

  private static String name(List<Double> amps, int phase) {
    return amps.size() > 1 ? "phase " + (phase + 1) + ": " : "";
  }
}
