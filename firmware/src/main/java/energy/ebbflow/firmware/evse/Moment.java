package energy.ebbflow.firmware.evse;

import java.time.Instant;

/**
 * One instant on all clocks, read once per pass of the loop.
 *
 * @param nanos monotonic time in ns, origin arbitrary: deadlines
 * @param wall wall clock, as right as anybody knows: for what others give in wall-clock time
 * @param steady what the wall clock would show had nobody set it since the start: for transactions,
 *     whose times are corrected where they are recorded (energy.ebbflow.ocpp.time.Timescale)
 */
public record Moment(long nanos, Instant wall, Instant steady) {
  /** Where nobody sets the wall clock. */
  public Moment(long nanos, Instant wall) {
    this(nanos, wall, wall);
  }
}
