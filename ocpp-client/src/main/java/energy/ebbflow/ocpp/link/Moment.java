package energy.ebbflow.ocpp.link;

import java.time.Instant;

/**
 * One reading of the clocks.
 *
 * @param nanos monotonic, any origin; for everything that waits
 * @param instant wall clock; only for what is written into messages
 */
public record Moment(long nanos, Instant instant) {}
