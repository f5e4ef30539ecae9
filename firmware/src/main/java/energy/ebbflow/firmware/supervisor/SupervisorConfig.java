package energy.ebbflow.firmware.supervisor;

import java.util.Map;

/**
 * Limits of the hardware and the patience of the supervisor. Times in ns.
 *
 * @param direct the outlet is DC: voltage, current and isolation are watched here
 * @param voltsMax highest voltage of a DC outlet; nominal voltage between phase and neutral of an
 *     AC outlet
 * @param ampsMax highest current of the outlet, either direction
 * @param heat limits of every temperature sensor that has none of its own
 * @param sensors limits of others, by the sensor's name
 * @param kiloOhmsMin smallest isolation resistance while energised
 * @param overCurrentNanos how long the current may be above the hardware's limit
 * @param followNanos how long a higher current that was told before still counts
 * @param deviationNanos how long the current may be off the command: ramps are shorter
 * @param contactorNanos how long the mirror contact may contradict the command
 * @param lockNanos how long the lock may take
 * @param silentNanos how long the devices of a closed power path may say nothing
 * @param meterSilentNanos how long the meter may say nothing while power flows
 * @param selfTestNanos how long a self-test of the residual-current detection may take
 * @param recoverNanos how long a condition must be absent before the fault is cleared
 */
public record SupervisorConfig(
    boolean direct,
    double voltsMax,
    double ampsMax,
    HeatLimits heat,
    Map<String, HeatLimits> sensors,
    double kiloOhmsMin,
    long overCurrentNanos,
    long followNanos,
    long deviationNanos,
    long contactorNanos,
    long lockNanos,
    long silentNanos,
    long meterSilentNanos,
    long selfTestNanos,
    long recoverNanos) {

  private static final long MILLI = 1_000_000L;

  /** IEC 61851-23:2023: insulation of at least 100 kΩ. */
  public static final double KILO_OHMS_MIN = 100;

  /** Our own: contactors of this size open in under 50 ms; a mirror contact needs margin. */
  public static final long CONTACTOR_NANOS = 500 * MILLI;

  /** Our own: a single sample may be noise, 100 ms of it is not. */
  public static final long OVER_CURRENT_NANOS = 100 * MILLI;

  /** Our own: a full reversal of the converter takes less than 5 s. */
  public static final long DEVIATION_NANOS = 5_000 * MILLI;

  /** IEC 61851-1 Table A.6, sequence 6: an AC vehicle follows a new duty within 5 s. */
  public static final long AC_FOLLOW_NANOS = 5_000 * MILLI;

  /** Our own: an AC meter averages over a second and is asked once a second. */
  public static final long AC_DEVIATION_NANOS = 2_000 * MILLI;

  /** Our own: motor locks move in 1 to 2 s. */
  public static final long LOCK_NANOS = 5_000 * MILLI;

  /** Our own: converter and pilot report many times a second. */
  public static final long SILENT_NANOS = 2_000 * MILLI;

  /** Our own: slow Modbus meters answer once a second. */
  public static final long METER_SILENT_NANOS = 10_000 * MILLI;

  /** Our own: what comes back at once comes back again. */
  public static final long RECOVER_NANOS = 5_000 * MILLI;

  public SupervisorConfig {
    sensors = Map.copyOf(sensors);
  }

  /** What the temperature of one sensor means. */
  HeatLimits heatOf(String sensor) {
    return sensors.getOrDefault(sensor, heat);
  }

  /**
   * The usual patience with the limits of one outlet.
   *
   * @param volts see {@link #voltsMax}
   */
  public static SupervisorConfig of(
      boolean direct, double volts, double ampsMax, double celsiusMax) {
    return new SupervisorConfig(
        direct,
        volts,
        ampsMax,
        HeatLimits.upTo(celsiusMax),
        Map.of(),
        KILO_OHMS_MIN,
        OVER_CURRENT_NANOS,
        direct ? 0 : AC_FOLLOW_NANOS,
        direct ? DEVIATION_NANOS : AC_DEVIATION_NANOS,
        CONTACTOR_NANOS,
        LOCK_NANOS,
        SILENT_NANOS,
        METER_SILENT_NANOS,
        ResidualSelfTest.RESULT_NANOS,
        RECOVER_NANOS);
  }

  /**
   * The same with more patience for everything that waits for a device.
   *
   * @param nanos at least 0
   */
  public SupervisorConfig withSlack(long nanos) {
    return new SupervisorConfig(
        direct,
        voltsMax,
        ampsMax,
        heat,
        sensors,
        kiloOhmsMin,
        overCurrentNanos,
        followNanos,
        deviationNanos + nanos,
        contactorNanos + nanos,
        lockNanos + nanos,
        silentNanos + nanos,
        meterSilentNanos + nanos,
        selfTestNanos + nanos,
        recoverNanos);
  }

  /** The same with sensors that have limits of their own. */
  public SupervisorConfig withSensors(Map<String, HeatLimits> own) {
    return new SupervisorConfig(
        direct,
        voltsMax,
        ampsMax,
        heat,
        own,
        kiloOhmsMin,
        overCurrentNanos,
        followNanos,
        deviationNanos,
        contactorNanos,
        lockNanos,
        silentNanos,
        meterSilentNanos,
        selfTestNanos,
        recoverNanos);
  }
}
