package energy.ebbflow.simulator.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A killed bench leaves no process behind. */
class ParentWatchTest {
  private static final int SECONDS_MAX = 30;

  /** A process that would wait for ever. */
  static final class Waiting {
    private Waiting() {}

    public static void main(String[] args) throws IOException {
      ParentWatch.follow();
      System.out.println("waiting");
      while (System.in.read() >= 0) {
        // Only the end of the bench, or of the test, ends it.
      }
    }
  }

  @Test
  void aProcessEndsWithItsBench() throws IOException, InterruptedException {
    Process bench = new ProcessBuilder("sleep", "600").start();
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-D" + ParentWatch.PROPERTY + "=" + bench.pid(),
                "-cp",
                System.getProperty("java.class.path"),
                Waiting.class.getName())
            .start();
    try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
      assertEquals("waiting", out.readLine());
      assertTrue(child.isAlive());

      bench.destroyForcibly();

      assertTrue(child.waitFor(SECONDS_MAX, TimeUnit.SECONDS));
      assertEquals(ParentWatch.GONE, child.exitValue());
      assertFalse(bench.isAlive());
    } finally {
      bench.destroyForcibly();
      child.destroyForcibly();
    }
  }
}
