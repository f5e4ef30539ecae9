package energy.ebbflow.simulator.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchCommandTest {
  /** A board that the firmware refuses is a mistake in the scenario, told before the run. */
  @Test
  void wrongBoardKeysAreToldBeforeAnythingStarts(@TempDir Path folder) throws IOException {
    Told told =
        bench(
            folder,
            """
            board = "simulated"
            [station.change]
            "evse.fuse_amps_max" = "many"
            """);
    assertEquals(2, told.code(), told.text());
    assertTrue(told.text().contains("key `evse.fuse_amps_max`: expected a number"), told.text());
    assertTrue(told.text().contains("nothing was started"), told.text());
  }

  @Test
  void unknownBoardIsWrongUsage(@TempDir Path folder) throws IOException {
    Told told = bench(folder, "board = \"nirvana\"\n");
    assertEquals(2, told.code(), told.text());
    assertTrue(told.text().contains("nirvana"), told.text());
  }

  private record Told(int code, String text) {}

  private static Told bench(Path folder, String station) throws IOException {
    Path file = folder.resolve("s.toml");
    Files.writeString(
        file,
        """
        title = "x"
        tls = false
        seconds_max = 10
        [station]
        %s
        [vehicle]
        name = "dc"
        [csms]
        heartbeat_seconds = 30
        [[check]]
        name = "a session"
        fact = "protocol"
        is = "ISO 15118-20:DC"
        """
            .formatted(station));
    StringWriter text = new StringWriter();
    CommandLine line = new CommandLine(new BenchCommand()).setErr(new PrintWriter(text, true));
    return new Told(line.execute(file.toString()), text.toString());
  }
}
