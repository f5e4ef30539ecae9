package energy.ebbflow.hal.modbus.driver;

import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.ReadingSink;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a device again and again on a thread of its own. A device that does not answer, or answers
 * nonsense, three times in a row is a {@link Reading.DeviceFault}, repeated while it lasts because
 * the EVSE takes a report that is not repeated as over; it is asked on.
 */
abstract class Poller implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Poller.class);

  /** One lost answer on a long RS-485 line is no fault. */
  static final int TOLERATED_FAILURES = 2;

  /** Our own: a third of the time after which the EVSE forgets a report. */
  static final long REPEAT_NANOS = 10_000_000_000L;

  private static final long JOIN_MILLIS = 2_000;

  private final String device;
  private final String expected;
  private final ReadingSink sink;
  private final BoardClock clock;
  private final Thread thread;
  private volatile boolean closed;

  // Only the thread touches these.
  private int failures;
  private @Nullable Long saidNanos;

  /**
   * A poller that does not run yet.
   *
   * @param device name in fault readings
   * @param expected what is expected of it, for fault readings
   */
  Poller(String device, String expected, ReadingSink sink, BoardClock clock) {
    this.device = device;
    this.expected = expected;
    this.sink = sink;
    this.clock = clock;
    this.thread = new Thread(this::run, "modbus-" + device.replace(' ', '-'));
    thread.setDaemon(true);
  }

  /**
   * How long an answer counts, ns: until the one after a lost one can be there. Between two answers
   * with a lost one in the middle lie two waits, the time-out of the lost one, and the answer.
   *
   * @param everyNanos the wait between an answer and the next question
   */
  static long validNanos(long everyNanos) {
    return 2 * (everyNanos + ModbusSource.ANSWER.toNanos());
  }

  /** Asks once; throws with one line for people if there is no sensible answer. */
  abstract void ask() throws IOException;

  /** How long to wait before the next question, ns of the board's clock. */
  abstract long everyNanos();

  /** Asks from now on. */
  final void launch() {
    thread.start();
  }

  private void run() {
    while (!closed) {
      poll();
      LockSupport.parkNanos(this, (long) (everyNanos() / clock.speed()));
    }
  }

  /** One question and its consequences. */
  final void poll() {
    try {
      ask();
      failures = 0;
      saidNanos = null;
    } catch (IOException e) {
      failed(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      // An answer that nobody thought of must not end the asking: silence would look like peace.
      LOG.warn("{}: its answer breaks the driver", device, e);
      failed("its answer breaks the driver: " + e.getMessage());
    }
  }

  /** Wakes the thread: there is something to ask or to write now. */
  final void wake() {
    LockSupport.unpark(thread);
  }

  final long now() {
    return clock.nanos();
  }

  final void offer(Reading reading) {
    sink.offer(reading);
  }

  private void failed(String why) {
    failures = Math.min(failures + 1, TOLERATED_FAILURES + 1);
    if (failures <= TOLERATED_FAILURES || closed) {
      return;
    }
    long now = clock.nanos();
    Long said = saidNanos;
    if (said == null || now - said >= REPEAT_NANOS) {
      saidNanos = now;
      sink.offer(
          new Reading.DeviceFault(device, "expected " + expected + ", " + why + " (3 times)"));
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join(JOIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
