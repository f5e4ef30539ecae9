package energy.ebbflow.simulator.hardware.driver;

import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.Board;
import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.hal.BoardConfig;
import energy.ebbflow.hal.BoardDriver;
import energy.ebbflow.hal.ConnectorLock;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.PowerConverter.Command;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.hal.config.BoardFile;
import energy.ebbflow.hal.config.ConfigFile;
import energy.ebbflow.hal.serial.SerialMcuDriver;
import energy.ebbflow.hal.serial.YetiDriver;
import energy.ebbflow.simulator.hardware.DeviceFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real drivers of boards against played devices: pseudo-terminals of the kernel, CAN frames
 * over a socket of the kernel, Modbus RTU over two pseudo-terminals. The vehicle is the simulated
 * board's passive one.
 */
@Timeout(300)
@EnabledOnOs(OS.LINUX)
class RigTest {
  private static final Map<String, String> VEHICLE =
      Map.of(
          "vehicle", "builtin",
          "plug_after_seconds", "0",
          "ready_after_seconds", "0",
          "unplug_after_seconds", "86400");

  private static final BoardClock CLOCK =
      new BoardClock() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public double speed() {
          return 1;
        }
      };

  @TempDir private Path folder = Path.of("");
  private final BlockingQueue<Reading> readings = new ArrayBlockingQueue<>(100_000);

  @BeforeEach
  void pseudoTerminals() {
    Assumptions.assumeTrue(
        Files.isWritable(Path.of("/dev/ptmx")), "this machine has no pseudo-terminals");
  }

  private BoardConfig config(String file, Map<String, String> places) throws Exception {
    BoardConfig read = BoardFile.read(ConfigFile.read(Path.of("..", "board-configs", file)).root());
    Map<String, String> options = new HashMap<>(read.driverOptions());
    options.putAll(places);
    return new BoardConfig(read.name(), read.driver(), read.evses(), options);
  }

  /** Waits for a reading; what came before it is forgotten. The test's time limit ends it. */
  private Reading await(String what, Predicate<Reading> wanted) throws InterruptedException {
    Reading last = null;
    for (int i = 0; i < 100_000; i++) {
      Reading reading = readings.poll(30, TimeUnit.SECONDS);
      if (reading == null) {
        break;
      }
      if (wanted.test(reading)) {
        return reading;
      }
      last = reading;
    }
    throw new AssertionError("expected " + what + ", the last reading is " + last);
  }

  private static Predicate<Reading> fault(String device) {
    return reading -> reading instanceof Reading.DeviceFault fault && fault.device().equals(device);
  }

  private static Predicate<Reading> amps(double least, double most) {
    return reading ->
        reading instanceof Reading.Converter converter
            && converter.amps().value() >= least
            && converter.amps().value() <= most;
  }

  private static Predicate<Reading> volts(double least, double most) {
    return reading ->
        reading instanceof Reading.Converter converter
            && converter.volts().value() >= least
            && converter.volts().value() <= most;
  }

  private static void happens(Rig rig, String fault) {
    rig.happen(DeviceFault.parse("start 0 " + fault).getFirst());
  }

  private static Command current(double amps) {
    return new Command.Current(new Amps(amps), new Volts(450), new Volts(200));
  }

  @Test
  void aDcBoardOfRealDriversChargesDischargesAndTellsItsFaults() throws Exception {
    String line = "rtu:" + folder.resolve("rs485");
    BoardConfig config =
        config(
            "dc-22kw-bidirectional.toml",
            Map.of(
                "port",
                folder.resolve("mcu").toString(),
                "converter_can",
                "unix:" + folder.resolve("can"),
                "converter_modules",
                "2",
                "isolation_at",
                line,
                "meter_at",
                line));
    EvseConfig evse = config.evses().getFirst();
    try (Rig rig = Rig.start(config, evse, VEHICLE, List.of());
        Board board = opened(new SerialMcuDriver(), config, evse)) {
      board.controlPilot().apply(new PilotSignal.Pwm(5));
      await(
          "state C",
          reading ->
              reading instanceof Reading.Pilot pilot
                  && pilot.high().value() < 7
                  && pilot.low().value() < -10);
      board.contactors().close(1);
      await("closed contactors", reading -> reading.equals(new Reading.Contactor(true)));
      board.isolationMonitor().orElseThrow().start();
      await("isolation", Reading.Isolation.class::isInstance);
      // The vehicle closes its own contactor when the outlet has met its battery for a while.
      Command meet = new Command.HoldVoltage(new Volts(366), new Amps(2));
      board.powerConverter().orElseThrow().apply(meet);
      for (int i = 0; i < 15; i++) {
        await("the battery's voltage", volts(356, 376));
      }
      board.powerConverter().orElseThrow().apply(current(20));
      await("20 A into the vehicle", amps(18, 22));
      await(
          "the meter to see them",
          reading -> reading instanceof Reading.Meter meter && meter.power().value() > 1_000);
      board.powerConverter().orElseThrow().apply(current(-15));
      await("15 A out of the vehicle", amps(-17, -13));
      await(
          "the meter to see them",
          reading -> reading instanceof Reading.Meter meter && meter.power().value() < -1_000);

      happens(rig, "isolation kilo-ohms 40");
      await(
          "40 kΩ", reading -> reading instanceof Reading.Isolation value && value.kiloOhms() < 41);
      happens(rig, "converter module-lost 1");
      await("a lost module", fault("power modules"));
      happens(rig, "isolation silent");
      await("a silent monitor", fault("isolation monitor"));
      happens(rig, "board unplugged");
      await("an unplugged board", fault("safety microcontroller"));
      happens(rig, "board unplugged off");
      await("its contactors, open", reading -> reading.equals(new Reading.Contactor(false)));
    }
    assertTrue(Files.notExists(folder.resolve("mcu")), "the link to the terminal is removed");
  }

  @Test
  void aYetiBoardSwitchesMetersAndSurvivesNoise() throws Exception {
    BoardConfig config =
        config("ac-11kw-yeti.toml", Map.of("port", folder.resolve("yeti").toString()));
    EvseConfig evse = config.evses().getFirst();
    try (Rig rig = Rig.start(config, evse, VEHICLE, List.of());
        Board board = opened(new YetiDriver(), config, evse)) {
      board.controlPilot().apply(new PilotSignal.Pwm(26.67));
      await("state C", reading -> reading.equals(new Reading.Pilot(new Volts(6), new Volts(-12))));
      board.connectorLock().ifPresent(ConnectorLock::lock);
      await("the lock", reading -> reading.equals(new Reading.Lock(true)));
      board.contactors().close(3);
      await("closed relays", reading -> reading.equals(new Reading.Contactor(true)));
      await("its meter", Reading.Meter.class::isInstance);
      board.contactors().open();
      await("open relays", reading -> reading.equals(new Reading.Contactor(false)));
      happens(rig, "board garbage");
      await("a fault", fault("Yeti board"));
      happens(rig, "board garbage off");
      await("a pilot again", Reading.Pilot.class::isInstance);
    }
  }

  private Board opened(BoardDriver driver, BoardConfig config, EvseConfig evse) throws Exception {
    Board board = driver.open(config, evse, CLOCK);
    board.start(readings::offer);
    return board;
  }
}
