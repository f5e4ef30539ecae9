package energy.ebbflow.simulator.circuit.driver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.Board;
import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.hal.BoardConfig;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.Indicator.Sign;
import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.config.BoardFile;
import energy.ebbflow.hal.config.ConfigFile;
import energy.ebbflow.hal.pi.PiDriver;
import energy.ebbflow.simulator.board.BoardEvent;
import energy.ebbflow.simulator.board.BoardScript;
import energy.ebbflow.simulator.board.VirtualBoardSpec;
import energy.ebbflow.simulator.cable.VehicleTerminals;
import energy.ebbflow.simulator.physics.ContactorFault;
import energy.ebbflow.simulator.physics.ContactorSpec;
import energy.ebbflow.simulator.physics.DcSource;
import energy.ebbflow.simulator.physics.PilotLoad;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The whole driver for a Raspberry Pi, from its options to its threads, on an emulated circuit:
 * what it reads and does is seen from outside, and nothing is judged by the time it takes.
 */
@Timeout(60)
class PiCircuitTest {
  private static final Path BOARD = Path.of("..", "board-configs", "raspberry-pi-ac-7kw.toml");

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

  private final AtomicReference<VehicleTerminals> vehicle =
      new AtomicReference<>(VehicleTerminals.UNPLUGGED);
  private final BlockingQueue<Reading> readings = new LinkedBlockingQueue<>();
  private Optional<Board> opened = Optional.empty();
  private Optional<CircuitHardware> hardware = Optional.empty();
  private Optional<PiCircuit> circuit = Optional.empty();

  /** The shipped board without what hangs on ports of its own, and with {@code changes}. */
  private Board board(String... changes) throws Exception {
    BoardConfig file = BoardFile.read(ConfigFile.read(BOARD).root());
    Map<String, String> options = new HashMap<>(file.driverOptions());
    options.keySet().removeIf(key -> key.startsWith("meter") || key.equals("rfid"));
    for (int i = 0; i < changes.length; i += 2) {
      if (changes[i + 1].isEmpty()) {
        options.remove(changes[i]);
      } else {
        options.put(changes[i], changes[i + 1]);
      }
    }
    BoardConfig config = new BoardConfig(file.name(), PiDriver.NAME, file.evses(), options);
    EvseConfig evse = config.evses().getFirst();
    VirtualBoardSpec spec =
        new VirtualBoardSpec(
            Optional.empty(), 230, true, ContactorSpec.ORDINARY, BoardScript.EMPTY);
    PiCircuit soldered = new PiCircuit(spec, station -> vehicle.get());
    CircuitHardware lines = new CircuitHardware(config, evse, soldered);
    circuit = Optional.of(soldered);
    hardware = Optional.of(lines);
    Board board = new PiDriver(PiDriver.NAME, outlet -> lines).open(config, evse, CLOCK);
    opened = Optional.of(board);
    board.start(readings::add);
    return board;
  }

  @AfterEach
  void close() {
    opened.ifPresent(Board::close);
  }

  private void plug(boolean ready) {
    vehicle.set(
        new VehicleTerminals(true, PilotLoad.vehicle(ready, false, 1), DcSource.NONE, 0, 0, 0, 32));
  }

  /** Boards with an earth monitor and a power-fail output; a broken wire looks like the worst. */
  @Test
  void earthAndSupplyAreInputs() throws Exception {
    board("earth_line", "12 pull-up", "supply_line", "19 pull-up");
    await("earth", new Reading.Earth(true)::equals);
    await("supply", new Reading.Supply(true)::equals);
    circuit.orElseThrow().happen(new BoardEvent.Earth(false));
    await("lost earth", new Reading.Earth(false)::equals);
    circuit.orElseThrow().happen(new BoardEvent.Supply(false));
    await("failing supply", new Reading.Supply(false)::equals);
  }

  private Reading await(String what, Predicate<Reading> wanted) throws InterruptedException {
    Reading reading = readings.take();
    while (!wanted.test(reading)) {
      reading = readings.take();
    }
    assertTrue(wanted.test(reading), what);
    return reading;
  }

  private void awaitPilot(double high, double low) throws InterruptedException {
    await(
        "pilot at " + high + " and " + low,
        reading ->
            reading instanceof Reading.Pilot(var h, var l)
                && Math.abs(h.value() - high) < 0.6
                && Math.abs(l.value() - low) < 0.6);
  }

  private void awaitFault(String device, String words) throws InterruptedException {
    await(
        device + ": " + words,
        reading ->
            reading instanceof Reading.DeviceFault(String who, String why)
                && who.equals(device)
                && why.contains(words));
  }

  @Test
  void aWholeChargeFromTheEmptySocketToOpenContacts() throws Exception {
    Board board = board();
    awaitPilot(-12, -12);
    board.controlPilot().apply(new PilotSignal.Steady());
    awaitPilot(12, 12);
    plug(false);
    awaitPilot(9, 9);
    await("cable", reading -> reading.equals(new Reading.Proximity(Optional.of(new Amps(32)))));
    board.connectorLock().orElseThrow().lock();
    await("bolt in", reading -> reading.equals(new Reading.Lock(true)));
    // 53.33 % is 32 A, 5 % is the call to talk: the shortest plateau.
    board.controlPilot().apply(new PilotSignal.Pwm(5));
    awaitPilot(9, -12);
    board.controlPilot().apply(new PilotSignal.Pwm(53.33));
    plug(true);
    awaitPilot(6, -12);
    board.contactors().close(1);
    await("closed", reading -> reading.equals(new Reading.Contactor(true)));
    board.contactors().open();
    await("open", reading -> reading.equals(new Reading.Contactor(false)));
    board.connectorLock().orElseThrow().unlock();
    await("bolt out", reading -> reading.equals(new Reading.Lock(false)));
    board.controlPilot().apply(new PilotSignal.Zero());
    awaitPilot(0, 0);
  }

  /** The driver opens by itself, and nothing closes again by itself. */
  @Test
  void theEmergencyStopOpensWithoutTheFirmware() throws Exception {
    Board board = board();
    board.contactors().close(1);
    await("closed", reading -> reading.equals(new Reading.Contactor(true)));
    circuit.orElseThrow().happen(new BoardEvent.EmergencyStop(true));
    await("pressed", reading -> reading.equals(new Reading.EmergencyStop(true)));
    await("open", reading -> reading.equals(new Reading.Contactor(false)));
    circuit.orElseThrow().happen(new BoardEvent.EmergencyStop(false));
    await("released", reading -> reading.equals(new Reading.EmergencyStop(false)));
    Reading next = await("told again", reading -> reading instanceof Reading.Contactor);
    assertEquals(new Reading.Contactor(false), next);
  }

  @Test
  void aLoopThatStandsStillLosesItsContactors() throws Exception {
    Board board = board();
    board.contactors().close(1);
    await("closed", reading -> reading.equals(new Reading.Contactor(true)));
    board.controlPilot().apply(new PilotSignal.Pwm(50));
    // From the first feed on the loop is watched; there is no second one.
    board.watchdog().orElseThrow().feed();
    await("open", reading -> reading.equals(new Reading.Contactor(false)));
    awaitPilot(-12, -12);
  }

  @Test
  void aTripOpensAndTheSelfTestIsAnswered() throws Exception {
    Board board = board();
    await("healthy", reading -> reading.equals(new Reading.ResidualCurrent(false, true)));
    board.residualCurrent().orElseThrow().selfTest();
    await("tested", reading -> reading.equals(new Reading.ResidualCurrent(false, true)));
    board.contactors().close(1);
    await("closed", reading -> reading.equals(new Reading.Contactor(true)));
    circuit.orElseThrow().happen(new BoardEvent.ResidualCurrent(true));
    await("tripped", reading -> reading.equals(new Reading.ResidualCurrent(true, true)));
    await("open", reading -> reading.equals(new Reading.Contactor(false)));
  }

  @Test
  void aWeldedContactorShowsInItsMirrorContact() throws Exception {
    Board board = board();
    board.contactors().close(1);
    await("closed", reading -> reading.equals(new Reading.Contactor(true)));
    circuit.orElseThrow().happen(new BoardEvent.Contactors(ContactorFault.WELDED));
    board.contactors().open();
    for (int told = 0; told < 2; told++) {
      assertEquals(
          new Reading.Contactor(true),
          await("still closed", reading -> reading instanceof Reading.Contactor));
    }
    circuit.orElseThrow().happen(new BoardEvent.Contactors(ContactorFault.NONE));
    await("open", reading -> reading.equals(new Reading.Contactor(false)));
  }

  @Test
  void aJammedBoltIsAFaultAfterThreePulses() throws Exception {
    Board board = board("lock_pulse_ms", "50");
    circuit.orElseThrow().happen(new BoardEvent.LockJam(true));
    board.connectorLock().orElseThrow().lock();
    awaitFault("connector lock", "after 3 pulses");
  }

  /** The kernel's words reach people, and the device is used again when it works. */
  @Test
  void busesThatFailAreFaultsWithTheirErrnoAndComeBack() throws Exception {
    Board board = board();
    board.controlPilot().apply(new PilotSignal.Steady());
    awaitPilot(12, 12);
    CircuitHardware lines = hardware.orElseThrow();
    lines.breakDown("SPI 0.0", "Input/output error (errno 5)");
    awaitFault("pilot detector", "SPI 0.0: Input/output error (errno 5)");
    lines.breakDown("SPI 0.0", "");
    awaitPilot(12, 12);
    lines.breakDown("I2C 1:0x48", "Remote I/O error (errno 121)");
    awaitFault("temperature sensor", "errno 121");
    lines.breakDown("I2C 1:0x48", "");
    await("temperature", reading -> reading instanceof Reading.Temperature);
    lines.breakDown("PWM 0.0", "Invalid argument (errno 22)");
    board.controlPilot().apply(new PilotSignal.Pwm(20));
    awaitFault("pilot generator", "errno 22");
    lines.breakDown("PWM 0.0", "");
    awaitPilot(12, -12);
  }

  /** An emergency stop that cannot be read counts as pressed. */
  @Test
  void anEmergencyStopThatCannotBeReadOpens() throws Exception {
    Board board = board();
    board.contactors().close(1);
    await("closed", reading -> reading.equals(new Reading.Contactor(true)));
    hardware.orElseThrow().breakDown("GPIO 25", "No such device (errno 19)");
    await("open", reading -> reading.equals(new Reading.Contactor(false)));
  }

  @Test
  void aGeneratorThatDoesNotFollowItsDutyIsAFault() throws Exception {
    Board board = board();
    board.controlPilot().apply(new PilotSignal.Pwm(90));
    awaitPilot(12, -12);
    circuit.orElseThrow().hold(0.2);
    awaitFault("pilot generator", "another duty");
  }

  @Test
  void peakDetectorsOnASlowConverterGiveTheSameLevels() throws Exception {
    Board board =
        board(
            "adc",
            "ads1115",
            "adc_spi",
            "",
            "adc_i2c",
            "1:0x49",
            "pilot_sampling",
            "peak-hold",
            "pilot_low_channel",
            "2");
    board.controlPilot().apply(new PilotSignal.Pwm(5));
    plug(false);
    awaitPilot(9, -12);
  }

  @Test
  void theSignIsShownAndTheWatchdogFedUntilItIsDisarmed() throws Exception {
    Board board =
        board(
            "led_spi",
            "1.0",
            "led_count",
            "2",
            "led_red_line",
            "",
            "led_green_line",
            "",
            "led_blue_line",
            "");
    CircuitHardware lines = hardware.orElseThrow();
    board.indicator().orElseThrow().show(Sign.AVAILABLE);
    awaitPilot(-12, -12);
    while (lines.feeds() == 0 || lines.diodes().length == 0 || lines.diodes()[0] != (byte) 0xDB) {
      readings.take();
    }
    assertEquals(2 * 9 + 24, lines.diodes().length);
    board.close();
    assertTrue(lines.disarmed());
    assertArrayEquals(new byte[] {(byte) 0x92, 0x49, 0x24}, Arrays.copyOf(lines.diodes(), 3));
  }
}
