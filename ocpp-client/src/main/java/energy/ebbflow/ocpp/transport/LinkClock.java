package energy.ebbflow.ocpp.transport;

import energy.ebbflow.ocpp.link.Moment;
import energy.ebbflow.ocpp.time.Timescale;
import java.time.Instant;
import java.util.Optional;

/** The clocks of a link: real ones in the field, faster ones on the bench. Thread-safe. */
public final class LinkClock {
  /** Real time that a peer on the bench may take, however fast virtual time runs. */
  private static final long SHORTEST_REAL_TIMEOUT_NANOS = 3_000_000_000L;

  private final double speed;
  private final long originNanos;
  private final Timescale timescale;

  private LinkClock(double speed, long originNanos, Timescale timescale) {
    this.speed = speed;
    this.originNanos = originNanos;
    this.timescale = timescale;
  }

  /** Real time; what the machine's clock shows is corrected by whoever knows better. */
  public static LinkClock system() {
    Instant now = Instant.now();
    Timescale timescale = new Timescale(now, () -> Optional.of(Instant.now()));
    return new LinkClock(1, System.nanoTime(), timescale);
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
    Instant origin = Instant.ofEpochMilli(epochMillis);
    return new LinkClock(speed, originNanos, new Timescale(origin, Optional::empty));
  }

  /** The moment now, by the corrected time. */
  public Moment now() {
    long nanos = nanos();
    return new Moment(nanos, timescale.corrected(steady(nanos)));
  }

  /** The steady time now: what events carry until they are recorded. */
  public Instant steady() {
    return steady(nanos());
  }

  private Instant steady(long nanos) {
    return timescale.since().plusNanos(nanos);
  }

  private long nanos() {
    return (long) ((System.nanoTime() - originNanos) * speed);
  }

  /** What makes this clock right. */
  public Timescale timescale() {
    return timescale;
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
