package energy.ebbflow.hal.pi;

import energy.ebbflow.hal.Board;
import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.hal.ConnectorLock;
import energy.ebbflow.hal.Contactors;
import energy.ebbflow.hal.ControlPilot;
import energy.ebbflow.hal.Indicator;
import energy.ebbflow.hal.IsolationMonitor;
import energy.ebbflow.hal.PowerConverter;
import energy.ebbflow.hal.RawEthernet;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.ReadingSink;
import energy.ebbflow.hal.ResidualCurrent;
import energy.ebbflow.hal.Watchdog;
import energy.ebbflow.hal.attached.AttachedDevices;
import energy.ebbflow.hal.linux.Hardware;
import energy.ebbflow.hal.rfid.CardReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A board on the lines of a Raspberry Pi. Commands change what is wished, wake the thread of the
 * outputs and return at once; outputs are a state, so nothing can overflow.
 */
final class PiBoard implements Board {
  private static final Logger LOG = LoggerFactory.getLogger(PiBoard.class);

  private static final long MILLI = 1_000_000;
  private static final long OUTPUT_NANOS = 5 * MILLI;
  private static final long LAMP_NANOS = 20 * MILLI;
  private static final long TEMPERATURE_NANOS = 1_000 * MILLI;

  /** How long closing waits for each thread. */
  private static final long JOIN_MILLIS = 1_000;

  private final String name;
  private final Hardware hardware;
  private final BoardClock clock;
  private final AttachedDevices attached;
  private final boolean lock;
  private final boolean tests;
  private final boolean lamps;
  private final long inputNanos;
  private final Shared shared;
  private final OutputPass output;
  private final InputPass input;
  private final LampPass lamp;
  private final List<TemperaturePass> temperatures = new ArrayList<>();
  private final Optional<CardReader> cards;
  private final Door door;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean closed;

  /** Readings have nowhere to go before the board is started. */
  private static final class Door implements ReadingSink {
    private volatile ReadingSink sink = reading -> true;

    @Override
    public boolean offer(Reading reading) {
      if (reading instanceof Reading.DeviceFault fault && !fault.stopsEnergy()) {
        LOG.warn("{}: {}", fault.device(), fault.detail());
      }
      return sink.offer(reading);
    }
  }

  private PiBoard(
      String name, PiOptions options, Hardware hardware, BoardClock clock, AttachedDevices attached)
      throws IOException {
    this.name = name;
    this.hardware = hardware;
    this.clock = clock;
    this.attached = attached;
    this.lock = options.lock().isPresent();
    this.tests = options.trip().isPresent();
    this.lamps = options.lamps().any();
    this.inputNanos = options.pilot().everyMillis() * MILLI;
    this.shared = new Shared();
    this.door = new Door();
    this.output = new OutputPass(options, hardware, shared, door, clock.nanos());
    this.input = new InputPass(options, hardware, shared, door);
    this.lamp = new LampPass(options, hardware, shared, door);
    for (PiOptions.Sensor sensor : options.temperatures()) {
      temperatures.add(new TemperaturePass(sensor, hardware, door));
    }
    this.cards =
        options.rfid().isPresent()
            ? Optional.of(CardReader.at(options.rfid().get(), hardware, clock))
            : Optional.empty();
  }

  /** Takes over the hardware, which is closed again if a device does not open. */
  static PiBoard open(
      String name, PiOptions options, Hardware hardware, BoardClock clock, AttachedDevices attached)
      throws IOException {
    try {
      return new PiBoard(name, options, hardware, clock, attached);
    } catch (IOException | RuntimeException e) {
      hardware.close();
      throw e;
    }
  }

  @Override
  public void start(ReadingSink sink) {
    door.sink = attached.start(sink);
    run("out", OUTPUT_NANOS, output::pass);
    run("in", inputNanos, input::pass);
    run("lamp", LAMP_NANOS, lamp::pass);
    if (!temperatures.isEmpty()) {
      run(
          "temperature",
          TEMPERATURE_NANOS,
          now -> temperatures.forEach(sensor -> sensor.pass(now)));
    }
    cards.ifPresent(reader -> reader.start(door));
  }

  private void run(String what, long paceNanos, LongConsumer pass) {
    Thread thread =
        new Thread(
            () -> {
              while (!closed) {
                pass.accept(clock.nanos());
                LockSupport.parkNanos(this, paceNanos);
              }
            },
            name + "-" + what);
    thread.setDaemon(true);
    // The board is to be safe even if a defect of ours ends one of its threads.
    thread.setUncaughtExceptionHandler(
        (broken, defect) -> {
          LOG.error("{} ended; the outlet goes out of service", broken.getName(), defect);
          shared.veto = Optional.of("a defect of the driver");
          shared.wish.set(Shared.Wish.SAFE);
          hardware.close();
        });
    threads.add(thread);
    thread.start();
  }

  private void change(UnaryOperator<Shared.Wish> update) {
    shared.wish.updateAndGet(update);
    wake();
  }

  private void wake() {
    if (!threads.isEmpty()) {
      LockSupport.unpark(threads.getFirst());
    }
  }

  @Override
  public ControlPilot controlPilot() {
    return signal -> change(wish -> wish.pilot(signal));
  }

  @Override
  public Contactors contactors() {
    return new Contactors() {
      @Override
      public void close(int phases) {
        change(wish -> wish.phases(phases));
      }

      @Override
      public void open() {
        change(wish -> wish.phases(0));
      }
    };
  }

  @Override
  public Optional<ConnectorLock> connectorLock() {
    if (!lock) {
      return Optional.empty();
    }
    return Optional.of(
        new ConnectorLock() {
          @Override
          public void lock() {
            change(wish -> wish.locked(true));
          }

          @Override
          public void unlock() {
            change(wish -> wish.locked(false));
          }
        });
  }

  @Override
  public Optional<ResidualCurrent> residualCurrent() {
    if (!tests) {
      return Optional.empty();
    }
    return Optional.of(
        () -> {
          shared.selfTests.incrementAndGet();
          wake();
        });
  }

  @Override
  public Optional<Indicator> indicator() {
    return lamps ? Optional.of(sign -> change(wish -> wish.sign(sign))) : Optional.empty();
  }

  /** Always there: it is the heartbeat without which the outputs open by themselves. */
  @Override
  public Optional<Watchdog> watchdog() {
    return Optional.of(() -> shared.fed = Optional.of(clock.nanos()));
  }

  @Override
  public Optional<PowerConverter> powerConverter() {
    return Optional.empty();
  }

  @Override
  public Optional<IsolationMonitor> isolationMonitor() {
    return Optional.empty();
  }

  @Override
  public Optional<RawEthernet> rawEthernet() {
    return Optional.empty();
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    shared.wish.set(Shared.Wish.SAFE);
    threads.forEach(LockSupport::unpark);
    cards.ifPresent(CardReader::close);
    try {
      for (Thread thread : threads) {
        thread.join(JOIN_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    output.pass(clock.nanos());
    try {
      lamp.end();
    } catch (IOException e) {
      LOG.warn("lamp and watchdog did not end in order: {}", e.getMessage());
    }
    hardware.close();
    attached.close();
  }
}
