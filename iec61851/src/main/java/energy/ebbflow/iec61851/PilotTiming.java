package energy.ebbflow.iec61851;

/**
 * Every time of the pilot machine, in ns. The standard's numbers are in {@link #STANDARD}; other
 * values serve boards with slow feedback, and the exhaustive exploration, which counts in ticks.
 *
 * @param debounceNanos how long a level must be stable before it becomes the state. Field practice;
 *     shorter pulses exist (BCB toggle)
 * @param unplugNanos the same for level A. An open connector must be seen fast: IEC 61851-1 Table
 *     A.6, sequence 2
 * @param openNanos how long the level may be away from C/D before the contactors are opened. With
 *     one sample every 20 ms and 30 ms for the contactor it keeps the 100 ms of IEC 61851-1 Table
 *     A.6, sequences 2.2 and 8
 * @param settleNanos how long after a change of the signal the negative half-wave is not judged
 * @param paceNanos least distance between two changes of the duty: the vehicle has 5 s to follow,
 *     IEC 61851-1 Table A.6, sequence 6
 * @param forceOpenNanos how long a vehicle may stay in C/D without PWM, IEC 61851-1 Table A.6,
 *     sequence 10.2
 * @param minimumFaultNanos least duration of state F, IEC 61851-1 Table A.6, sequence 12
 * @param followNanos how long the feedback of the contactors may contradict the command
 * @param firstSampleNanos how long a starting board may take to its first sample; until then the
 *     contactors cannot close, so patience costs nothing
 * @param sampleTimeoutNanos how long the line may go unmeasured after that
 * @param toggleMinNanos shortest C pulse of a BCB toggle: 200 ms (ISO 15118-3), less the time
 *     between two samples
 * @param toggleMaxNanos longest: 400 ms, plus the same
 * @param toggleWindowNanos pulses within this time are counted together, ISO 15118-3
 */
public record PilotTiming(
    long debounceNanos,
    long unplugNanos,
    long openNanos,
    long settleNanos,
    long paceNanos,
    long forceOpenNanos,
    long minimumFaultNanos,
    long followNanos,
    long firstSampleNanos,
    long sampleTimeoutNanos,
    long toggleMinNanos,
    long toggleMaxNanos,
    long toggleWindowNanos) {
  private static final long MILLI = 1_000_000;

  /** The standard's times. */
  public static final PilotTiming STANDARD =
      new PilotTiming(
          250 * MILLI,
          25 * MILLI,
          25 * MILLI,
          50 * MILLI,
          5_000 * MILLI,
          6_000 * MILLI,
          300 * MILLI,
          500 * MILLI,
          30_000 * MILLI,
          500 * MILLI,
          150 * MILLI,
          450 * MILLI,
          3_500 * MILLI);

  public PilotTiming {
    if (!(openNanos > 0 && openNanos <= debounceNanos && unplugNanos > 0)) {
      throw new IllegalArgumentException(
          "pilot timing expects 0 < openNanos <= debounceNanos and unplugNanos > 0, got "
              + openNanos);
    }
  }

  /** The same times with another patience for silent pilot measurement. */
  public PilotTiming withSampleTimeoutNanos(long nanos) {
    return new PilotTiming(
        debounceNanos,
        unplugNanos,
        openNanos,
        settleNanos,
        paceNanos,
        forceOpenNanos,
        minimumFaultNanos,
        followNanos,
        firstSampleNanos,
        nanos,
        toggleMinNanos,
        toggleMaxNanos,
        toggleWindowNanos);
  }

  /** The same times with another patience for the contactors' feedback. */
  public PilotTiming withFollowNanos(long nanos) {
    return new PilotTiming(
        debounceNanos,
        unplugNanos,
        openNanos,
        settleNanos,
        paceNanos,
        forceOpenNanos,
        minimumFaultNanos,
        nanos,
        firstSampleNanos,
        sampleTimeoutNanos,
        toggleMinNanos,
        toggleMaxNanos,
        toggleWindowNanos);
  }
}
