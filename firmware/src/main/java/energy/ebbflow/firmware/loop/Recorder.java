package energy.ebbflow.firmware.loop;

import energy.ebbflow.firmware.evse.EvseEffect;
import energy.ebbflow.firmware.evse.EvseInput;
import energy.ebbflow.firmware.evse.Moment;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The slow lane: writes to disk and hands to the back office on its own thread, so that no disk is
 * ever waited for by the thread that opens contactors.
 */
public final class Recorder implements AutoCloseable {
  /** Records that may wait: minutes of a busy session on a disk that stalls. */
  public static final int RECORDS_MAX = 8_192;

  /** Our own: how often a durable record is tried again, in real time. */
  private static final long RETRY_MILLIS = 1_000;

  /** Our own: how long the queue is emptied for when the process ends. */
  private static final long DRAIN_MILLIS = 5_000;

  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

  /** Writes one record; may block on a disk, never on a network. */
  @FunctionalInterface
  public interface Writer {
    /**
     * Writes.
     *
     * @param evse number of the outlet
     * @throws NotStoredException if it was not stored
     */
    void write(int evse, EvseEffect effect, Moment at) throws NotStoredException;

    /** Whether it is only told, and is to be told although the disk takes nothing. */
    default boolean overtakes(EvseEffect effect) {
      return false;
    }
  }

  /** A record was not stored; the message is for people. */
  public static final class NotStoredException extends Exception {
    private static final long serialVersionUID = 1L;
    private final boolean again;

    /**
     * Makes the exception.
     *
     * @param again the record must not be lost: it is to be tried again
     */
    public NotStoredException(String message, boolean again, Throwable cause) {
      super(message, cause);
      this.again = again;
    }

    boolean again() {
      return again;
    }
  }

  /** What the thread waits for. */
  private sealed interface Item {
    record Record(int evse, EvseEffect effect, Moment at) implements Item {}

    /** Nothing to write: the thread is to look whether it still runs. */
    record WakeUp() implements Item {}
  }

  private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(RECORDS_MAX);
  private final Writer writer;
  private final Consumer<EvseInput> loop;
  private final Thread thread;
  private volatile boolean running = true;
  private boolean failing;

  public Recorder(String name, Writer writer, Consumer<EvseInput> loop) {
    this.writer = writer;
    this.loop = loop;
    this.thread = new Thread(this::run, name);
  }

  public void start() {
    thread.start();
  }

  /**
   * Offers a record; thread-safe, never blocks.
   *
   * @param evse number of the outlet
   * @return false if the queue is full
   */
  public boolean offer(int evse, EvseEffect effect, Moment at) {
    return queue.offer(new Item.Record(evse, effect, at));
  }

  private void run() {
    try {
      while (running || !queue.isEmpty()) {
        if (queue.take() instanceof Item.Record item) {
          write(item);
        }
      }
    } catch (InterruptedException e) {
      LOG.warn("{} records were not written when the process ended", queue.size());
    }
  }

  private void write(Item.Record item) throws InterruptedException {
    boolean again = true;
    while (again) {
      again = false;
      try {
        writer.write(item.evse(), item.effect(), item.at());
        if (failing) {
          failing = false;
          LOG.info("records are stored again");
          loop.accept(new EvseInput.StorageBack());
        }
      } catch (NotStoredException failure) {
        if (!failing) {
          failing = true;
          LOG.error("{}", failure.getMessage());
          loop.accept(new EvseInput.StorageFailed(String.valueOf(failure.getMessage())));
        }
        again = failure.again();
        if (again) {
          overtake();
          TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
        }
      }
    }
  }

  /** What needs no disk does not wait for it: that it is full has to be told while it is full. */
  private void overtake() {
    for (Item item : queue) {
      if (item instanceof Item.Record record
          && writer.overtakes(record.effect())
          && queue.remove(record)) {
        try {
          writer.write(record.evse(), record.effect(), record.at());
        } catch (NotStoredException failure) {
          LOG.error("{}", failure.getMessage());
        }
      }
    }
  }

  /** Writes what waits, for a bounded time, and ends the thread. */
  @Override
  public void close() {
    running = false;
    // If the queue is full the thread does not wait for it.
    queue.offer(new Item.WakeUp());
    try {
      thread.join(DRAIN_MILLIS);
      thread.interrupt();
      thread.join(DRAIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
