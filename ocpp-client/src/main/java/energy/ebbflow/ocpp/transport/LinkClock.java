package energy.ebbflow.ocpp.transport;

import energy.ebbflow.ocpp.link.Moment;
import energy.ebbflow.ocpp.time.Timescale;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The clocks of a link: real ones in the field, faster ones on the bench. Thread-safe. */
public final class LinkClock {
  /** Real time that a peer on the bench may take, however fast virtual time runs. */
  private static final long SHORTEST_REAL_TIMEOUT_NANOS = 3_000_000_000L;

  private final double speed;
  private final LongSupplier elapsedNanos;
  private final Timescale timescale;

  private LinkClock(double speed, LongSupplier elapsedNanos, Timescale timescale) {
    this.speed = speed;
    this.elapsedNanos = elapsedNanos;
    this.timescale = timescale;
  }

  /** Real time; what the machine's clock shows is corrected by whoever knows better. */
  public static LinkClock system() {
    Instant now = Instant.now();
    long originNanos = System.nanoTime();
    return system(now, () -> System.nanoTime() - originNanos, () -> Optional.of(Instant.now()));
  }

  /**
   * Real time of a machine whose clocks are given: what it showed, has counted since, and shows.
   */
  static LinkClock system(
      Instant since, LongSupplier elapsedNanos, Supplier<Optional<Instant>> machine) {
    return new LinkClock(1, elapsedNanos, new Timescale(since, machine, elapsedNanos));
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
    LongSupplier elapsed = () -> (long) ((System.nanoTime() - originNanos) * speed);
    return new LinkClock(speed, elapsed, new Timescale(origin, Optional::empty, elapsed));
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
    return elapsedNanos.getAsLong();
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
