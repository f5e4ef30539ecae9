package energy.ebbflow.iso15118.pki;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A program of the machine that tests talk to; a test is left out, and says so, without it. */
public final class Tool {
  private static final String REQUIRE = "EBBFLOW_REQUIRE_PEERS";
  private static final long PATIENCE_SECONDS = 60;

  private Tool() {}

  /** Leaves the test out, or fails it where peers are demanded. */
  public static void require(boolean there, String what) {
    if (there) {
      return;
    }
    if ("1".equals(System.getenv(REQUIRE))) {
      throw new AssertionError(what + " is not installed; " + REQUIRE + "=1 demands it");
    }
    Assumptions.abort(what + " is not installed");
  }

  /** Whether a program can be started. */
  public static boolean runs(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  /** Runs a program to its end; what it printed, on both streams. */
  public static String output(Map<String, String> environment, String input, List<String> command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().write(input.getBytes(StandardCharsets.US_ASCII));
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(command.getFirst() + " did not end: " + printed);
    }
    return printed;
  }
}
