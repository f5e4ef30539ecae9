package energy.ebbflow.hal.modbus.driver;

import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.hal.IsolationMonitor;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.ReadingSink;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.hal.modbus.IsolationMap;
import energy.ebbflow.hal.modbus.RegisterMap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An isolation monitor on Modbus. It is asked five times a second while the EVSE wants to know,
 * once a second otherwise; readings are offered only while the EVSE wants them, the voltage always.
 *
 * <p>Safe on silence: no answer, a value that means nothing, and a failed self-test are {@link
 * Reading.DeviceFault}s, repeated while they last, and never a resistance.
 */
public final class ModbusIsolation extends Poller implements IsolationMonitor {
  private static final Logger LOG = LoggerFactory.getLogger(ModbusIsolation.class);

  /** Name of the device in fault readings. */
  public static final String DEVICE = "isolation monitor";

  /** Our own: how often it is asked while isolation is wanted, ns of the board's clock. */
  static final long EVERY_NANOS = 200_000_000L;

  /** Our own: how often it is asked otherwise. */
  static final long IDLE_NANOS = 1_000_000_000L;

  /** Our own: how long a self-test may last; public drivers wait 30 s. */
  static final long TEST_NANOS = 30_000_000_000L;

  /** Our own: how long after a test that did not end the next one is tried. */
  static final long RETEST_NANOS = 60_000_000_000L;

  private final IsolationMap map;
  private final RegisterSource source;
  private final Consumer<Volts> voltage;
  private final long testEveryNanos;
  private volatile boolean wanted;

  // Only the thread touches these.
  private boolean setUp;
  private @Nullable Long testedNanos;
  private @Nullable Long testStartedNanos;
  private boolean testSeen;
  private boolean testFailed;

  ModbusIsolation(
      IsolationMap map,
      RegisterSource source,
      Consumer<Volts> voltage,
      long testEveryNanos,
      ReadingSink sink,
      BoardClock clock) {
    super(DEVICE, "a value of the " + map.name(), sink, clock);
    this.map = map;
    this.source = source;
    this.voltage = voltage;
    this.testEveryNanos = testEveryNanos;
  }

  /**
   * A monitor; asked from now on.
   *
   * @param voltage takes the voltage between the DC lines
   * @param testEveryNanos how old a self-test may be when no session runs; 0: never tested
   */
  public static ModbusIsolation started(
      IsolationMap map,
      ModbusLines lines,
      ModbusPlace place,
      int unit,
      Consumer<Volts> voltage,
      long testEveryNanos,
      ReadingSink sink,
      BoardClock clock) {
    ModbusIsolation monitor =
        new ModbusIsolation(map, lines.device(place, unit), voltage, testEveryNanos, sink, clock);
    monitor.launch();
    return monitor;
  }

  @Override
  public void start() {
    wanted = true;
    wake();
  }

  @Override
  public void stop() {
    wanted = false;
  }

  @Override
  long everyNanos() {
    return wanted || testStartedNanos != null ? EVERY_NANOS : IDLE_NANOS;
  }

  @Override
  void ask() throws IOException {
    List<byte[]> answers;
    try {
      if (!setUp) {
        writeAll(map.setup());
        setUp = true;
      }
      startTest();
      answers = read();
    } catch (IOException e) {
      // Whoever comes back may have lost its settings, and its test has no result.
      setUp = false;
      testStartedNanos = null;
      throw e;
    }
    take(map.measurement(answers).orElseThrow(() -> new IOException("its answer is too short")));
  }

  /** A test interrupts the measurement: it waits for a time without a session. */
  private void startTest() throws IOException {
    Long tested = testedNanos;
    long every = testFailed ? RETEST_NANOS : testEveryNanos;
    boolean due = tested == null || now() - tested >= every;
    if (testEveryNanos > 0
        && due
        && !wanted
        && testStartedNanos == null
        && !map.selfTest().isEmpty()) {
      writeAll(map.selfTest());
      testStartedNanos = now();
      testSeen = false;
    }
  }

  private List<byte[]> read() throws IOException {
    List<byte[]> answers = new ArrayList<>();
    for (RegisterMap.Block block : map.blocks()) {
      answers.add(source.read(map.input(), block.address(), block.count()));
    }
    return answers;
  }

  private void take(IsolationMap.Measurement measured) throws IOException {
    judgeTest(measured);
    measured.volts().ifPresent(volts -> voltage.accept(new Volts(volts)));
    if (measured.error().isPresent()) {
      throw new IOException(measured.error().get());
    }
    if (testFailed) {
      throw new IOException("its self-test did not end within 30 s");
    }
    OptionalDouble kiloOhms = measured.kiloOhms();
    if (wanted && kiloOhms.isPresent()) {
      offer(new Reading.Isolation(kiloOhms.getAsDouble()));
    } else if (wanted && !measured.testing()) {
      throw new IOException("its resistance means nothing");
    }
  }

  private void judgeTest(IsolationMap.Measurement measured) {
    Long started = testStartedNanos;
    if (started == null) {
      return;
    }
    boolean over = testSeen && !measured.testing();
    testSeen |= measured.testing();
    if (over || now() - started >= TEST_NANOS) {
      testStartedNanos = null;
      testedNanos = now();
      testFailed = !over;
      LOG.info("self-test of the isolation monitor: {}", over ? "ended" : "did not end");
    }
  }

  private void writeAll(List<IsolationMap.Write> writes) throws IOException {
    for (IsolationMap.Write write : writes) {
      source.write(write.address(), write.value());
    }
  }
}
