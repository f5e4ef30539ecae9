package energy.ebbflow.firmware.power;

import java.util.Optional;

/**
 * Bounds of one source for a time. When the time is over, the fallback holds until the source
 * speaks again.
 *
 * @param source name for people: it is what the decision names as its reason
 * @param precedence how strong the source is
 * @param bounds what it says
 * @param expiresAtNanos monotonic time of its end; absent if it holds until replaced
 * @param fallback what holds afterwards
 */
public record Lease(
    String source,
    Precedence precedence,
    Bounds bounds,
    Optional<Long> expiresAtNanos,
    Bounds fallback) {

  /** A lease without an end. */
  public static Lease standing(String source, Precedence precedence, Bounds bounds) {
    return new Lease(source, precedence, bounds, Optional.empty(), Bounds.NONE);
  }

  /** Whether its time is over; at the very instant it is. */
  public boolean expired(long nowNanos) {
    return expiresAtNanos.isPresent() && nowNanos - expiresAtNanos.get() >= 0;
  }

  /** What it says now. */
  public Bounds boundsAt(long nowNanos) {
    return expired(nowNanos) ? fallback : bounds;
  }

  /** The name of what it says now. */
  public String reasonAt(long nowNanos) {
    return expired(nowNanos) ? source + " (expired)" : source;
  }
}
