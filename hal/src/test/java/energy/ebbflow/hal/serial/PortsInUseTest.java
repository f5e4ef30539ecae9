package energy.ebbflow.hal.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A process that is told to end has its serial ports until it has closed them. */
class PortsInUseTest {
  /** More than the child takes to stop, in reads of 100 ms. */
  private static final int READS_MAX = 100;

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aLineIsOpenUntilItsOwnerHasSaidTheLastWord() throws Exception {
    try (Pty pty = Pty.open()) {
      Process child = child(pty);
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
        String line = lines.readLine();
        while (line != null && !line.equals("ready")) {
          line = lines.readLine();
        }
        // SIGTERM, as a service manager sends it.
        child.toHandle().destroy();
        StringBuilder heard = new StringBuilder();
        for (int read = 0; read < READS_MAX && !heard.toString().equals("opened"); read++) {
          heard.append(new String(pty.read(100), StandardCharsets.US_ASCII));
        }
        assertTrue(child.waitFor(30, TimeUnit.SECONDS), "the child did not end");
        assertEquals("opened", heard.toString(), () -> lines.lines().toList().toString());
      } finally {
        child.destroyForcibly();
      }
    }
  }

  /** Nobody closes the port: the process has to say that it does not wait for it. */
  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aProcessThatGivesUpEndsAtOnceAndOneThatDoesNotWaits() throws Exception {
    try (Pty pty = Pty.open();
        Pty other = Pty.open()) {
      Process holds = child(pty, "holds");
      Process givesUp = child(other, "gives-up");
      try {
        awaitReady(holds);
        awaitReady(givesUp);
        holds.toHandle().destroy();
        givesUp.toHandle().destroy();
        assertTrue(givesUp.waitFor(20, TimeUnit.SECONDS), "it waits all the same");
        assertFalse(holds.waitFor(3, TimeUnit.SECONDS), "it did not wait for its port");
      } finally {
        holds.destroyForcibly();
        givesUp.destroyForcibly();
      }
    }
  }

  private static void awaitReady(Process child) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
    String line = lines.readLine();
    while (line != null && !line.equals("ready")) {
      line = lines.readLine();
    }
    assertEquals("ready", line);
  }

  private static Process child(Pty pty, String... way) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                EndingChild.class.getName(),
                pty.path()));
    command.addAll(List.of(way));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
