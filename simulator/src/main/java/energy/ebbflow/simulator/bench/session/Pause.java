package energy.ebbflow.simulator.bench.session;

import java.io.IOException;

/** Waiting, in the measuring vehicle only. */
final class Pause {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private Pause() {}

  static void millis(long millis) throws IOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    }
  }

  /** Until an instant of {@link System#nanoTime()}; at once when it is over. */
  static void until(long nanos) throws IOException {
    long left = nanos - System.nanoTime();
    if (left > 0) {
      millis((left + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI);
    }
  }
}
