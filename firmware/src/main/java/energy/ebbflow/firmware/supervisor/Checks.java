package energy.ebbflow.firmware.supervisor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The conditions that are read from measurements, each with the time it must persist. */
final class Checks {
  private static final long MILLI = 1_000_000L;

  /** Our own: meters average over seconds; ramps are over by then. */
  static final long METER_DEVIATION_NANOS = 30_000 * MILLI;

  /** Our own: a converter that loses its battery pulls the bus down in less. */
  static final long UNDER_VOLTAGE_NANOS = 1_000 * MILLI;

  /** Our own: ramps and vehicles that take their time are through by then. */
  static final long NO_CURRENT_NANOS = 10_000 * MILLI;

  /** Our own: an outlet that was just opened is discharged by then (IEC 61851-23: 1 s). */
  static final long OUTLET_LIVE_NANOS = 5_000 * MILLI;

  /** Our own: a meter that is asked once a second has said it twice. */
  static final long GRID_OVER_VOLTAGE_NANOS = 1_000 * MILLI;

  /** Our own: a dip while a neighbour's motor starts is shorter. */
  static final long GRID_UNDER_VOLTAGE_NANOS = 3_000 * MILLI;

  /** Our own: the converter, and a vehicle that is told at once, are down by then. */
  static final long DISCHARGE_NANOS = 500 * MILLI;

  /** Our own: a bolt that moves under load is no noise of its switch. */
  static final long LOCK_OPENED_NANOS = 100 * MILLI;

  /**
   * Our own: more than one sample of a board that looks every 100 ms; who pulls the plug under load
   * breaks the pilot first, and that opens sooner.
   */
  static final long PROXIMITY_NANOS = 300 * MILLI;

  /** Our own: a slow meter has measured anew after the contactors opened. */
  static final long CURRENT_WHILE_OPEN_NANOS = 5_000 * MILLI;

  /** Our own: a vehicle that switches its phases takes less. */
  static final long PHASE_IMBALANCE_NANOS = 60_000 * MILLI;

  private Checks() {}

  /** How long the condition of {@code fault} must hold before it is a fault. */
  static long patienceNanos(StationFault fault, SupervisorConfig config) {
    return switch (fault) {
      case OVER_CURRENT -> config.overCurrentNanos();
      case CURRENT_DEVIATION -> config.deviationNanos();
      case CONTACTOR_WELDED, CONTACTOR_DOES_NOT_CLOSE -> config.contactorNanos();
      case LOCK -> config.lockNanos();
      case LOCK_OPENED -> LOCK_OPENED_NANOS;
      case PROXIMITY -> PROXIMITY_NANOS;
      case UNDER_VOLTAGE -> UNDER_VOLTAGE_NANOS;
      case VEHICLE_DISCONNECTED -> NO_CURRENT_NANOS;
      case OUTLET_LIVE -> OUTLET_LIVE_NANOS;
      case GRID_OVER_VOLTAGE -> GRID_OVER_VOLTAGE_NANOS;
      case GRID_UNDER_VOLTAGE, PHASE_MISSING -> GRID_UNDER_VOLTAGE_NANOS;
      case DISCHARGE_INTO_NOTHING -> DISCHARGE_NANOS;
      case CURRENT_WHILE_OPEN -> CURRENT_WHILE_OPEN_NANOS;
      case PHASE_IMBALANCE -> PHASE_IMBALANCE_NANOS;
      case METER_DEVIATION -> METER_DEVIATION_NANOS;
      case EMERGENCY_STOP,
          SUPPLY_FAILING,
          OVER_VOLTAGE,
          HIGH_TEMPERATURE,
          OVER_TEMPERATURE,
          ISOLATION,
          RESIDUAL_CURRENT,
          RESIDUAL_SELF_TEST,
          EARTH_LOST,
          PILOT,
          VEHICLE_MODE,
          CABLE_CHECK,
          PRE_CHARGE,
          GRID_LOST,
          METER,
          METER_AWAITED,
          SAFETY_CONTROLLER,
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
   * @param memory what the supervisor remembers: some conditions have a hysteresis
   */
  static Optional<String> holds(
      StationFault fault,
      Watched seen,
      SupervisorConfig config,
      Supervisor.Remembered memory,
      long nowNanos) {
    return switch (fault) {
      case EMERGENCY_STOP -> when(seen.devices().emergencyStop(), "the emergency stop is pressed");
      case SUPPLY_FAILING ->
          when(seen.devices().supplyFailing(), "the station's own supply announces its end");
      case RESIDUAL_CURRENT ->
          when(seen.devices().residualTripped(), "residual-current detection tripped");
      case RESIDUAL_SELF_TEST -> seen.devices().selfTestFailed();
      case EARTH_LOST -> when(seen.devices().earthLost(), "the protective earth is interrupted");
      case GRID_LOST -> when(!seen.grid().present().orElse(true), "the supplying grid is gone");
      case SAFETY_CONTROLLER -> seen.devices().safetyController();
      case OVER_VOLTAGE -> VoltageChecks.over(seen, config);
      case UNDER_VOLTAGE -> VoltageChecks.under(seen);
      case OUTLET_LIVE -> VoltageChecks.live(seen);
      case GRID_OVER_VOLTAGE -> VoltageChecks.gridOver(seen, config);
      case GRID_UNDER_VOLTAGE -> VoltageChecks.gridUnder(seen, config);
      case PHASE_MISSING -> VoltageChecks.phaseMissing(seen, config);
      case ISOLATION -> VoltageChecks.isolation(seen, config);
      case VEHICLE_DISCONNECTED -> CurrentChecks.none(seen);
      case OVER_CURRENT -> CurrentChecks.over(seen);
      case CURRENT_DEVIATION -> CurrentChecks.deviation(seen, memory);
      case DISCHARGE_INTO_NOTHING -> CurrentChecks.intoNothing(seen, memory);
      case CURRENT_WHILE_OPEN -> CurrentChecks.whileOpen(seen, config, nowNanos);
      case PHASE_IMBALANCE -> CurrentChecks.imbalance(seen, config);
      case HIGH_TEMPERATURE -> DeviceChecks.warm(seen, memory.derating());
      case OVER_TEMPERATURE -> memory.hot().hold(seen.devices().celsius(), config);
      case CONTACTOR_WELDED ->
          when(
              !seen.contactors().commanded() && seen.contactors().closed().orElse(false),
              "the mirror contact says closed, the command is open");
      case CONTACTOR_DOES_NOT_CLOSE ->
          when(
              seen.contactors().commanded() && !seen.contactors().closed().orElse(true),
              "the mirror contact says open, the command is closed");
      case LOCK -> when(seen.lock().refuses(), "the connector does not lock");
      case LOCK_OPENED ->
          when(
              seen.lock().refuses() && seen.contactors().commanded(),
              "the lock opened while the contactors are closed");
      case PROXIMITY ->
          when(
              !config.direct() && seen.contactors().commanded() && noCable(seen),
              "the proximity pilot knows of no cable");
      case METER -> DeviceChecks.meter(seen, config, nowNanos);
      case METER_DEVIATION -> DeviceChecks.meterDeviation(seen, memory);
      case DEVICE_SILENT -> DeviceChecks.powerPathSilent(seen, config, nowNanos);
      case DEVICE -> DeviceChecks.devices(seen.devices().faults());
      case PILOT, VEHICLE_MODE, CABLE_CHECK, PRE_CHARGE, METER_AWAITED, OVERLOAD, STORAGE ->
          Optional.empty();
    };
  }

  /** IEC 61851-1 Table B.2: without a cable's code no current may flow. */
  static boolean noCable(Watched seen) {
    return seen.flow().ampsLimit() <= 0;
  }

  static Optional<String> when(boolean condition, String text) {
    return condition ? Optional.of(text) : Optional.empty();
  }

  /** The text is made only where it is needed: this runs in every pass. */
  static Optional<String> when(boolean condition, String format, double... values) {
    return condition
        ? Optional.of(text(format, Arrays.stream(values).boxed().toArray()))
        : Optional.empty();
  }

  static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
