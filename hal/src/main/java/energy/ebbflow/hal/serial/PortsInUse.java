package energy.ebbflow.hal.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps serial ports open while a process ends in order. Their library closes all of them in a
 * shutdown hook of its own, which the virtual machine starts together with ours: without this the
 * line to a microcontroller is gone before the station has opened its contactors and told its last
 * events. Thread-safe.
 */
public final class PortsInUse {
  private static final Logger LOG = LoggerFactory.getLogger(PortsInUse.class);

  /** Our own: the longest orderly stop of a station is 75 s. */
  private static final long END_SECONDS = 90;

  private static final ReentrantLock LOCK = new ReentrantLock();
  private static final Condition CLOSED = LOCK.newCondition();
  private static int count;
  private static boolean givenUp;

  static {
    // The library starts these threads first, and joins them.
    SerialPort.addShutdownHook(new Thread(PortsInUse::await, "serial-ports-in-use"));
  }

  private PortsInUse() {}

  /** One port more is open. Each call is answered by one of {@link #end}. */
  public static void begin() {
    LOCK.lock();
    try {
      count++;
    } finally {
      LOCK.unlock();
    }
  }

  /** Its owner has closed a port. */
  public static void end() {
    LOCK.lock();
    try {
      count--;
      CLOSED.signalAll();
    } finally {
      LOCK.unlock();
    }
  }

  /**
   * The process ends without waiting any longer for whoever has not closed a port: the library
   * closes it. To be called after contactors were told to open, for good.
   */
  public static void giveUp() {
    LOCK.lock();
    try {
      if (count > 0) {
        LOG.error("{} serial ports were not closed in order; the process ends all the same", count);
      }
      givenUp = true;
      CLOSED.signalAll();
    } finally {
      LOCK.unlock();
    }
  }

  private static void await() {
    long left = TimeUnit.SECONDS.toNanos(END_SECONDS);
    LOCK.lock();
    try {
      while (count > 0 && !givenUp && left > 0) {
        left = CLOSED.awaitNanos(left);
      }
      if (count > 0 && !givenUp) {
        LOG.error("{} serial ports are still open after {} s; they are closed", count, END_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      LOCK.unlock();
    }
  }
}
