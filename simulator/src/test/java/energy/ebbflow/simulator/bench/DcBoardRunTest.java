package energy.ebbflow.simulator.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The firmware's process on a DC board all of whose devices are played by another process, with a
 * vehicle and a back office: microcontroller behind a pseudo-terminal, power module on CAN frames,
 * isolation monitor and meter on Modbus.
 */
@EnabledOnOs(OS.LINUX)
class DcBoardRunTest {
  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void pseudoTerminals() {
    Assumptions.assumeTrue(
        Files.isWritable(Path.of("/dev/ptmx")), "this machine has no pseudo-terminals");
  }

  private void passes(String scenario) throws Exception {
    Path out = folder.resolve("out");
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
                "bench",
                scenario));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    assertEquals(0, process.waitFor(), () -> read(out));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aVehicleChargesAndDischarges() throws Exception {
    passes("dc-board");
  }

  /**
   * IEC 61851-23: isolation below 100 kΩ ends the transfer; a converter that cannot be heard and a
   * microcontroller that is pulled out leave no closed contactor behind.
   */
  @ParameterizedTest
  @CsvSource({
    "charging 2 isolation kilo-ohms 40, GroundFault",
    "charging 2 converter silent, Other",
    "charging 2 board unplugged; charging 6 board unplugged off, Other"
  })
  void aFaultWhileChargingOpensTheContactors(String faults, String reason) throws Exception {
    String scenario;
    try (InputStream in = getClass().getResourceAsStream("/scenarios/dc-board.toml")) {
      scenario =
          new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    // The same station and vehicle; the fault ends the session before the script turns it round.
    String head =
        scenario
            .substring(0, scenario.indexOf("[[csms.step]]\nwhen = \"charging"))
            .replace("hardware = true", "hardware = true\nhardware_faults = \"" + faults + "\"")
            .replace("plug_after_seconds = 3", "plug_after_seconds = 3\nunplug_after_seconds = 30");
    String checks =
        """
        [[check]]
        name = "energy went into the vehicle"
        fact = "energyImportedWh"
        at_least = 1

        [[check]]
        name = "the station raised a fault"
        fact = "faults"
        at_least = 1

        [[check]]
        name = "it ended because of the fault"
        fact = "stoppedReason"
        is = "%s"

        [[check]]
        name = "the contactors are open"
        fact = "contactors"
        is = "open"
        """
            .formatted(reason);
    passes(Files.writeString(folder.resolve("fault.toml"), head + checks).toString());
  }
}
