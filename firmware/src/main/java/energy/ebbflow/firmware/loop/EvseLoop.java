package energy.ebbflow.firmware.loop;

import energy.ebbflow.firmware.evse.Evse;
import energy.ebbflow.firmware.evse.EvseInput;
import energy.ebbflow.firmware.evse.Moment;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.ReadingSink;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that owns one outlet. Others reach it through {@link #offer} only.
 *
 * <p>Readings have their own queue and go first, so that nothing from a network delays what a
 * sensor says. If either queue overflows, the outlet goes to its safe state: nothing is dropped
 * silently.
 */
public final class EvseLoop implements ReadingSink, AutoCloseable {
  /** Readings that may wait: several seconds of a busy board. */
  public static final int READINGS_MAX = 2048;

  /** Other inputs that may wait. */
  public static final int INPUTS_MAX = 512;

  /** Longest time between two passes, on the station's clock. IEC 61851-1: 100 ms to open. */
  public static final long TICK_NANOS = 10_000_000;

  /**
   * The same while nothing is plugged in, no contactor is closed and no session runs: there is
   * nothing to open. What a sensor says wakes the thread at once in any case.
   */
  public static final long VACANT_TICK_NANOS = 50_000_000;

  /** Our own: even at high speed the machine gets a breath. */
  private static final long SHORTEST_WAIT_NANOS = 200_000;

  /** Our own: how long the end of the thread is waited for. */
  private static final long JOIN_MILLIS = 2_000;

  private static final Logger LOG = LoggerFactory.getLogger(EvseLoop.class);

  private final BlockingQueue<Reading> readings = new ArrayBlockingQueue<>(READINGS_MAX);
  private final BlockingQueue<EvseInput> inputs = new ArrayBlockingQueue<>(INPUTS_MAX);
  private final AtomicReference<Optional<String>> overflow =
      new AtomicReference<>(Optional.empty());
  private final StationClock clock;
  private final EffectRunner runner;
  private final Runnable startBoard;
  private final Runnable watchdog;
  private final BrokenInvariant onBroken;
  private final Thread thread;
  private final Wakefulness wakefulness = new Wakefulness();
  private Evse evse;
  private long nextTickNanos;

  /** Something waits in a queue that the thread may not have seen yet. */
  private volatile boolean work;

  /** Something is about to be offered. */
  private volatile boolean expected;

  /** The thread sleeps, or is about to, and has to be woken. */
  private volatile boolean asleep;

  private volatile boolean running = true;

  /** What happens when the machine itself fails: a defect of ours. */
  @FunctionalInterface
  public interface BrokenInvariant {
    /** Called on the loop's thread after contactors and converter were switched off. */
    void happened(Throwable failure);
  }

  /**
   * Makes the loop; {@link #start} starts its thread.
   *
   * @param evse the outlet's first state
   * @param startBoard starts the drivers; runs on the loop's thread right before the first pass, so
   *     that the first orders follow at once
   * @param watchdog fed once per pass
   */
  public EvseLoop(
      String name,
      Evse evse,
      StationClock clock,
      EffectRunner runner,
      Consumer<ReadingSink> startBoard,
      Runnable watchdog,
      BrokenInvariant onBroken) {
    this.evse = evse;
    this.clock = clock;
    this.runner = runner;
    this.startBoard = () -> startBoard.accept(this);
    this.watchdog = watchdog;
    this.onBroken = onBroken;
    this.thread = new Thread(this::run, name);
    this.thread.setPriority(Thread.MAX_PRIORITY);
  }

  public void start() {
    thread.start();
  }

  @Override
  public boolean offer(Reading reading) {
    return offered(readings.offer(reading), "readings");
  }

  /**
   * Offers an input; thread-safe, never blocks.
   *
   * @return false if the queue was full; the outlet then goes to its safe state
   */
  public boolean offer(EvseInput input) {
    return offered(inputs.offer(input), "inputs");
  }

  private boolean offered(boolean taken, String queue) {
    if (!taken) {
      overflow.set(Optional.of(queue));
    }
    work = true;
    wake();
    return taken;
  }

  /**
   * An input will be offered within microseconds: to be woken takes the thread about as long as the
   * one who offers needs to make it. Thread-safe, never blocks; says nothing by itself.
   */
  public void expect() {
    expected = true;
    wake();
  }

  private void wake() {
    if (asleep) {
      LockSupport.unpark(thread);
    }
  }

  private void run() {
    try {
      startBoard.run();
      nextTickNanos = clock.nanos();
      while (running) {
        awaitWork();
        pass();
        watchdog.run();
      }
    } catch (RuntimeException | Error failure) {
      // A broken invariant is our own defect: make it safe first, then say so.
      runner.safeState();
      LOG.error("the outlet's machine failed; contactors are open, the process restarts", failure);
      onBroken.happened(failure);
    }
  }

  private void awaitWork() {
    long real = clock.realNanos(nextTickNanos - clock.nanos());
    if (work || real <= 0 || stayedAwake(real)) {
      return;
    }
    asleep = true;
    // Whoever offers says so first and asks then whether we sleep; we do it the other way round.
    if (!work && !expected) {
      LockSupport.parkNanos(this, Math.max(real, SHORTEST_WAIT_NANOS));
    }
    asleep = false;
    if (expected) {
      stayedAwake(clock.realNanos(nextTickNanos - clock.nanos()));
    }
  }

  /** Looks out for work where it is likely to come at once; true when it came. */
  private boolean stayedAwake(long untilTickNanos) {
    boolean announced = expected;
    expected = false;
    long limit = Math.min(untilTickNanos, wakefulness.nanos(announced));
    if (limit <= 0) {
      return false;
    }
    long start = System.nanoTime();
    while (!work && running && System.nanoTime() - start < limit) {
      // On a busy processor whoever is waited for comes first.
      Thread.yield();
    }
    wakefulness.looked(announced, work);
    return work;
  }

  /** Everything that waits now, at one reading of the clock. */
  private void pass() {
    work = false;
    Moment now = clock.now();
    overflow
        .getAndSet(Optional.empty())
        .ifPresent(queue -> step(new EvseInput.QueueFull(queue), now));
    int waitingInputs = inputs.size();
    boolean measured = drainReadings(now);
    for (int i = 0; i < waitingInputs; i++) {
      EvseInput input = inputs.poll();
      if (input != null) {
        step(input, now);
      }
      measured |= drainReadings(now);
    }
    // The step of a reading is a whole one: all machines have seen the time that it is.
    if (!measured && now.nanos() - nextTickNanos >= 0) {
      measured = true;
      step(new EvseInput.Tick(), now);
    }
    if (measured) {
      nextTickNanos = now.nanos() + (evse.vacant() ? VACANT_TICK_NANOS : TICK_NANOS);
    } else if (!evse.vacant() && nextTickNanos - now.nanos() > TICK_NANOS) {
      nextTickNanos = now.nanos() + TICK_NANOS;
    }
    // What the pilot line waits for is kept to the point: the contactors hang on it.
    OptionalLong deadline = evse.nextDeadlineNanos(now.nanos());
    if (deadline.isPresent() && deadline.getAsLong() - nextTickNanos < 0) {
      nextTickNanos = deadline.getAsLong();
    }
  }

  /** Whether there were any. */
  private boolean drainReadings(Moment now) {
    int waiting = readings.size();
    for (int i = 0; i < waiting; i++) {
      Reading reading = readings.poll();
      if (reading != null) {
        step(new EvseInput.Measured(reading), now);
      }
    }
    return waiting > 0;
  }

  private void step(EvseInput input, Moment now) {
    Evse.Heard heard = evse.hear(input, now);
    heard.answer().ifPresent(runner::answer);
    Evse.Step step = heard.rest();
    evse = step.next();
    if (input instanceof EvseInput.Vehicle) {
      wakefulness.heard();
    }
    runner.run(step.effects(), now, this::offer);
  }

  /** Ends the thread and leaves everything switched off. */
  @Override
  public void close() {
    running = false;
    work = true;
    LockSupport.unpark(thread);
    if (Thread.currentThread() != thread && thread.isAlive()) {
      try {
        thread.join(JOIN_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    runner.safeState();
  }
}
