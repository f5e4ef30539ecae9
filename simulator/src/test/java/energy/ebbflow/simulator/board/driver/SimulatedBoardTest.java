package energy.ebbflow.simulator.board.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.Board;
import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.hal.BoardConfig;
import energy.ebbflow.hal.BoardDriver;
import energy.ebbflow.hal.BoardException;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.EvseConfig.Outlet;
import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.hal.Watts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The board behind its ports, with its own thread, twenty times faster than real time. */
class SimulatedBoardTest {
  private static final BoardClock FAST =
      new BoardClock() {
        @Override
        public long nanos() {
          return System.nanoTime() * 20;
        }

        @Override
        public double speed() {
          return 20;
        }
      };

  @TempDir Path folder;
  private final BlockingQueue<Reading> readings = new ArrayBlockingQueue<>(100_000);

  private static BoardDriver driver() {
    return ServiceLoader.load(BoardDriver.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(found -> found.name().equals("simulated"))
        .findFirst()
        .orElseThrow();
  }

  private static EvseConfig evse() {
    Outlet.Limits limits =
        new Outlet.Limits(Amps.ZERO, new Amps(60), Watts.ZERO, new Watts(20_000));
    return new EvseConfig(
        1,
        "DE*EBB*E0001*1",
        EvseConfig.Connector.CCS2,
        new EvseConfig.Cable.Tethered(new Amps(80)),
        3,
        new Volts(230),
        new Amps(40),
        new Amps(80),
        false,
        true,
        new Outlet.Dc(new Volts(150), new Volts(500), limits, Optional.of(limits)));
  }

  private Board open(Map<String, String> options) throws BoardException {
    EvseConfig evse = evse();
    BoardConfig board = new BoardConfig("test", "simulated", List.of(evse), options);
    return driver().open(board, evse, FAST);
  }

  private <R extends Reading> R await(Class<R> kind, Predicate<R> wanted) throws Exception {
    for (int i = 0; i < 100_000; i++) {
      Reading reading = readings.poll(20, TimeUnit.SECONDS);
      if (kind.isInstance(reading) && wanted.test(kind.cast(reading))) {
        return kind.cast(reading);
      }
    }
    throw new AssertionError("no such reading: " + kind);
  }

  @Test
  void commandsReachThePhysicsAndReadingsComeBack() throws Exception {
    Path cable = folder.resolve("cable");
    try (Board board = open(Map.of("cable", cable.toString()))) {
      board.start(readings::offer);
      assertTrue(Files.exists(cable));
      board.controlPilot().apply(new PilotSignal.Steady());
      assertEquals(12, await(Reading.Pilot.class, r -> true).high().value(), 0.1);
      board.contactors().close(1);
      await(Reading.Contactor.class, Reading.Contactor::closed);
      board.connectorLock().orElseThrow().lock();
      await(Reading.Lock.class, Reading.Lock::locked);
      board.contactors().open();
      await(Reading.Contactor.class, r -> !r.closed());
      assertFalse(board.residualCurrent().isPresent());
    }
    assertFalse(Files.exists(cable));
  }

  @Test
  void builtinVehiclePlugsInByItself() throws Exception {
    try (Board board = open(Map.of("vehicle", "builtin", "plug_after_seconds", "1"))) {
      board.start(readings::offer);
      board.controlPilot().apply(new PilotSignal.Pwm(5));
      await(Reading.Pilot.class, r -> Math.abs(r.high().value() - 9) < 0.2);
      await(Reading.Pilot.class, r -> Math.abs(r.high().value() - 6) < 0.2);
    }
  }

  @Test
  void watchdogOpensTheContactorsWhenTheControllerStopsFeeding() throws Exception {
    try (Board board = open(Map.of("vehicle", "none"))) {
      board.start(readings::offer);
      board.contactors().close(1);
      board.watchdog().orElseThrow().feed();
      await(Reading.Contactor.class, Reading.Contactor::closed);
      await(Reading.DeviceFault.class, r -> r.device().equals("watchdog"));
      await(Reading.Contactor.class, r -> !r.closed());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vehicle | truck | driver_options.vehicle",
        "cabel | x | one of",
        "plug_after_seconds | soon | plug_after_seconds",
        "script | 3 explode | driver_options.script",
        "meter_file | /nowhere/at/all | driver_options.meter_file",
        "cable | /nowhere/at/all | driver_options.cable"
      })
  void wrongOptionIsOneLineThatNamesTheKey(String key, String value, String said) {
    BoardException refused = assertThrows(BoardException.class, () -> open(Map.of(key, value)));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains(said) && message.lines().count() == 1, message);
  }
}
