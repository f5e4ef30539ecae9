package energy.ebbflow.simulator.board;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.firmware.config.StationConfig;
import energy.ebbflow.hal.BoardDriver;
import energy.ebbflow.hal.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every shipped board file is sound, and every slip is found with its line. */
class BoardConfigsTest {
  private static final Path BOARDS = Path.of("..", "board-configs");

  @TempDir private Path folder = Path.of("");

  private static StationConfig check(Path file) throws ConfigException {
    return StationConfig.read(file, Map.of(), ServiceLoader.load(BoardDriver.class), true);
  }

  @Test
  void everyShippedFileIsSoundAndItsDriverNamesItsDevices() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(BOARDS)) {
      files = all.filter(file -> file.toString().endsWith(".toml")).toList();
    }
    assertTrue(files.size() >= 8, files::toString);
    for (Path file : files) {
      StationConfig config = assertDoesNotThrow(() -> check(file), file::toString);
      for (BoardDriver driver : ServiceLoader.load(BoardDriver.class)) {
        if (driver.name().equals(config.board().driver()) && !driver.name().equals("simulated")) {
          config
              .board()
              .evses()
              .forEach(
                  evse ->
                      assertFalse(driver.devices(config.board(), evse).isEmpty(), file::toString));
        }
      }
    }
  }

  /**
   * One slip.
   *
   * @param file that is sound without it
   * @param from what is replaced, once
   * @param to by what; its last line is the one that must be named
   * @param key what the message must name
   */
  private record Slip(String file, String from, String to, String key) {}

  private static final String PI = "raspberry-pi-ac-7kw.toml";
  private static final String MCU = "ac-22kw-bidirectional-mcu.toml";
  private static final String DUAL = "dual-outlet-ac.toml";
  private static final String DC = "dc-22kw-bidirectional.toml";
  private static final String DEPOT = "dc-150kw-depot.toml";

  private static final List<Slip> SLIPS =
      List.of(
          // Ratings of parts that the current flows through.
          new Slip(MCU, "\namps_max = 32", "\namps_max = 63", "evse.ac.amps_max"),
          new Slip(DC, "charge_amps_max = 73", "charge_amps_max = 101", "charge_amps_max"),
          new Slip(
              DEPOT, "\ncharge_watts_max = 150000", "\ncharge_watts_max = 180000", "watts_max"),
          // What an outlet needs.
          new Slip(DC, "converter = \"infypower-beg\"", "", "driver_options"),
          new Slip(PI, "proximity_channel = 1\n", "", "proximity_channel"),
          new Slip(PI, "lock_feedback_line = \"!13 pull-up\"\n", "", "lock_feedback_line"),
          new Slip(PI, "\nconnector = ", "\nconnector_lock = false\nconnector = ", "lock"),
          // Two things in one place.
          new Slip(PI, "\nproximity_channel = 1", "\nproximity_channel = 0", "proximity_channel"),
          new Slip(PI, "\nled_red_line = \"16\"", "\nled_red_line = \"17\"", "led_red_line"),
          new Slip(DUAL, "meter_unit_2 = 2", "meter_unit_2 = 1", "meter_unit_2"),
          new Slip(DUAL, "port_2 = \"/dev/ttyAMA3\"", "port_2 = \"/dev/ttyAMA0\"", "port_2"),
          new Slip(DUAL, "E0006*2\"", "E0006*1\"", "evse.evse_id"),
          new Slip(MCU, "/dev/ttyAMA0\"", "/dev/ttyUSB0\"", "driver_options.port"),
          new Slip(DC, "isolation_unit = 3", "isolation_unit = 1", "isolation_unit"),
          // Values and words.
          new Slip(PI, "adc = \"mcp3208\"", "adc = \"mcp3209\"", "driver_options.adc"),
          new Slip(PI, "pilot_scale = 8.0", "pilot_scale = 3.0", "pilot_scale"),
          new Slip(PI, "watchdog_seconds = 10", "watchdog_seconds = 1", "watchdog_seconds"),
          new Slip(PI, "contactor_line = \"17\"", "contactor_line = \"GPIO17\"", "contactor_line"),
          new Slip(PI, "temperature = \"lm75:1:0x48\"", "temperature = \"lm75\"", "temperature"),
          new Slip(PI, "buzzer_line", "buzer_line", "driver_options.buzer_line"),
          new Slip(MCU, "\"/dev/ttyAMA0\"", "\"\"", "driver_options.port"),
          new Slip(MCU, "\"/dev/ttyAMA0\"", "\"ttyAMA0\"", "driver_options.port"),
          new Slip(MCU, "\"/dev/ttyAMA0\"", "\"/dev\"", "driver_options.port"),
          new Slip(MCU, "baud = 115200", "baud = 300", "driver_options.baud"),
          new Slip(MCU, "meter = \"eastron-sdm72dm-v2\"", "meter = \"ferraris\"", "meter"),
          new Slip(DEPOT, "converter_modules_min = 6", "converter_modules_min = 8", "modules_min"),
          new Slip(MCU, "driver = \"serial-mcu\"", "driver = \"serial\"", "driver"),
          new Slip(PI, "kind = \"ac\"", "kind = \"tc\"", "evse.kind"));

  @Test
  void everySlipIsFoundWithItsLine() throws IOException {
    for (Slip slip : SLIPS) {
      String sound = Files.readString(BOARDS.resolve(slip.file()));
      int at = sound.indexOf(slip.from());
      assertTrue(at >= 0, slip::toString);
      String wrong =
          sound.substring(0, at) + slip.to() + sound.substring(at + slip.from().length());
      Path file = Files.writeString(folder.resolve(slip.file()), wrong);
      List<String> problems =
          assertThrows(ConfigException.class, () -> check(file), slip::toString).problems();
      // What is missing has no line of its own: then it is that of its table.
      boolean removed = slip.to().isEmpty() || slip.to().contains("connector_lock");
      String place = removed ? "" : ":" + line(wrong, at + slip.to().length()) + ":";
      assertTrue(
          problems.stream()
              .anyMatch(text -> text.contains(file + place) && text.contains(slip.key())),
          () -> slip + ": " + problems);
      assertTrue(problems.size() <= 3, () -> slip + ": " + problems);
    }
  }

  /** A limit that nobody would ever look at protects nothing, and says nothing of it by itself. */
  @Test
  void aTemperatureLimitForASensorThatTheBoardHasNotIsRefused() throws IOException {
    for (String sensor : List.of("outlet", "pins", "L1", "Outlet")) {
      for (String board : List.of(PI, MCU, "ac-11kw-yeti.toml", "simulated-ac.toml")) {
        String sound = Files.readString(BOARDS.resolve(board));
        String more = "\n[[firmware.sensor]]\nname = \"" + sensor + "\"\ncelsius_max = 70\n";
        Path file = Files.writeString(folder.resolve(board), sound + more);
        boolean yeti = board.contains("yeti");
        if (sensor.equals(yeti ? "L1" : "outlet")) {
          assertDoesNotThrow(() -> check(file), board + " has " + sensor);
          continue;
        }
        String had = yeti ? "L1, L2, L3, N" : "outlet";
        assertEquals(
            List.of(
                file
                    + ":"
                    + line(sound + more, sound.length() + more.indexOf("name"))
                    + ": key `firmware.sensor.name`: expected a temperature sensor of this board ("
                    + had
                    + "), got \""
                    + sensor
                    + "\""),
            assertThrows(ConfigException.class, () -> check(file)).problems());
      }
    }
  }

  @Test
  void aBoardThatMeasuresNoTemperatureSaysSo() throws IOException {
    String sound =
        Files.readString(BOARDS.resolve(PI)).replace("temperature = \"lm75:1:0x48\"\n", "");
    Path file =
        Files.writeString(
            folder.resolve(PI), sound + "\n[[firmware.sensor]]\nname = \"pins\"\ncelsius_max = 70");
    List<String> problems = assertThrows(ConfigException.class, () -> check(file)).problems();
    assertEquals(1, problems.size(), problems::toString);
    assertTrue(
        problems.getFirst().contains("this board measures no temperature"), problems::toString);
  }

  @Test
  void theNamesOfAPisOwnSensorsCount() throws IOException {
    String sound =
        Files.readString(BOARDS.resolve(PI))
            .replace("\"lm75:1:0x48\"", "\"pins=lm75:1:0x48, air=lm75:1:0x49\"");
    String more = "\n[[firmware.sensor]]\nname = \"air\"\ncelsius_max = 60\n";
    Path file = Files.writeString(folder.resolve(PI), sound + more);
    assertDoesNotThrow(() -> check(file));
    Files.writeString(file, sound + more.replace("air", "outlet"));
    List<String> problems = assertThrows(ConfigException.class, () -> check(file)).problems();
    assertTrue(problems.getFirst().contains("(air, pins)"), problems::toString);
  }

  private static long line(String text, int end) {
    return 1 + text.substring(0, end).chars().filter(c -> c == '\n').count();
  }

  @Test
  void allProblemsAreShownAtOnceInTheOrderOfTheFile() throws IOException {
    String wrong =
        Files.readString(BOARDS.resolve(PI))
            .replace("adc = \"mcp3208\"", "adc = \"mcp3209\"")
            .replace("watchdog_seconds = 10", "watchdog_seconds = 1")
            .replace("rfid = \"serial:/dev/ttyAMA0\"", "rfid = \"usb\"")
            .replace("meter_unit = 1", "meter_unit = 0");
    Path file = Files.writeString(folder.resolve(PI), wrong);
    List<String> problems = assertThrows(ConfigException.class, () -> check(file)).problems();
    assertEquals(4, problems.size(), problems::toString);
  }

  @Test
  void twoOutletsOnOneLineOfTheBoardAreFound() throws IOException {
    String one = Files.readString(BOARDS.resolve(PI));
    String outlet = one.substring(one.indexOf("[[evse]]"), one.indexOf("[ocpp]"));
    String second = outlet.replace("id = 1", "id = 2").replace("*1\"", "*2\"");
    Path file = Files.writeString(folder.resolve(PI), one.replace("[ocpp]", second + "\n[ocpp]"));
    List<String> problems = assertThrows(ConfigException.class, () -> check(file)).problems();
    assertTrue(
        problems.stream().anyMatch(text -> text.contains("GPIO 17, which is contactor_line of")),
        problems::toString);
    assertTrue(problems.stream().anyMatch(text -> text.contains("watchdog_1")), problems::toString);
  }
}
