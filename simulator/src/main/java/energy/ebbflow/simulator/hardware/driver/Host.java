package energy.ebbflow.simulator.hardware.driver;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that plays a device until it is closed. */
abstract class Host implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Host.class);
  private static final long JOIN_MILLIS = 2_000;

  private final String name;
  private final Thread thread;
  private volatile boolean closed;

  Host(String name) {
    this.name = name;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  /** One look at the line, at most about 10 ms. */
  abstract void turn() throws IOException;

  /** Gives back what it holds. */
  abstract void release() throws IOException;

  final void start() {
    thread.start();
  }

  private void run() {
    try {
      while (!closed) {
        turn();
      }
    } catch (IOException e) {
      if (!closed) {
        LOG.error("{}: {}; it is played no longer", name, e.getMessage());
      }
    }
  }

  @Override
  public final void close() {
    closed = true;
    try {
      thread.join(JOIN_MILLIS);
      release();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.warn("{} did not close cleanly: {}", name, e.getMessage());
    }
  }
}
