package energy.ebbflow.iec61851.tolerance;

import energy.ebbflow.iec61851.DutyCycle;

/**
 * The station's patience and caution.
 *
 * @param floorAmps smallest current for every vehicle, at least 6 A (R2)
 * @param testPauseSeconds length of a pause that is a test
 * @param survivalsNeeded pauses in a row that a vehicle must survive to count as tolerant
 * @param marginSeconds time that must be left until departure, beyond what charging needs, for a
 *     test
 * @param testWithoutDeparture whether a vehicle is tested when nobody knows when it leaves
 * @param interruptionsPerSession budget of pauses in one session. A plug-in hybrid is known that
 *     sleeps for good after 5; one more is kept for what nobody plans, a restart or a fault
 * @param holdBeforePauseSeconds how long a request must be below the minimum before a pause. Energy
 *     managers use 3 min
 * @param holdBeforeResumeSeconds how long it must be above before charging resumes; they use 1 min
 * @param minimumRunSeconds least time of charging between two pauses; 600 s is a common guard
 * @param pauseGrowth by how much a pause may be longer than the longest survived one
 * @param unlimitedPauseSeconds a vehicle that survived this long a pause is trusted with any
 * @param resumeSeconds how long a vehicle may take to draw current before it is woken
 * @param refusalSeconds how long a vehicle may draw nothing at its minimum before more is tried
 * @param highestMinimumAmps the most that is tried; a Zoe wants 7 to 8 A
 * @param tolerantForDays after that a tolerant vehicle is tested again
 * @param intolerantForDays after that an intolerant vehicle is tested again; its software may have
 *     changed
 */
public record ToleranceConfig(
    double floorAmps,
    long testPauseSeconds,
    int survivalsNeeded,
    long marginSeconds,
    boolean testWithoutDeparture,
    int interruptionsPerSession,
    long holdBeforePauseSeconds,
    long holdBeforeResumeSeconds,
    long minimumRunSeconds,
    int pauseGrowth,
    long unlimitedPauseSeconds,
    long resumeSeconds,
    long refusalSeconds,
    double highestMinimumAmps,
    long tolerantForDays,
    long intolerantForDays) {
  public ToleranceConfig {
    if (!(floorAmps >= DutyCycle.MIN_AMPS
        && floorAmps <= highestMinimumAmps
        && highestMinimumAmps <= DutyCycle.MAX_AMPS)) {
      throw new IllegalArgumentException(
          "the minimum-current policy expects 6 A <= floor <= highest minimum <= 80 A, got "
              + floorAmps
              + " A and "
              + highestMinimumAmps
              + " A");
    }
    if (survivalsNeeded < 1 || interruptionsPerSession < 0 || pauseGrowth < 1) {
      throw new IllegalArgumentException(
          "the minimum-current policy expects at least 1 survival and growth 1, and no negative"
              + " budget");
    }
  }

  /** The numbers of the field, each explained at its component. */
  public static ToleranceConfig standard() {
    return new ToleranceConfig(
        6, 180, 2, 7200, false, 3, 180, 60, 600, 4, 14_400, 30, 60, 10, 180, 365);
  }
}
