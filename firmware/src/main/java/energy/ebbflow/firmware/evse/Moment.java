package energy.ebbflow.firmware.evse;

import java.time.Instant;

/**
 * One instant on both clocks, read once per pass of the loop.
 *
 * @param nanos monotonic time in ns, origin arbitrary: deadlines
 * @param wall wall clock: only for records and for what others give in wall-clock time
 */
public record Moment(long nanos, Instant wall) {}
