package energy.ebbflow.firmware.supervisor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The conditions that are read from measurements, each with the time it must persist. */
final class Checks {
  /** IEC 61851-23:2023: protection level for vehicles up to 500, 750, 850 and 1000 V. */
  private static final double[][] OVER_VOLTAGE_STEPS = {
    {500, 550}, {750, 825}, {850, 935}, {1000, 1100}
  };

  /** Our own: what the outlet may exceed its own rating by before it is a fault. */
  private static final double HARDWARE_MARGIN = 1.1;

  /** Our own: smallest current difference that means anything. */
  private static final double AMPS_TOLERANCE = 2;

  /** Our own: relative error of two instruments that measure the same. */
  private static final double RELATIVE_TOLERANCE = 0.1;

  /** Our own: smallest power difference that means anything. */
  private static final double WATTS_TOLERANCE = 500;

  /** Our own: meters average over seconds; ramps are over by then. */
  private static final long METER_DEVIATION_NANOS = 30_000_000_000L;

  /** Our own: a converter that loses its battery pulls the bus down in less. */
  private static final long UNDER_VOLTAGE_NANOS = 1_000_000_000L;

  /** Our own: how far below the window the voltage of a battery can be. */
  private static final double UNDER_VOLTAGE_MARGIN = 0.9;

  /** Our own: ramps and vehicles that take their time are through by then. */
  private static final long NO_CURRENT_NANOS = 10_000_000_000L;

  /** Our own: less is no current. */
  private static final double NO_AMPS = 0.5;

  /** Our own: so near to the end of the window a battery takes or gives little. */
  private static final double WINDOW_VOLTS = 5;

  private Checks() {}

  /** How long the condition of {@code fault} must hold before it is a fault. */
  static long patienceNanos(StationFault fault, SupervisorConfig config) {
    return switch (fault) {
      case OVER_CURRENT -> config.overCurrentNanos();
      case CURRENT_DEVIATION -> config.deviationNanos();
      case CONTACTOR_WELDED, CONTACTOR_DOES_NOT_CLOSE -> config.contactorNanos();
      case LOCK -> config.lockNanos();
      case UNDER_VOLTAGE -> UNDER_VOLTAGE_NANOS;
      case VEHICLE_DISCONNECTED -> NO_CURRENT_NANOS;
      case EMERGENCY_STOP,
          OVER_VOLTAGE,
          HIGH_TEMPERATURE,
          ISOLATION,
          RESIDUAL_CURRENT,
          PILOT,
          CABLE_CHECK,
          PRE_CHARGE,
          GRID_LOST,
          METER,
          DEVICE_SILENT,
          DEVICE,
          OVERLOAD,
          STORAGE ->
          0;
    };
  }

  /**
   * Whether the condition of {@code fault} holds, in words.
   *
   * @param active the fault is there already: some conditions have a hysteresis
   */
  static Optional<String> holds(
      StationFault fault, Watched seen, SupervisorConfig config, boolean active, long nowNanos) {
    return switch (fault) {
      case EMERGENCY_STOP -> when(seen.emergencyStop(), "the emergency stop is pressed");
      case RESIDUAL_CURRENT -> when(seen.residualTripped(), "residual-current detection tripped");
      case GRID_LOST -> when(!seen.gridPresent().orElse(true), "the supplying grid is gone");
      case OVER_VOLTAGE -> config.direct() ? overVoltage(seen, config) : Optional.empty();
      case UNDER_VOLTAGE -> underVoltage(seen);
      case VEHICLE_DISCONNECTED -> noCurrent(seen);
      case OVER_CURRENT -> overCurrent(seen);
      case CURRENT_DEVIATION -> deviation(seen);
      case ISOLATION -> isolation(seen, config);
      case HIGH_TEMPERATURE -> temperature(seen, config, active);
      case CONTACTOR_WELDED ->
          when(
              !seen.contactorsCommanded() && seen.contactorsClosed().orElse(false),
              "the mirror contact says closed, the command is open");
      case CONTACTOR_DOES_NOT_CLOSE ->
          when(
              seen.contactorsCommanded() && !seen.contactorsClosed().orElse(true),
              "the mirror contact says open, the command is closed");
      case LOCK ->
          when(
              seen.lockCommanded().isPresent()
                  && seen.locked().isPresent()
                  && seen.lockCommanded().get()
                  && !seen.locked().get(),
              "the connector does not lock");
      case METER -> meter(seen, config, nowNanos);
      case DEVICE_SILENT -> powerPathSilent(seen, config, nowNanos);
      case DEVICE -> devices(seen.deviceFaults());
      case PILOT, CABLE_CHECK, PRE_CHARGE, OVERLOAD, STORAGE -> Optional.empty();
    };
  }

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

  private static Optional<String> overVoltage(Watched seen, SupervisorConfig config) {
    double limit = overVoltageLimit(seen.vehicleVoltsMax(), config.voltsMax());
    return seen.volts()
        .filter(volts -> volts > limit)
        .map(volts -> text("%.1f V at the outlet, at most %.0f V are permitted", volts, limit));
  }

  /** Nothing holds the voltage: the battery is not there. */
  private static Optional<String> underVoltage(Watched seen) {
    if (seen.transfer().isEmpty() || seen.volts().isEmpty()) {
      return Optional.empty();
    }
    double limit = seen.transfer().get().floor() * UNDER_VOLTAGE_MARGIN;
    double volts = seen.volts().get();
    return when(volts < limit, "%.1f V at the outlet, at least %.0f V expected", volts, limit);
  }

  /** A current is commanded, the voltage would allow it, and none flows. */
  private static Optional<String> noCurrent(Watched seen) {
    if (seen.transfer().isEmpty()
        || seen.volts().isEmpty()
        || seen.amps().isEmpty()
        || seen.commandedAmps().isEmpty()) {
      return Optional.empty();
    }
    double commanded = seen.commandedAmps().get();
    double volts = seen.volts().get();
    boolean room =
        commanded > 0
            ? volts < seen.transfer().get().ceiling() - WINDOW_VOLTS
            : volts > seen.transfer().get().floor() + WINDOW_VOLTS;
    return when(
        Math.abs(commanded) > AMPS_TOLERANCE && Math.abs(seen.amps().get()) < NO_AMPS && room,
        "%.1f A are commanded, none flow: the vehicle is disconnected",
        commanded);
  }

  private static Optional<String> overCurrent(Watched seen) {
    double limit = seen.ampsLimit() * HARDWARE_MARGIN;
    return seen.amps()
        .filter(amps -> Math.abs(amps) > limit + AMPS_TOLERANCE)
        .map(amps -> text("%.1f A flow, at most %.1f A are permitted", amps, seen.ampsLimit()));
  }

  private static Optional<String> deviation(Watched seen) {
    if (seen.commandedAmps().isEmpty() || seen.amps().isEmpty()) {
      return Optional.empty();
    }
    double commanded = seen.commandedAmps().get();
    double amps = seen.amps().get();
    double tolerance = Math.max(AMPS_TOLERANCE, Math.abs(commanded) * RELATIVE_TOLERANCE);
    boolean tooMuch = Math.abs(amps) > Math.abs(commanded) + tolerance;
    boolean wrongWay = amps * commanded < 0 && Math.abs(amps) > tolerance;
    return when(tooMuch || wrongWay, "%.1f A flow, %.1f A are commanded", amps, commanded);
  }

  private static Optional<String> isolation(Watched seen, SupervisorConfig config) {
    return seen.kiloOhms()
        .filter(kiloOhms -> config.direct() && kiloOhms < config.kiloOhmsMin())
        .map(
            kiloOhms ->
                text(
                    "isolation is %.0f kΩ, at least %.0f kΩ are needed",
                    kiloOhms, config.kiloOhmsMin()));
  }

  private static Optional<String> temperature(
      Watched seen, SupervisorConfig config, boolean active) {
    double limit = active ? config.celsiusAgain() : config.celsiusMax();
    return seen.celsius()
        .filter(celsius -> celsius >= limit)
        .map(celsius -> text("%.0f °C, charging needs less than %.0f °C", celsius, limit));
  }

  private static Optional<String> meter(Watched seen, SupervisorConfig config, long nowNanos) {
    if (seen.meterRunsBackwards()) {
      return Optional.of("a meter register ran backwards");
    }
    boolean flows = seen.amps().map(Math::abs).orElse(0.0) > AMPS_TOLERANCE;
    if (seen.contactorsCommanded()
        && flows
        && silence(seen.meterNanos(), nowNanos) >= config.meterSilentNanos()) {
      return Optional.of("the meter is silent while power flows");
    }
    return Optional.empty();
  }

  /** Meter and converter disagree; judged apart because it needs a longer patience. */
  static Optional<String> meterDeviation(Watched seen) {
    if (seen.meterWatts().isEmpty() || seen.volts().isEmpty() || seen.amps().isEmpty()) {
      return Optional.empty();
    }
    double converter = seen.volts().get() * seen.amps().get();
    double meter = seen.meterWatts().get();
    double tolerance = Math.max(WATTS_TOLERANCE, Math.abs(converter) * RELATIVE_TOLERANCE * 2);
    return when(
        Math.abs(converter - meter) > tolerance,
        "the meter shows %.0f W, the converter %.0f W",
        meter,
        converter);
  }

  static long meterDeviationNanos() {
    return METER_DEVIATION_NANOS;
  }

  private static Optional<String> powerPathSilent(
      Watched seen, SupervisorConfig config, long nowNanos) {
    return when(
        seen.contactorsCommanded()
            && silence(seen.powerPathNanos(), nowNanos) >= config.silentNanos(),
        (config.direct() ? "the converter" : "the control pilot")
            + " is silent while the contactors are closed");
  }

  private static long silence(Optional<Long> lastNanos, long nowNanos) {
    return lastNanos.map(last -> nowNanos - last).orElse(Long.MAX_VALUE);
  }

  private static Optional<String> devices(Map<String, String> faults) {
    return faults.isEmpty()
        ? Optional.empty()
        : Optional.of(
            faults.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("; ")));
  }

  private static Optional<String> when(boolean condition, String text) {
    return condition ? Optional.of(text) : Optional.empty();
  }

  /** The text is made only where it is needed: this runs in every pass. */
  private static Optional<String> when(boolean condition, String format, double... values) {
    return condition
        ? Optional.of(text(format, Arrays.stream(values).boxed().toArray()))
        : Optional.empty();
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
