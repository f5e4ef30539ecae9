package energy.ebbflow.ocpp.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two times of one run. The steady one goes on from what the machine's clock showed at the start
 * and never jumps: inside, events carry it. The corrected one is the steady one and an offset, as
 * far as somebody knew better: it is what is kept and told. A correction changes the offset and
 * everything that is kept at once, so that no event has a time of both sides. Thread-safe.
 */
public final class Timescale {
  private static final Logger LOG = LoggerFactory.getLogger(Timescale.class);

  /** Older than anything that this firmware can see: a machine that shows less has no clock. */
  private static final Instant NEVER_BEFORE = Instant.parse("2026-01-01T00:00:00Z");

  private volatile Instant since;
  private final Supplier<Optional<Instant>> machine;
  private final LongSupplier elapsedNanos;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final List<Consumer<Correction>> keepers = new CopyOnWriteArrayList<>();
  private final AtomicBoolean kept = new AtomicBoolean();
  private volatile Duration offset = Duration.ZERO;
  private volatile boolean told;

  /**
   * Begins with no offset.
   *
   * @param since the steady time at the start of this run
   * @param machine what the machine's clock shows; absent: nobody sets this clock
   * @param elapsedNanos what the steady time has counted since the start of this run
   */
  public Timescale(Instant since, Supplier<Optional<Instant>> machine, LongSupplier elapsedNanos) {
    this.since = since;
    this.machine = machine;
    this.elapsedNanos = elapsedNanos;
  }

  /** A time that is right by definition: of the bench, and of tests. */
  public static Timescale fixed() {
    return new Timescale(Instant.EPOCH, Optional::empty, () -> 0);
  }

  /** The steady time at the start of this run. */
  public Instant since() {
    return since;
  }

  /** Nobody who is in his senses says that it is later. */
  private static final Instant NEVER_AFTER = Instant.parse("2100-01-01T00:00:00Z");

  /** Whether it may be now: a back office with another word has no clock, or is hostile. */
  public static boolean believable(Instant said) {
    return plausible(said) && said.isBefore(NEVER_AFTER);
  }

  /** Whether a machine that shows this has a clock that goes on while it is switched off. */
  public static boolean plausible(Instant shown) {
    return !shown.isBefore(NEVER_BEFORE);
  }

  /** What the machine's clock shows; absent: this time is never corrected. */
  public Optional<Instant> machine() {
    return machine.get();
  }

  /** Whether the caller is the one that keeps this time right: the first who asks is. */
  public boolean keep() {
    return kept.compareAndSet(false, true);
  }

  /** The one that keeps it right ends; the next who asks is it. */
  public void release() {
    kept.set(false);
  }

  /** Whether anybody keeps it right; otherwise the machine's clock is as good. */
  public boolean isKept() {
    return kept.get();
  }

  /** The correction that holds now, for times that are steady. */
  public Correction correction() {
    return new Correction(since, offset);
  }

  /** The corrected time for a steady time of this run. */
  public Instant corrected(Instant steady) {
    return steady.plus(offset);
  }

  /**
   * Time does not run back over a restart: before anything is recorded, a clock that shows less
   * than what an earlier run wrote goes on just after it. A station that opens its store again
   * within the same process has counted on meanwhile, and keeps what it was told.
   *
   * @param known the newest time that an earlier run wrote
   */
  public void startAfter(Instant known) {
    Instant now = corrected(since.plusNanos(elapsedNanos.getAsLong()));
    if (machine().isPresent() && !told && !now.isAfter(known)) {
      LOG.warn(
          "the clock shows {}, but {} is over; until somebody knows better it goes on from there",
          now,
          known);
      since = since.plus(Duration.between(now, known.plusMillis(1)));
    }
  }

  /**
   * Who keeps times that are to be corrected; called while nothing else is recorded.
   *
   * @return ends it: what is closed corrects nothing, and stands in nobody's way
   */
  public Runnable keeper(Consumer<Correction> keeper) {
    keepers.add(keeper);
    return () -> leave(keeper);
  }

  /** When this returns no correction is under way there. */
  private void leave(Consumer<Correction> keeper) {
    lock.writeLock().lock();
    try {
      keepers.remove(keeper);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Does something during which the offset stays as it is. */
  public <T> T recording(Supplier<T> work) {
    lock.readLock().lock();
    try {
      return work.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * The corrected time was wrong by so much: from now on, and in everything that is kept.
   *
   * @return false where it could not be stored: then nothing was corrected, and the time is as
   *     wrong as before, in all places alike
   */
  public boolean correct(Duration by) {
    lock.writeLock().lock();
    try {
      Correction correction = new Correction(corrected(since), by);
      List<Consumer<Correction>> done = new ArrayList<>();
      for (Consumer<Correction> keeper : keepers) {
        try {
          keeper.accept(correction);
          done.add(keeper);
        } catch (RuntimeException e) {
          LOG.error("the time stays wrong by {} for now: {}", by, e.getMessage());
          takeBack(done, correction.undone());
          return false;
        }
      }
      offset = offset.plus(by);
      told = true;
      return true;
    } finally {
      lock.writeLock().unlock();
    }
  }

  private static void takeBack(List<Consumer<Correction>> done, Correction correction) {
    for (Consumer<Correction> keeper : done) {
      try {
        keeper.accept(correction);
      } catch (RuntimeException e) {
        LOG.error("what was recorded before has another time now: {}", e.getMessage());
      }
    }
  }
}
