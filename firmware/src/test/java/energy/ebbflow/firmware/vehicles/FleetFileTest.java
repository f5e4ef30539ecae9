package energy.ebbflow.firmware.vehicles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.config.ConfigException;
import energy.ebbflow.iec61851.tolerance.PauseTolerance.Verdict;
import energy.ebbflow.iec61851.tolerance.VehicleKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetFileTest {
  @TempDir Path folder;

  private List<FleetFile.Entry> read(String text) throws IOException, ConfigException {
    Path file = folder.resolve("fleet.toml");
    Files.writeString(file, text);
    return FleetFile.read(file);
  }

  private List<String> problems(String text) {
    return assertThrows(ConfigException.class, () -> read(text)).problems();
  }

  @Test
  void aVehicleIsReadWithItsDefaults() throws IOException, ConfigException {
    FleetFile.Entry entry = read("[[vehicle]]\nid_token = \"04A1\"\n").getFirst();
    assertEquals(List.of(new Identity(VehicleKey.Kind.ID_TOKEN, "04A1")), entry.identities());
    assertEquals(Optional.empty(), entry.verdict());
    assertEquals(Optional.empty(), entry.minimumAmps());
    assertTrue(entry.testPermitted());
    assertEquals("", entry.label());
  }

  @Test
  void everyKeyIsRead() throws IOException, ConfigException {
    FleetFile.Entry entry =
        read("""
        [[vehicle]]
        evcc_id = "WMIEBB0000000000009X"
        slac_mac = "02:EB:B0:00:00:09"
        contract = "DE-EBB-C00000001-X"
        tolerance = "intolerant"
        minimum_amps = 8
        test = false
        phase_switching = true
        label = "van 7"
        """)
            .getFirst();
    assertEquals(3, entry.identities().size());
    assertEquals(Optional.of(Verdict.INTOLERANT), entry.verdict());
    assertEquals(Optional.of(8.0), entry.minimumAmps());
    assertEquals("van 7", entry.label());
  }

  /** Every problem at once, each with its line; the limits are checked on both sides. */
  @Test
  void whatIsWrongIsToldByLine() throws IOException, ConfigException {
    List<String> wrong =
        problems(
            """
            [[vehicle]]
            tolerance = "tolerant"

            [[vehicle]]
            slac_mac = "02:EB"
            minimum_amps = 5.9
            tolerence = "tolerant"

            [[vehicle]]
            id_token = "AB-CD"

            [[vehicle]]
            id_token = "abcd"
            """);
    assertEquals(5, wrong.size(), wrong::toString);
    assertTrue(wrong.get(0).contains(":1:") && wrong.get(0).contains("evcc_id"), wrong::toString);
    assertTrue(wrong.get(1).contains(":5:") && wrong.get(1).contains("MAC"), wrong::toString);
    assertTrue(wrong.get(2).contains(":6:") && wrong.get(2).contains("6 to 80"), wrong::toString);
    assertTrue(wrong.get(3).contains(":7:") && wrong.get(3).contains("tolerance"), wrong::toString);
    assertTrue(wrong.get(4).contains(":13:") && wrong.get(4).contains("line 9"), wrong::toString);
    assertEquals(
        6.0,
        read("[[vehicle]]\nid_token = \"a\"\nminimum_amps = 6\n")
            .getFirst()
            .minimumAmps()
            .orElseThrow());
  }
}
