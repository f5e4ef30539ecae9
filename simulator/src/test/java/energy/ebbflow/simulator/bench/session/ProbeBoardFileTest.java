package energy.ebbflow.simulator.bench.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.ebbflow.firmware.config.StationConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The board file of the safety benchmark is one that the firmware takes. */
class ProbeBoardFileTest {
  @Test
  void theFirmwareTakesIt(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("board.toml");
    Files.writeString(file, ProbeBoardFile.TEXT);
    assertEquals(4, StationConfig.read(file).board().evses().size());
  }
}
