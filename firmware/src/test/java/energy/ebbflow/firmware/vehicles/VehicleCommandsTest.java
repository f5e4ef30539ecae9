package energy.ebbflow.firmware.vehicles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.firmware.vehicles.VehicleCommands.Action;
import energy.ebbflow.firmware.vehicles.VehicleCommands.Answer;
import energy.ebbflow.iec61851.tolerance.PauseTolerance.Origin;
import energy.ebbflow.iec61851.tolerance.PauseTolerance.Verdict;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VehicleCommandsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T18:00:00Z");

  @TempDir Path folder;
  private VehicleMemory memory = closed();

  private static VehicleMemory closed() {
    return VehicleMemory.open(Path.of("/nowhere"), RandomGenerator.getDefault(), word -> {});
  }

  @BeforeEach
  void open() {
    memory = VehicleMemory.open(folder, RandomGenerator.getDefault(), word -> {});
  }

  @AfterEach
  void close() {
    memory.close();
  }

  private Answer ask(Action action, String request) {
    return VehicleCommands.handle(memory, action, request, NOW);
  }

  @Test
  void aVehicleIsSetReadAndForgotten() {
    Answer set =
        ask(
            Action.SET,
            "{\"id_token\":\"04A1\",\"tolerance\":\"intolerant\",\"minimumAmps\":8,\"label\":\"v\"}");
    assertTrue(set.accepted(), set::json);
    KnownVehicle vehicle = set.changed().orElseThrow();
    assertEquals(Verdict.INTOLERANT, vehicle.tolerance().verdict());
    assertEquals(Origin.MANUAL, vehicle.tolerance().origin());
    String listed = ask(Action.LIST, "{}").json();
    assertTrue(listed.contains("\"minimumAmps\":8.0") && listed.contains("\"more\":0"), listed);
    assertFalse(listed.contains("04A1"), "the identity itself is not kept");
    Answer forgotten = ask(Action.FORGET, "{\"key\":\"" + vehicle.key().text() + "\"}");
    assertTrue(forgotten.accepted());
    assertEquals(Verdict.UNKNOWN, forgotten.changed().orElseThrow().tolerance().verdict());
    assertFalse(ask(Action.FORGET, "{\"id_token\":\"04A1\"}").accepted());
    assertTrue(memory.all().isEmpty());
  }

  /** Back to learning: the old evidence goes with the old verdict. */
  @Test
  void aVehicleCanBeLearnedAnew() {
    ask(Action.SET, "{\"id_token\":\"04A1\",\"tolerance\":\"tolerant\"}");
    KnownVehicle anew =
        ask(Action.SET, "{\"id_token\":\"04A1\",\"tolerance\":\"learn\"}").changed().orElseThrow();
    assertTrue(anew.tolerance().learns());
    assertEquals(Verdict.UNKNOWN, anew.tolerance().verdict());
  }

  /** What is not set stays. */
  @Test
  void onlyWhatIsNamedChanges() {
    ask(Action.SET, "{\"id_token\":\"04A1\",\"tolerance\":\"tolerant\",\"test\":false}");
    KnownVehicle vehicle =
        ask(Action.SET, "{\"id_token\":\"04A1\",\"minimumAmps\":7}").changed().orElseThrow();
    assertEquals(Verdict.TOLERANT, vehicle.tolerance().verdict());
    assertEquals(7, vehicle.tolerance().minimumAmps());
    assertFalse(vehicle.testPermitted());
  }

  /** A wrong request says what was expected and what came, and changes nothing. */
  @Test
  void wrongRequestsAreRefusedInWords() {
    for (String wrong :
        List.of(
            "[]",
            "{",
            "{} {}",
            "{\"id_token\":\"04A1\"}",
            "{\"id_token\":\"\",\"test\":true}",
            "{\"id_token\":\"a\",\"id_token\":\"b\",\"test\":true}",
            "{\"id_token\":\"a\",\"evcc_id\":\"b\",\"test\":true}",
            "{\"id_token\":\"a\",\"tolerance\":\"maybe\"}",
            "{\"id_token\":\"a\",\"minimumAmps\":5.9}",
            "{\"id_token\":\"a\",\"minimumAmps\":80.1}",
            "{\"id_token\":\"a\",\"minimumAmps\":\"8\"}",
            "{\"id_token\":\"a\",\"test\":1}",
            "{\"id_token\":\"a\",\"label\":\"\\u0007\"}",
            "{\"key\":\"id_token:xyz\",\"test\":true}",
            "{\"id_token\":\"a\",\"other\":true,\"test\":true}",
            "{\"id_token\":\"" + "a".repeat(5_000) + "\"}",
            "[[[[[[[[[[[[]]]]]]]]]]]]")) {
      Answer answer = ask(Action.SET, wrong);
      assertFalse(answer.accepted(), wrong);
      assertTrue(answer.json().contains("\"error\":\""), answer::json);
    }
    assertTrue(memory.all().isEmpty());
  }
}
