package energy.ebbflow.hal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.BoardConfig;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.EvseConfig.Cable;
import energy.ebbflow.hal.EvseConfig.Outlet;
import energy.ebbflow.hal.Watts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a board file means, and what it may not say. */
class BoardFileTest {
  static final Path BOARDS = Path.of("..", "board-configs");

  private static final String AC =
      """
      name = "Wall box"
      driver = "simulated"
      [[evse]]
      id = 1
      evse_id = "DE*EBB*E0002*1"
      kind = "ac"
      cable = "socket"
      contactor_amps_max = 32
      fuse_amps_max = 63
      [evse.ac]
      amps_max = 32
      """;

  private static final String DC =
      """
      name = "Post"
      driver = "simulated"
      [[evse]]
      id = 1
      evse_id = "DE*EBB*E0001*1"
      kind = "dc"
      cable = "tethered"
      cable_amps_max = 60
      contactor_amps_max = 80
      fuse_amps_max = 32
      [evse.dc]
      volts_max = 500
      charge_amps_max = 60
      charge_watts_max = 20000
      """;

  private static BoardConfig read(String text) throws ConfigException {
    ConfigFile file = ConfigFile.parse("b.toml", text);
    BoardConfig board = BoardFile.read(file.root());
    file.finish();
    return board;
  }

  private static List<String> problems(String text) {
    return assertThrows(ConfigException.class, () -> read(text)).problems();
  }

  private static BoardConfig readShipped(String name) throws ConfigException {
    ConfigFile file = ConfigFile.read(BOARDS.resolve(name));
    BoardConfig board = BoardFile.read(file.root());
    // The other sections of a shipped file belong to other readers: only ours is looked at.
    assertTrue(file.problemsSoFar().isEmpty(), () -> String.join("\n", file.problemsSoFar()));
    return board;
  }

  @Test
  void everyShippedBoardIsSound() throws Exception {
    try (Stream<Path> files = Files.list(BOARDS)) {
      List<Path> boards = files.filter(file -> file.toString().endsWith(".toml")).toList();
      assertTrue(boards.size() >= 3, boards.toString());
      for (Path board : boards) {
        readShipped(String.valueOf(board.getFileName()));
      }
    }
  }

  @Test
  void theSimulatedBoardIsBidirectionalDcWithTwentyKilowatts() throws ConfigException {
    BoardConfig board = readShipped("simulated.toml");
    assertEquals("simulated", board.driver());
    EvseConfig evse = board.evses().getFirst();
    assertEquals(new Cable.Tethered(new Amps(80)), evse.cable());
    Outlet.Dc dc = assertInstanceOf(Outlet.Dc.class, evse.outlet());
    assertEquals(new Watts(20000), dc.charge().maxWatts());
    assertEquals(new Watts(20000), dc.discharge().orElseThrow().maxWatts());
  }

  @Test
  void theSimulatedAcBoardSignalsUpTo32AmpsOnThreePhases() throws ConfigException {
    EvseConfig evse = readShipped("simulated-ac.toml").evses().getFirst();
    assertEquals(3, evse.phases());
    assertEquals(new Cable.Socket(), evse.cable());
    assertEquals(new Outlet.Ac(new Amps(32), Amps.ZERO, false), evse.outlet());
  }

  @Test
  void defaultsApplyWhereAKeyIsAbsent() throws ConfigException {
    EvseConfig evse = read(AC).evses().getFirst();
    assertEquals(EvseConfig.Connector.TYPE2, evse.connector());
    assertEquals(3, evse.phases());
    assertEquals(230, evse.nominalVolts().value());
    assertFalse(evse.ventilation());
    assertTrue(evse.connectorLock());
  }

  @Test
  void aLimitAboveTheContactorIsAnErrorWithItsLine() {
    assertEquals(
        List.of(
            "b.toml:11: key `evse.ac.amps_max`: expected at most contactor_amps_max, 32.0 A, got"
                + " 63.0 A"),
        problems(AC.replace("\namps_max = 32", "\namps_max = 63")));
  }

  @Test
  void aLimitEqualToTheContactorIsAccepted() throws ConfigException {
    assertEquals(32, ((Outlet.Ac) read(AC).evses().getFirst().outlet()).max().value());
  }

  @Test
  void aLimitAboveTheFuseIsAnError() {
    assertEquals(
        List.of(
            "b.toml:11: key `evse.ac.amps_max`: expected at most fuse_amps_max, 31.0 A, got 32.0"
                + " A"),
        problems(AC.replace("fuse_amps_max = 63", "fuse_amps_max = 31")));
  }

  @Test
  void aDcLimitAboveTheCableIsAnError() {
    assertEquals(
        List.of(
            "b.toml:13: key `evse.dc.charge_amps_max`: expected at most cable_amps_max, 60.0 A, got"
                + " 61.0 A"),
        problems(DC.replace("charge_amps_max = 60", "charge_amps_max = 61")));
  }

  @Test
  void morePowerThanTheGridFuseCarriesIsAnError() {
    // 3 phases × 230 V × 32 A = 22080 W.
    assertEquals(
        List.of(
            "b.toml:14: key `evse.dc.charge_watts_max`: expected at most phases × volts_nominal ×"
                + " fuse_amps_max, 22080.0 W, got 22081.0 W"),
        problems(DC.replace("= 20000", "= 22081")));
  }

  @Test
  void aMissingRatingIsOneProblemAndNotThree() {
    assertEquals(
        List.of("b.toml:3: key `evse.contactor_amps_max`: expected a value, got none"),
        problems(AC.replace("contactor_amps_max = 32\n", "")));
  }

  @Test
  void dischargeWithoutPowerIsIncomplete() {
    assertEquals(
        List.of("b.toml:11: key `evse.dc.discharge_watts_max`: expected a value, got none"),
        problems(DC + "discharge_amps_max = 20\n"));
  }

  @Test
  void aDcOutletHasNoSocket() {
    assertEquals(
        List.of(
            "b.toml:7: key `evse.cable`: expected \"tethered\" for a DC outlet, got \"socket\""),
        problems(DC.replace("\"tethered\"", "\"socket\"").replace("cable_amps_max = 60\n", "")));
  }

  @Test
  void aPlugThatDoesNotFitTheKindIsAnError() {
    assertEquals(
        List.of(
            "b.toml:7: key `evse.connector`: expected type1 or type2 for an AC outlet, got"
                + " \"ccs2\""),
        problems(AC.replace("cable = ", "connector = \"ccs2\"\ncable = ")));
  }

  @Test
  void allProblemsAreShownAtOnceInTheOrderOfTheFile() {
    List<String> lines =
        problems(
            AC.replace("name = \"Wall box\"", "nam = \"Wall box\"")
                .replace("\"ac\"", "\"acdc\"")
                .replace("= 63", "= \"many\""));
    assertEquals(
        List.of(
            "b.toml:1: key `name`: expected a value, got none",
            "b.toml:1: key `nam`: expected a known key (did you mean `name`?), got `nam`",
            "b.toml:6: key `evse.kind`: expected ac, dc, got \"acdc\"",
            "b.toml:9: key `evse.fuse_amps_max`: expected a number from 6 to 1000, got \"many\""),
        lines);
  }

  @Test
  void idsCountFromOne() {
    assertEquals(
        List.of(
            "b.toml:4: key `evse.id`: expected 1 (ids count from 1 in the order of the file), got"
                + " 2"),
        problems(AC.replace("id = 1\n", "id = 2\n")));
  }

  @Test
  void aBoardWithoutOutletIsAnError() {
    assertEquals(
        List.of("b.toml:1: key `evse`: expected 1 to 4 tables [[evse]], got 0 of them"),
        problems("name = \"x\"\ndriver = \"y\"\n"));
  }

  @Test
  void driverOptionsAreFreeTextAndCanBeOverridden() throws ConfigException {
    BoardConfig board =
        read(
            AC.replace(
                "[[evse]]", "[driver_options]\ncable = \"a\"\nloss = 0.5\nfast = true\n[[evse]]"));
    assertEquals(Map.of("cable", "a", "loss", "0.5", "fast", "true"), board.driverOptions());
    assertEquals("b", board.withDriverOption("cable", "b").driverOptions().get("cable"));
  }

  /** IEC 61851-1 6.3: the cable that a user brings is held while current may flow. */
  @Test
  void aSocketWithoutALockIsRefusedInItsLine() {
    String open = AC.replace("cable = \"socket\"", "cable = \"socket\"\nconnector_lock = false");
    List<String> problems = problems(open);
    assertEquals(1, problems.size(), problems::toString);
    assertTrue(
        problems.getFirst().contains("`evse.connector_lock`: expected true"), problems::toString);
  }
}
