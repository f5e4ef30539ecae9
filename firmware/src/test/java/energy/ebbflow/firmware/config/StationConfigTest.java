package energy.ebbflow.firmware.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.firmware.supervisor.HeatLimits;
import energy.ebbflow.hal.config.ConfigException;
import energy.ebbflow.hal.config.ConfigFile;
import energy.ebbflow.hal.config.ConfigKey;
import energy.ebbflow.iso15118.secc.extension.ExtensionRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StationConfigTest {
  private static final Path BOARDS = Path.of("..", "board-configs");
  private static final Pattern ROW =
      Pattern.compile("\\| `([a-z0-9_.]+)` \\| ([^|]*) \\| ([^|]*)\\| ([^|]*) \\| ([^|]+) \\|");

  @TempDir Path folder;

  @Test
  void everyBoardFileOfTheProjectIsSound() throws IOException, ConfigException {
    List<Path> files;
    try (Stream<Path> all = Files.list(BOARDS)) {
      files = all.filter(file -> file.toString().endsWith(".toml")).toList();
    }
    assertTrue(files.size() >= 2, files::toString);
    for (Path file : files) {
      StationConfig.read(file);
    }
  }

  @Test
  void anUnknownKeyIsNamedWithFileLineAndTheNearestKnownOne() throws IOException {
    Path file = folder.resolve("board.toml");
    Files.writeString(
        file,
        Files.readString(BOARDS.resolve("simulated.toml"))
            .replace("[ocpp]", "[ocpp]\nurll = \"x\""));
    ConfigException refused = assertThrows(ConfigException.class, () -> StationConfig.read(file));
    assertEquals(1, refused.problems().size());
    String line = refused.problems().getFirst();
    assertTrue(line.startsWith(file + ":"), line);
    assertTrue(line.contains("`ocpp.urll`") && line.contains("did you mean `url`"), line);
  }

  @Test
  void anUnknownTableIsRefused() throws IOException {
    Path file = folder.resolve("board.toml");
    Files.writeString(file, Files.readString(BOARDS.resolve("simulated.toml")) + "\n[enerrgy]\n");
    ConfigException refused = assertThrows(ConfigException.class, () -> StationConfig.read(file));
    assertTrue(refused.problems().getFirst().contains("`enerrgy`"), refused::getMessage);
  }

  private StationConfig withVehicle(String table) throws IOException, ConfigException {
    Path file = folder.resolve("board.toml");
    Files.writeString(
        file,
        Files.readString(BOARDS.resolve("simulated.toml"))
            .replace("[evse.dc]", table + "\n[evse.dc]"));
    return StationConfig.read(file);
  }

  private StationConfig withTables(String tables) throws IOException, ConfigException {
    Path file = folder.resolve("board.toml");
    Files.writeString(file, Files.readString(BOARDS.resolve("simulated.toml")) + "\n" + tables);
    return StationConfig.read(file);
  }

  /** R7: what is spoken beyond the standard is named with its vehicles, or not at all. */
  @Test
  void extensionsAreNamedWithTheirVehicles() throws IOException, ConfigException {
    assertEquals(List.of(), withVehicle("").outlets().getFirst().extensions());
    StationConfig config =
        withVehicle(
            """
            [[evse.vehicle.extension]]
            name = "sae-j2847-2-v2g"
            vehicles = ["0011aa", "AABBCCDDEEFF"]
            """);
    ExtensionRule rule = config.outlets().getFirst().extensions().getFirst();
    assertEquals("sae-j2847-2-v2g", rule.extension().name());
    assertTrue(rule.covers("0011AA556677") && !rule.covers("0011AB556677"));
    Map<String, String> wrong =
        Map.of(
            "name = \"mine\"\nvehicles = [\"0011AA\"]", "one of sae-j2847-2-v2g, sae-j2847-2-v2h",
            "name = \"sae-j2847-2-v2g\"\nvehicles = [\"*\"]", "\"*\"",
            "name = \"sae-j2847-2-v2g\"\nvehicles = []", "at least one",
            "name = \"sae-j2847-2-v2g\"", "at least one");
    wrong.forEach(
        (table, said) -> {
          ConfigException refused =
              assertThrows(
                  ConfigException.class,
                  () -> withVehicle("[[evse.vehicle.extension]]\n" + table + "\n"));
          assertEquals(1, refused.problems().size(), refused::getMessage);
          assertTrue(refused.problems().getFirst().contains(said), refused::getMessage);
        });
  }

  /** R12: a station that knows its users says so, or is told what is wrong. */
  @Test
  void needsAreThoseOfTheirVehicles() throws IOException, ConfigException {
    StationConfig config =
        withVehicle(
            """
            [[evse.vehicle.needs]]
            vehicles = ["WMIBUS"]
            departure = "05:45"
            days = ["mon", "fri"]
            time_zone = "Europe/Amsterdam"
            target_soc_percent = 90
            minimum_soc_percent = 30

            [[evse.vehicle.needs]]
            minimum_soc_percent = 20
            """);
    List<UserNeeds> needs = config.outlets().getFirst().needs();
    assertEquals(
        new UserNeeds(
            List.of("WMIBUS"),
            Optional.of(LocalTime.of(5, 45)),
            Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            ZoneId.of("Europe/Amsterdam"),
            Optional.of(90),
            Optional.of(30)),
        needs.getFirst());
    assertTrue(needs.get(1).of(Optional.empty()) && !needs.getFirst().of(Optional.empty()));
    assertEquals(DayOfWeek.values().length, needs.get(1).days().size());
    Map<String, String> wrong =
        Map.of(
            "vehicles = [\"WMI\"]", "one of departure",
            "departure = \"25:00\"", "HH:MM",
            "departure = \"07:00\"\ndays = [\"monday\"]", "mon, tue",
            "departure = \"07:00\"\ntime_zone = \"Mars\"", "Europe/Amsterdam",
            "target_soc_percent = 30\nminimum_soc_percent = 40", "at most target_soc_percent",
            "target_soc_percent = 101", "0 to 100",
            "target_soc_percent = 50\nvehicles = [\"\"]", "a character at least");
    wrong.forEach(
        (table, said) -> {
          ConfigException refused =
              assertThrows(
                  ConfigException.class,
                  () -> withVehicle("[[evse.vehicle.needs]]\n" + table + "\n"));
          assertEquals(1, refused.problems().size(), refused::getMessage);
          assertTrue(refused.problems().getFirst().contains(said), refused::getMessage);
        });
  }

  /** R28: each sensor with its limits; without a word the usual distance from the maximum. */
  @Test
  void temperatureSensorsHaveTheirLimits() throws IOException, ConfigException {
    StationConfig config =
        withTables(
            """
            [[firmware.sensor]]
            name = "ambient"
            celsius_max = 60
            celsius_derate = 40

            [[firmware.sensor]]
            name = "pins"
            celsius_max = 90
            """);
    assertEquals(
        Map.of("ambient", new HeatLimits(40, 60, 50), "pins", new HeatLimits(75, 90, 80)),
        config.firmware().sensors());
    Map<String, String> wrong =
        Map.of(
            "celsius_max = 60",
            "name",
            "name = \"pins\"",
            "celsius_max",
            "name = \"pins\"\ncelsius_max = 60\ncelsius_derate = 60",
            "less than celsius_max",
            "name = \"pins\"\ncelsius_max = 60\n[[firmware.sensor]]\nname = \"pins\"\n"
                + "celsius_max = 70",
            "a sensor once");
    wrong.forEach(
        (table, said) -> {
          ConfigException refused =
              assertThrows(
                  ConfigException.class, () -> withTables("[[firmware.sensor]]\n" + table + "\n"));
          assertEquals(1, refused.problems().size(), refused::getMessage);
          assertTrue(refused.problems().getFirst().contains(said), refused::getMessage);
        });
  }

  /** The page that explains the keys says what the reader does. */
  @Test
  void thePageExplainsExactlyTheKeysThatAreRead() throws IOException {
    Map<String, String> page = new TreeMap<>();
    for (String line : Files.readAllLines(BOARDS.resolve("README.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.matches() && ours(row.group(1))) {
        page.put(
            row.group(1),
            String.join(" | ", row.group(2), row.group(3).strip(), row.group(4).strip()));
      }
    }
    ConfigFile file =
        ConfigFile.parse(
            "one.toml",
            "[[evse]]\nid = 1\nkind = \"dc\"\n[[evse.vehicle.extension]]\n"
                + "[[evse.vehicle.needs]]\n[[firmware.sensor]]\n");
    StationConfig.read(file);
    Map<String, String> keys = new TreeMap<>();
    for (ConfigKey key : file.knownKeys()) {
      if (ours(key.path())) {
        keys.put(key.path(), String.join(" | ", key.kind(), key.range(), key.fallback()));
      }
    }
    assertEquals(keys, page);
  }

  private static boolean ours(String path) {
    return path.matches("(ocpp|iso15118|energy|firmware|evse\\.vehicle)\\..*");
  }
}
