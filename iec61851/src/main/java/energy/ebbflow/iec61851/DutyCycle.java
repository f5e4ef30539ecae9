package energy.ebbflow.iec61851;

/**
 * The law between the duty cycle of the control pilot and the current that it permits, in both
 * directions. IEC 61851-1:2017 Annex A, Table A.7 (station) and Table A.8 (vehicle).
 */
public final class DutyCycle {
  /** Duty that demands digital communication, percent (Table A.7). */
  public static final double DIGITAL_PERCENT = 5;

  /** Smallest current that can be signalled, A (Table A.7). */
  public static final double MIN_AMPS = 6;

  /** Largest current that can be signalled, A (Table A.7). */
  public static final double MAX_AMPS = 80;

  /** Both laws meet here: 85 % is 51 A by the lower and 52.5 A by the upper law. */
  private static final double KNEE_PERCENT = 85;

  private static final double LOWER_LAW_MAX_AMPS = 51;
  private static final double UPPER_LAW_MIN_AMPS = 52.5;
  private static final double LOWER_LAW_AMPS_PER_PERCENT = 0.6;
  private static final double UPPER_LAW_OFFSET_PERCENT = 64;
  private static final double UPPER_LAW_AMPS_PER_PERCENT = 2.5;

  /** What a vehicle makes of a duty cycle (Table A.8). */
  public sealed interface Meaning {
    /** Charging is not permitted. */
    record NoCharging() implements Meaning {}

    /** Digital communication decides; without it no energy may be drawn. */
    record Digital() implements Meaning {}

    /**
     * Basic charging.
     *
     * @param amps the most that may be drawn per phase, 6 to 80 A
     */
    record Basic(double amps) implements Meaning {}
  }

  private DutyCycle() {}

  /**
   * The duty that permits {@code amps} (station's side).
   *
   * <p>No duty means a current between 51 A and 52.5 A: such a limit is signalled as 51 A, because
   * the vehicle must never be told more than may flow.
   *
   * @param amps 6 to 80 A
   * @return 10 to 96 percent
   * @throws IllegalArgumentException outside 6 to 80 A: less than 6 A cannot be signalled and is
   *     the caller's decision between 6 A and no PWM
   */
  public static double fromAmps(double amps) {
    if (!(amps >= MIN_AMPS && amps <= MAX_AMPS)) {
      throw new IllegalArgumentException("duty law expects 6 to 80 A, got " + amps + " A");
    }
    if (amps < UPPER_LAW_MIN_AMPS) {
      return Math.min(amps, LOWER_LAW_MAX_AMPS) / LOWER_LAW_AMPS_PER_PERCENT;
    }
    return amps / UPPER_LAW_AMPS_PER_PERCENT + UPPER_LAW_OFFSET_PERCENT;
  }

  /**
   * What a vehicle makes of a measured duty (Table A.8).
   *
   * <p>Between 96 % and 97 % the vehicle may still draw 80 A: that is its tolerance for a station
   * that signals 96 %.
   *
   * @param percent 0 to 100
   */
  public static Meaning meaningOf(double percent) {
    if (!(percent >= 3 && percent <= 97)) {
      return new Meaning.NoCharging();
    }
    if (percent <= 7) {
      return new Meaning.Digital();
    }
    if (percent < 8) {
      return new Meaning.NoCharging();
    }
    if (percent < 10) {
      return new Meaning.Basic(MIN_AMPS);
    }
    if (percent <= KNEE_PERCENT) {
      return new Meaning.Basic(percent * LOWER_LAW_AMPS_PER_PERCENT);
    }
    double amps = (percent - UPPER_LAW_OFFSET_PERCENT) * UPPER_LAW_AMPS_PER_PERCENT;
    return new Meaning.Basic(Math.min(amps, MAX_AMPS));
  }
}
