package energy.ebbflow.hal.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
      Process child =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-Xmx64m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  EndingChild.class.getName(),
                  pty.path())
              .redirectErrorStream(true)
              .start();
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
}
