package energy.ebbflow.firmware.evse.entitlement;

import java.util.Optional;

/**
 * The station's wish that a vehicle chooses its service anew, because what it was offered no longer
 * is what it may (ISO 15118-20 EVSENotification ServiceRenegotiation). Immutable.
 *
 * @param sinceNanos since when it holds; absent where there is none
 */
public record ServiceWish(Optional<Long> sinceNanos) {
  /** No wish. */
  public static final ServiceWish NONE = new ServiceWish(Optional.empty());

  /**
   * Our own, the time that a vehicle has for a schedule: one that has not followed by then does not
   * know how, or has a reason. What it may is bounded without it.
   */
  public static final long PATIENCE_NANOS = 60_000_000_000L;

  /**
   * The wish of this moment.
   *
   * @param differs the vehicle was offered something else than it may now
   */
  public ServiceWish look(boolean differs, long nowNanos) {
    if (!differs) {
      return NONE;
    }
    return sinceNanos.isPresent() ? this : new ServiceWish(Optional.of(nowNanos));
  }

  /** Whether the vehicle is still asked. */
  public boolean asks(long nowNanos) {
    return sinceNanos.filter(since -> nowNanos - since < PATIENCE_NANOS).isPresent();
  }
}
