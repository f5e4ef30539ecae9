package energy.ebbflow.hal.attached;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.hal.BoardConfig;
import energy.ebbflow.hal.BoardException;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.ReadingSink;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.hal.config.BoardFile;
import energy.ebbflow.hal.config.ConfigFile;
import energy.ebbflow.hal.config.DriverOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Options of the devices beside a microcontroller, and the voltage behind the contactors. */
class AttachedDevicesTest implements BoardClock {
  private static final Map<String, String> DC =
      Map.of(
          "converter", "infypower-beg",
          "converter_can", "unix:/no/such/socket",
          "isolation", "bender-isocha425hv",
          "isolation_at", "tcp:127.0.0.1:1502");

  @TempDir private Path folder = Path.of("");
  private long now;

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public double speed() {
    return 1;
  }

  private String refused(String board, Map<String, String> options) throws Exception {
    BoardConfig file =
        BoardFile.read(ConfigFile.read(Path.of("..", "board-configs", board)).root());
    EvseConfig evse = file.evses().getFirst();
    BoardConfig config = new BoardConfig("test", "test", file.evses(), options);
    DriverOptions read = new DriverOptions("test", config, evse);
    return String.valueOf(
        assertThrows(BoardException.class, () -> AttachedDevices.open(read, evse, this))
            .getMessage());
  }

  private String refusedDc(String key, String value) throws Exception {
    Map<String, String> options = new HashMap<>(DC);
    options.put(key, value);
    return refused("simulated.toml", options);
  }

  @Test
  void aDcOutletNeedsItsDevicesAndAnAcOutletHasNone() throws Exception {
    assertEquals(
        "driver test: expected option `converter` for a DC outlet, got none; the board stays"
            + " closed",
        refused("simulated.toml", Map.of()));
    assertEquals(
        "driver test: expected no option `isolation` for an AC outlet, got one; the board stays"
            + " closed",
        refused(
            "simulated-ac.toml",
            Map.of("isolation", "bender-isocha425hv", "isolation_at", "tcp:127.0.0.1")));
  }

  @Test
  void wrongOptionsAreOneLine() throws Exception {
    assertEquals(
        "driver test: option `converter_can`: expected a CAN bus at unix:/no/such/socket, got"
            + " connect: no such file or socket; the board stays closed",
        refused("simulated.toml", DC));
    assertEquals(
        "driver test: option `converter`: expected infypower-beg, got magic; the board stays"
            + " closed",
        refusedDc("converter", "magic"));
    assertEquals(
        "driver test: option `converter_modules`: expected 1 to 12, got 13; the board stays closed",
        refusedDc("converter_modules", "13"));
    assertEquals(
        "driver test: option `converter_modules_min`: expected 1 to 1, got 2; the board stays"
            + " closed",
        refusedDc("converter_modules_min", "2"));
    assertEquals(
        "driver test: option `isolation_frame`: expected 8n1, 8n2, 8e1 or 8o1, got 7e1; the board"
            + " stays closed",
        refusedDc("isolation_frame", "7e1"));
    assertEquals(
        "driver test: expected a known option (isolation_unit), got `isolation_units`; the board"
            + " stays closed",
        refusedDc("isolation_units", "3"));
  }

  /** A user's own map: every problem with its line. */
  @Test
  void aFileOfTheUsersIsReadAndItsProblemsAreNamedByLine() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("meter.toml"), "name = \"X\"\nregisters = \"input\"\nphases = 4\n");
    Map<String, String> options = new HashMap<>(DC);
    options.put("meter", file.toString());
    options.put("meter_at", "tcp:127.0.0.1");
    String problems = refused("simulated.toml", options);
    assertTrue(
        problems.contains(file + ":3: key `phases`: expected a whole number from 1 to 3, got 4"),
        problems);
  }

  @Test
  void openContactorsHaveTwoSidesAndClosedOnesOne() {
    OutletVolts outlet = new OutletVolts(this);
    List<Reading> told = new ArrayList<>();
    ReadingSink sink = outlet.before(told::add);
    Reading.Converter modules = new Reading.Converter(new Volts(400), new Amps(0), new Volts(400));
    sink.offer(modules);
    assertEquals(modules, told.getLast(), "nobody has measured behind the contactors");
    outlet.measured(new Volts(3));
    sink.offer(modules);
    assertEquals(new Reading.Converter(new Volts(400), new Amps(0), new Volts(3)), told.getLast());
    sink.offer(new Reading.Contactor(true));
    sink.offer(modules);
    assertEquals(modules, told.getLast());
    sink.offer(new Reading.Contactor(false));
    now += OutletVolts.FRESH_NANOS;
    sink.offer(modules);
    assertEquals(modules, told.getLast(), "an instrument that fell silent is not believed");
  }
}
