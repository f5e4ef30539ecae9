package energy.ebbflow.firmware.power;

import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Bounds a back office gave, with their end on the monotonic clock: a step of the wall clock does
 * not end them.
 */
public record GivenBounds(PowerBounds bounds, Optional<Long> expiresAtNanos) {
  /**
   * Takes bounds as they arrive.
   *
   * @param nanos monotonic time
   * @param wall the same instant by the clock that the back office means
   */
  public static GivenBounds received(PowerBounds bounds, long nanos, Instant wall) {
    return new GivenBounds(
        bounds,
        bounds.validUntil().map(until -> nanos + clamp(Duration.between(wall, until)).toNanos()));
  }

  /** Their time is over. */
  public boolean expired(long nowNanos) {
    return expiresAtNanos.filter(end -> nowNanos - end >= 0).isPresent();
  }

  /** Our own: nothing is planned further ahead than a year. */
  private static final Duration HORIZON = Duration.ofDays(366);

  private static Duration clamp(Duration duration) {
    if (duration.compareTo(HORIZON) > 0) {
      return HORIZON;
    }
    return duration.isNegative() ? Duration.ZERO : duration;
  }
}
