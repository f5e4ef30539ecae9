package energy.ebbflow.simulator.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BoardChangesTest {
  private static final String BOARD =
      """
      name = "x"

      [[evse]]
      id = 1
      phases = 3

      [evse.dc]
      volts_max = 500
      """;

  @Test
  void keyThatIsThereGetsAnotherValue() {
    String changed = BoardChanges.apply(BOARD, Map.of("evse.dc.volts_max", "900"));
    assertTrue(changed.contains("[evse.dc]\nvolts_max = 900\n"), changed);
    assertEquals(BOARD.lines().count(), changed.lines().count());
  }

  @Test
  void keyThatIsNotThereIsAddedToItsTable() {
    String changed = BoardChanges.apply(BOARD, Map.of("evse.volts_nominal", "230"));
    assertTrue(changed.contains("[[evse]]\nvolts_nominal = 230\nid = 1"), changed);
  }

  @Test
  void tableThatIsNotThereIsAdded() {
    String changed = BoardChanges.apply(BOARD, Map.of("evse.vehicle.protocols", "[\"din70121\"]"));
    assertTrue(changed.endsWith("\n[evse.vehicle]\nprotocols = [\"din70121\"]\n"), changed);
  }

  @Test
  void textIsQuoted() {
    String changed = BoardChanges.apply(BOARD, Map.of("name", "a \"b\""));
    assertTrue(changed.startsWith("name = \"a \\\"b\\\"\"\n"), changed);
  }

  @Test
  void aTableOfAListIsAdded() {
    String changed =
        BoardChanges.apply(
            BOARD,
            Map.of(
                "evse.vehicle.extension[].name",
                "v2x",
                "evse.vehicle.extension[].vehicles",
                "[\"02\"]"));
    assertTrue(
        changed.endsWith("\n[[evse.vehicle.extension]]\nvehicles = [\"02\"]\nname = \"v2x\"\n"),
        changed);
  }
}
