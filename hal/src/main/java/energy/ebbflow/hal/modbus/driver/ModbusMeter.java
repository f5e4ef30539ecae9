package energy.ebbflow.hal.modbus.driver;

import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.ReadingSink;
import energy.ebbflow.hal.modbus.RegisterMap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks a Modbus meter once a second and offers what it says. A meter that does not answer, or
 * answers nonsense, three times in a row is a {@link Reading.DeviceFault}, said once; it is asked
 * on.
 */
public final class ModbusMeter implements AutoCloseable {
  /** Name of the device in fault readings. */
  public static final String DEVICE = "meter";

  /** How often it is asked, ns of the board's clock. */
  static final long EVERY_NANOS = 1_000_000_000L;

  /** One lost answer on a long RS-485 line is no fault. */
  static final int TOLERATED_FAILURES = 2;

  private static final long JOIN_MILLIS = 2_000;

  private final RegisterMap map;
  private final RegisterSource source;
  private final ReadingSink sink;
  private final BoardClock clock;
  private final Thread thread = new Thread(this::run, "modbus-meter");
  private volatile boolean closed;

  // Only the thread touches these.
  private int failures;

  ModbusMeter(RegisterMap map, RegisterSource source, ReadingSink sink, BoardClock clock) {
    this.map = map;
    this.source = source;
    this.sink = sink;
    this.clock = clock;
    thread.setDaemon(true);
  }

  /** A meter on Modbus TCP; asks from now on. */
  public static ModbusMeter tcp(
      RegisterMap map, String host, int port, int unit, ReadingSink sink, BoardClock clock) {
    return started(new ModbusMeter(map, ModbusSource.tcp(host, port, unit), sink, clock));
  }

  /** A meter on Modbus RTU; asks from now on. */
  public static ModbusMeter rtu(
      RegisterMap map, String port, int baud, int unit, ReadingSink sink, BoardClock clock) {
    return started(new ModbusMeter(map, ModbusSource.rtu(port, baud, unit), sink, clock));
  }

  static ModbusMeter started(ModbusMeter meter) {
    meter.thread.start();
    return meter;
  }

  private void run() {
    while (!closed) {
      poll();
      LockSupport.parkNanos(this, (long) (EVERY_NANOS / clock.speed()));
    }
    source.close();
  }

  /** One question and its consequences. */
  void poll() {
    try {
      List<byte[]> answers = new ArrayList<>();
      for (RegisterMap.Block block : map.blocks()) {
        answers.add(source.read(map.input(), block.address(), block.count()));
      }
      Optional<Reading.Meter> reading = map.reading(answers);
      if (reading.isPresent()) {
        failures = 0;
        sink.offer(reading.get());
      } else {
        failed("its answer is too short or no number");
      }
    } catch (IOException e) {
      failed(String.valueOf(e.getMessage()));
    }
  }

  private void failed(String why) {
    failures++;
    if (failures == TOLERATED_FAILURES + 1 && !closed) {
      sink.offer(
          new Reading.DeviceFault(
              DEVICE,
              "expected an answer of the " + map.name() + " every second, " + why + " (3 times)"));
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join(JOIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
