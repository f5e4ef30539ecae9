package energy.ebbflow.firmware.supervisor;

import static energy.ebbflow.firmware.supervisor.Checks.text;
import static energy.ebbflow.firmware.supervisor.Checks.when;

import java.util.List;
import java.util.Optional;

/** What voltages and isolation say. */
final class VoltageChecks {
  /** IEC 61851-23:2023: protection level for vehicles up to 500, 750, 850 and 1000 V. */
  private static final double[][] OVER_VOLTAGE_STEPS = {
    {500, 550}, {750, 825}, {850, 935}, {1000, 1100}
  };

  /** Our own: what the outlet may exceed its own rating by before it is a fault. */
  private static final double HARDWARE_MARGIN = 1.1;

  /** Our own: how far below the window the voltage of a battery can be. */
  private static final double UNDER_VOLTAGE_MARGIN = 0.9;

  /** IEC 61851-23: below 60 V a conductor is safe to touch. */
  private static final double SAFE_VOLTS = 60;

  /** Our own: EN 50160 lets the grid go 10 % up, every vehicle bears 15 %. */
  static final double GRID_OVER = 1.15;

  /** Our own: EN 50160 lets the grid go 10 %, on long lines 15 % down. */
  static final double GRID_UNDER = 0.80;

  /** Our own: what a vehicle feeds back into an open phase is above the half only by chance. */
  static final double PHASE_GONE = 0.50;

  private VoltageChecks() {}

  /** Protection level for a vehicle, never above the margin of the outlet itself. */
  static double overVoltageLimit(Optional<Double> vehicleMax, double outletMax) {
    double hardware = outletMax * HARDWARE_MARGIN;
    for (double[] step : OVER_VOLTAGE_STEPS) {
      if (vehicleMax.isPresent() && vehicleMax.get() <= step[0]) {
        return Math.min(step[1], hardware);
      }
    }
    return hardware;
  }

  static Optional<String> over(Watched seen, SupervisorConfig config) {
    if (!config.direct() || seen.outlet().volts().isEmpty()) {
      return Optional.empty();
    }
    double limit = overVoltageLimit(seen.outlet().vehicleVoltsMax(), config.voltsMax());
    double volts = seen.outlet().volts().get();
    return when(volts > limit, "%.1f V at the outlet, at most %.0f V are permitted", volts, limit);
  }

  /** Nothing holds the voltage: the battery is not there. */
  static Optional<String> under(Watched seen) {
    if (seen.outlet().transfer().isEmpty() || seen.outlet().volts().isEmpty()) {
      return Optional.empty();
    }
    double limit = seen.outlet().transfer().get().floor() * UNDER_VOLTAGE_MARGIN;
    double volts = seen.outlet().volts().get();
    return when(volts < limit, "%.1f V at the outlet, at least %.0f V expected", volts, limit);
  }

  /** Without a vehicle no battery can hold the voltage: the station itself does. */
  static Optional<String> live(Watched seen) {
    double volts = seen.outlet().volts().orElse(0.0);
    return when(
        !seen.plugged() && !seen.contactors().commanded() && volts >= SAFE_VOLTS,
        "%.0f V at the outlet, and no vehicle is connected",
        volts);
  }

  static Optional<String> isolation(Watched seen, SupervisorConfig config) {
    return seen.outlet()
        .kiloOhms()
        .filter(kiloOhms -> config.direct() && !(kiloOhms >= config.kiloOhmsMin()))
        .map(
            kiloOhms ->
                text(
                    "isolation is %.0f kΩ, at least %.0f kΩ are needed",
                    kiloOhms, config.kiloOhmsMin()));
  }

  static Optional<String> gridOver(Watched seen, SupervisorConfig config) {
    double limit = config.voltsMax() * GRID_OVER;
    List<Double> volts = seen.grid().volts();
    for (int phase = 0; phase < volts.size(); phase++) {
      if (volts.get(phase) > limit) {
        return Optional.of(
            text(
                "phase %d has %.1f V, at most %.0f V are permitted",
                phase + 1, volts.get(phase), limit));
      }
    }
    return Optional.empty();
  }

  static Optional<String> gridUnder(Watched seen, SupervisorConfig config) {
    double limit = config.voltsMax() * GRID_UNDER;
    for (int phase = 0; phase < judged(seen); phase++) {
      double volts = seen.grid().volts().get(phase);
      // A phase that is gone is told as such, unless they are all gone.
      boolean low = volts < limit && (!gone(volts, config) || allGone(seen, config));
      if (low) {
        return Optional.of(
            text("phase %d has %.1f V, at least %.0f V are needed", phase + 1, volts, limit));
      }
    }
    return Optional.empty();
  }

  static Optional<String> phaseMissing(Watched seen, SupervisorConfig config) {
    for (int phase = 0; phase < judged(seen); phase++) {
      double volts = seen.grid().volts().get(phase);
      if (gone(volts, config) && !allGone(seen, config)) {
        return Optional.of(text("phase %d has %.1f V, the others have more", phase + 1, volts));
      }
    }
    return Optional.empty();
  }

  /**
   * How many phases say anything: a meter may sit behind the contactors, and a grid that is known
   * to be gone is a fault of its own.
   */
  private static int judged(Watched seen) {
    boolean says = seen.contactors().live() && seen.grid().present().orElse(true);
    return says ? Math.min(seen.contactors().phases(), seen.grid().volts().size()) : 0;
  }

  private static boolean allGone(Watched seen, SupervisorConfig config) {
    for (int phase = 0; phase < judged(seen); phase++) {
      if (!gone(seen.grid().volts().get(phase), config)) {
        return false;
      }
    }
    return true;
  }

  private static boolean gone(double volts, SupervisorConfig config) {
    return volts < config.voltsMax() * PHASE_GONE;
  }
}
