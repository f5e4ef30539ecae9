package energy.ebbflow.firmware.events;

import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Lines of JSON on a stream, one per event. Offered from any thread, written by one of its own: a
 * reader that is slow costs lines, never time; how many were lost is said.
 */
public final class EventLines implements AutoCloseable {
  /** Lines that may wait. */
  public static final int LINES_MAX = 8_192;

  private static final double NANOS_PER_SECOND = 1e9;
  private static final long JOIN_MILLIS = 2_000;

  private final BlockingQueue<String> queue = new ArrayBlockingQueue<>(LINES_MAX);
  private final AtomicLong lost = new AtomicLong();
  private final Optional<PrintStream> out;
  private final LongSupplier nanos;
  private final Thread thread = new Thread(this::run, "events");
  private volatile boolean running = true;

  /**
   * Makes the lines.
   *
   * @param out where they go; absent: nowhere
   * @param nanos the station's clock, 0 at the agreed epoch
   */
  public EventLines(Optional<PrintStream> out, LongSupplier nanos) {
    this.out = out;
    this.nanos = nanos;
    if (out.isPresent()) {
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Whether anybody reads. */
  public boolean wanted() {
    return out.isPresent();
  }

  /** Begins a line of this instant. */
  public Json line(String kind) {
    return line(kind, nanos.getAsLong());
  }

  /** Begins a line of a given instant. */
  public Json line(String kind, long atNanos) {
    return Json.object()
        .with("t", atNanos / NANOS_PER_SECOND)
        .with("who", "evse")
        .with("kind", kind);
  }

  /** Offers a finished line; thread-safe, never blocks. */
  public void offer(Json line) {
    if (out.isPresent() && !queue.offer(line.end())) {
      lost.incrementAndGet();
    }
  }

  private void run() {
    PrintStream stream = out.orElseThrow();
    try {
      while (running || !queue.isEmpty()) {
        String line = queue.poll(50, TimeUnit.MILLISECONDS);
        if (line != null) {
          stream.println(line);
        }
        if (queue.isEmpty()) {
          stream.flush();
        }
        long gone = lost.getAndSet(0);
        if (gone > 0) {
          stream.println(
              line("log")
                  .with("level", "warn")
                  .with("text", gone + " event lines were lost: the reader is too slow")
                  .end());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    stream.flush();
  }

  /** Writes what waits, for a bounded time. */
  @Override
  public void close() {
    running = false;
    if (out.isPresent()) {
      try {
        thread.join(JOIN_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
