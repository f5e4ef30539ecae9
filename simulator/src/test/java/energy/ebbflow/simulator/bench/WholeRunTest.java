package energy.ebbflow.simulator.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command as a user types it: real processes, real sockets, real time (three times as fast).
 */
class WholeRunTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder = Path.of("");

  private record Done(int code, String out, String err) {}

  private Done bench(String... arguments) throws Exception {
    Path err = folder.resolve("stderr");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "energy.ebbflow.simulator.Main",
                "bench"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectError(err.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Done(process.waitFor(), out, Files.readString(err));
  }

  @Test
  void firstLightPassesAndItsReportHoldsEveryMessageDecoded() throws Exception {
    Path report = folder.resolve("report");
    Done done = bench("first-light", "--speed", "3", "--json", "--report", report.toString());
    assertEquals(0, done.code(), done.out() + done.err());
    JsonNode summary = JSON.readTree(done.out().lines().toList().getLast());
    assertEquals("passed", summary.path("outcome").asText());
    assertTrue(summary.path("energyExportedWh").asDouble() > 10, summary.toString());

    List<String> messages = Files.readAllLines(report.resolve("messages.jsonl"));
    assertEquals(summary.path("messages").asInt(), messages.size());
    for (String line : messages) {
      JsonNode fields = JSON.readTree(line).path("fields");
      assertFalse(fields.has("error"), line);
      assertFalse(fields.isEmpty(), line);
    }
    assertTrue(Files.size(report.resolve("report.html")) > 50_000, "the page is too small");
  }

  @Test
  void wrongUsageIsOneLineAndTwo() throws Exception {
    for (List<String> wrong :
        List.of(
            List.of("no-such-scenario"),
            List.of("--speed", "backwards"),
            List.of("--colour"),
            List.of("first-light", "basic-ac"))) {
      Done done = bench(wrong.toArray(String[]::new));
      assertEquals(2, done.code(), done.err());
      assertEquals(1, done.err().lines().count(), done.err());
      assertEquals("", done.out());
    }
  }
}
