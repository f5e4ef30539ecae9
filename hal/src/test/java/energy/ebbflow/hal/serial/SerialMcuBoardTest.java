package energy.ebbflow.hal.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.hal.BoardConfig;
import energy.ebbflow.hal.BoardException;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.hal.attached.AttachedDevices;
import energy.ebbflow.hal.config.BoardFile;
import energy.ebbflow.hal.config.ConfigException;
import energy.ebbflow.hal.config.ConfigFile;
import energy.ebbflow.hal.config.DriverOptions;
import energy.ebbflow.hal.mcu.McuEmulator;
import energy.ebbflow.hal.mcu.McuLink;
import energy.ebbflow.hal.mcu.McuMessage.Outputs;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The threads of the serial board, with an emulated microcontroller behind a line in memory. */
@Timeout(30)
class SerialMcuBoardTest {
  /** Ten seconds pass in half of one. */
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

  /** A line to an emulator: what is written is answered at the next read. */
  private static final class Wire implements SerialLine {
    private final BlockingQueue<byte[]> written = new LinkedBlockingQueue<>();
    private final McuEmulator mcu;
    private final AtomicBoolean broken;

    Wire(McuEmulator mcu, AtomicBoolean broken) {
      this.mcu = mcu;
      this.broken = broken;
    }

    @Override
    public byte[] read() throws IOException {
      try {
        byte[] next = written.poll(10, TimeUnit.MILLISECONDS);
        if (broken.get()) {
          throw new IOException("unplugged");
        }
        synchronized (mcu) {
          return mcu.step(next == null ? new byte[0] : next, System.nanoTime());
        }
      } catch (InterruptedException e) {
        throw new IOException("interrupted", e);
      }
    }

    @Override
    public void write(byte[] bytes) {
      written.add(bytes);
    }

    @Override
    public void close() {}
  }

  private final McuEmulator mcu = new McuEmulator();
  private final AtomicBoolean broken = new AtomicBoolean();
  private final BlockingQueue<Reading> readings = new LinkedBlockingQueue<>();

  private SerialBoard board() throws Exception {
    return board(CLOCK);
  }

  private SerialBoard board(BoardClock clock) throws Exception {
    SerialLine.Opener opener =
        () -> {
          if (broken.get()) {
            throw new IOException("still unplugged");
          }
          return new Wire(mcu, broken);
        };
    SerialBoard.Kind kind =
        new SerialBoard.Kind(McuLink.DEVICE, McuLink::initial, true, true, true);
    EvseConfig evse = config().evses().getFirst();
    BoardConfig alone = new BoardConfig("alone", "serial-mcu", List.of(evse), Map.of());
    AttachedDevices nothing =
        AttachedDevices.open(new DriverOptions("serial-mcu", alone, evse), evse, clock);
    SerialBoard board = new SerialBoard(new Wire(mcu, broken), opener, clock, kind, nothing);
    board.start(readings::add);
    return board;
  }

  /** Waits for a reading; the test's time limit ends a wait in vain. */
  private Reading await(Predicate<Reading> wanted) throws InterruptedException {
    while (true) {
      Reading reading = readings.take();
      if (wanted.test(reading)) {
        return reading;
      }
    }
  }

  private static Predicate<Reading> is(Reading wanted) {
    return wanted::equals;
  }

  @Test
  void commandsReachTheMicrocontrollerAndReadingsComeBack() throws Exception {
    try (SerialBoard board = board()) {
      mcu.vehicleVolts(6);
      board.controlPilot().apply(new PilotSignal.Pwm(53.33));
      await(is(new Reading.Pilot(new Volts(6), new Volts(-12))));
      board.connectorLock().orElseThrow().lock();
      await(is(new Reading.Lock(true)));
      board.contactors().close(3);
      await(is(new Reading.Contactor(true)));
      board.residualCurrent().orElseThrow().selfTest();
      await(is(new Reading.ResidualCurrent(false, true)));
      board.contactors().open();
      await(is(new Reading.Contactor(false)));
      synchronized (mcu) {
        assertEquals(5333, mcu.outputs().dutyCentiPercent());
      }
    }
  }

  @Test
  void aBrokenLineIsAFaultAndIsOpenedAgain() throws Exception {
    try (SerialBoard board = board()) {
      await(Reading.Contactor.class::isInstance);
      broken.set(true);
      Reading fault = await(Reading.DeviceFault.class::isInstance);
      assertTrue(fault.toString().contains("unplugged"), fault.toString());
      broken.set(false);
      board.contactors().open();
      await(Reading.Contactor.class::isInstance);
    }
  }

  /** The EVSE takes a report that is not repeated for 30 s as over; the line is still broken. */
  @Test
  void aLineThatStaysBrokenIsToldAgain() throws Exception {
    try (SerialBoard board = board(FAST)) {
      board.contactors().open();
      broken.set(true);
      Predicate<Reading> line =
          reading ->
              reading instanceof Reading.DeviceFault fault
                  && fault.detail().contains("serial line");
      assertTrue(await(line).toString().contains("broken: unplugged"));
      assertTrue(await(line).toString().contains("still broken: still unplugged"));
      assertTrue(await(line).toString().contains("still broken: still unplugged"));
    }
  }

  @Test
  void aLineThatBreaksUnderPowerSaysThatNobodyHearsTheContactorsUntilItIsBack() throws Exception {
    try (SerialBoard board = board()) {
      mcu.vehicleVolts(6);
      board.controlPilot().apply(new PilotSignal.Pwm(53.33));
      board.contactors().close(3);
      await(is(new Reading.Contactor(true)));
      broken.set(true);
      await(Reading.DeviceFault.class::isInstance);
      await(is(new Reading.ContactorUnknown()));
      board.contactors().open();
      broken.set(false);
      await(is(new Reading.Contactor(false)));
    }
  }

  @Test
  void closingLeavesTheSafeState() throws Exception {
    SerialBoard board = board();
    board.contactors().close(1);
    await(is(new Reading.Contactor(true)));
    board.close();
    board.close();
    byte[] nothing = new byte[0];
    synchronized (mcu) {
      mcu.step(nothing, System.nanoTime() + 1_000_000_000L);
      assertEquals(Outputs.SAFE, mcu.outputs());
    }
  }

  // ---- options

  private static BoardConfig config() throws ConfigException {
    return BoardFile.read(
        ConfigFile.read(java.nio.file.Path.of("..", "board-configs", "simulated-ac.toml")).root());
  }

  private static String refused(Map<String, String> options) throws ConfigException {
    BoardConfig plain = config();
    BoardConfig board = new BoardConfig(plain.name(), "serial-mcu", plain.evses(), options);
    EvseConfig evse = board.evses().getFirst();
    BoardException refused =
        assertThrows(BoardException.class, () -> new SerialMcuDriver().open(board, evse, CLOCK));
    return String.valueOf(refused.getMessage());
  }

  @Test
  void wrongOptionsAreOneLine() throws ConfigException {
    assertEquals(
        "driver serial-mcu: expected option `port`, got none; the board stays closed",
        refused(Map.of()));
    assertEquals(
        "driver serial-mcu: expected a known option (baud), got `bauds`; the board stays closed",
        refused(Map.of("port", "/dev/null", "bauds", "9600")));
    assertEquals(
        "driver serial-mcu: option `baud`: expected 9600 to 921600, got fast; the board stays"
            + " closed",
        refused(Map.of("port", "/dev/null", "baud", "fast")));
    assertEquals(
        "driver serial-mcu: option `baud`: expected 9600 to 921600, got 1; the board stays closed",
        refused(Map.of("port", "/dev/null", "baud", "9600", "baud_1", "1")));
    assertEquals(
        "driver serial-mcu: option `meter_at`: expected tcp:HOST:PORT or rtu:/dev/NAME, got"
            + " \"somewhere\"; the board stays closed",
        refused(Map.of("port", "/dev/null", "meter", "eastron-sdm630", "meter_at", "somewhere")));
    String unknown =
        refused(Map.of("port", "/dev/null", "meter", "abacus", "meter_at", "tcp:127.0.0.1"));
    assertTrue(
        unknown.startsWith("driver serial-mcu: meter: expected one of eastron-sdm630, "), unknown);
    assertTrue(
        unknown.endsWith(", or the path of a file, got abacus; the board stays closed"), unknown);
    String absent = refused(Map.of("port", "/dev/ebbflow-has-no-such-port"));
    assertTrue(absent.startsWith("driver serial-mcu: expected"), absent);
    assertEquals(1, absent.lines().count());
  }
}
