package energy.ebbflow.ocpp.transport;

import energy.ebbflow.ocpp.link.Moment;
import java.time.Instant;

/** The clocks of a link: real ones in the field, faster ones on the bench. Thread-safe. */
public final class LinkClock {
  /** Real time that a peer on the bench may take, however fast virtual time runs. */
  private static final long SHORTEST_REAL_TIMEOUT_NANOS = 3_000_000_000L;

  private final double speed;
  private final long originNanos;
  private final Instant origin;

  private LinkClock(double speed, long originNanos, Instant origin) {
    this.speed = speed;
    this.originNanos = originNanos;
    this.origin = origin;
  }

  /** Real time. */
  public static LinkClock system() {
    return new LinkClock(1, System.nanoTime(), Instant.now());
  }

  /**
   * Time that runs {@code speed} times as fast as the real one since the wall clock showed {@code
   * epochMillis}, and agreed with it then.
   */
  public static LinkClock virtual(double speed, long epochMillis) {
    if (!(speed > 0)) {
      throw new IllegalArgumentException("speed: expected above 0, got " + speed);
    }
    long sinceMillis = System.currentTimeMillis() - epochMillis;
    long originNanos = System.nanoTime() - sinceMillis * 1_000_000L;
    return new LinkClock(speed, originNanos, Instant.ofEpochMilli(epochMillis));
  }

  /** The moment now. At speed 1 the instant follows the wall clock, also when that is set. */
  public Moment now() {
    long nanos = (long) ((System.nanoTime() - originNanos) * speed);
    return new Moment(nanos, speed == 1 ? Instant.now() : origin.plusNanos(nanos));
  }

  /**
   * Least time, of this clock, in which a peer can be expected to answer: time that runs faster
   * makes neither the network nor the peer faster.
   */
  public long shortestTimeoutNanos() {
    return speed > 1 ? (long) (SHORTEST_REAL_TIMEOUT_NANOS * speed) : 0;
  }

  /** How long to wait in real nanoseconds until {@code nanos} of this clock, at least 0. */
  long realNanosUntil(long nanos) {
    return Math.max(0, (long) ((nanos - now().nanos()) / speed));
  }
}
