package energy.ebbflow.firmware.warmup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays whole sessions to itself after the start, until a vehicle connects: the first session of a
 * fresh process loads classes and interprets, so that single responses take tens of milliseconds,
 * and more on a small board. In memory alone: no device, no socket, no file and no event; a failure
 * is a line of the debug log. Runs once, on a thread of its own at the lowest priority.
 */
public final class SessionWarmUp implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SessionWarmUp.class);

  /** Our own: how long the end of the thread is waited for; it looks after every step. */
  private static final long JOIN_MILLIS = 2_000;

  private record Played(Recording recording, boolean dc) {}

  private final boolean dc;
  private final boolean ac;
  private final Thread thread;
  private volatile boolean running = true;

  /**
   * Prepares; {@link #start} begins.
   *
   * @param dc the station has an outlet where vehicles speak by messages and charge by DC
   * @param ac the same by AC
   */
  public SessionWarmUp(boolean dc, boolean ac) {
    this.dc = dc;
    this.ac = ac;
    this.thread = Thread.ofPlatform().name("warm-up").daemon().unstarted(this::run);
    this.thread.setPriority(Thread.MIN_PRIORITY);
  }

  /** Begins; at most once. */
  public void start() {
    if (dc || ac) {
      thread.start();
    }
  }

  /** A vehicle is there: no more from now on. Any thread; does not wait. */
  public void stop() {
    running = false;
  }

  private void run() {
    try {
      for (Played session : sessions()) {
        if (running) {
          PlayedSession.Outcome outcome =
              new PlayedSession(session.recording(), session.dc(), () -> running).play();
          LOG.debug("warm-up {}: {}", session.recording().name(), outcome);
        }
      }
    } catch (IOException | RuntimeException failed) {
      // Nothing depends on it.
      LOG.debug("the warm-up failed, first sessions take longer", failed);
    }
  }

  private List<Played> sessions() throws IOException {
    List<Played> sessions = new ArrayList<>();
    if (dc) {
      for (String name : List.of("iso20-dc", "iso2-dc", "din-dc")) {
        sessions.add(new Played(Recording.read(name), true));
      }
    }
    if (ac) {
      for (String name : List.of("iso2-ac", "iso20-ac")) {
        sessions.add(new Played(Recording.read(name), false));
      }
    }
    return sessions;
  }

  /** Ends it and waits for its thread. */
  @Override
  public void close() {
    stop();
    try {
      thread.join(JOIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
