package energy.ebbflow.firmware.cli;

import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.Board;
import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.hal.BoardConfig;
import energy.ebbflow.hal.BoardDriver;
import energy.ebbflow.hal.BoardException;
import energy.ebbflow.hal.ConnectorLock;
import energy.ebbflow.hal.Contactors;
import energy.ebbflow.hal.ControlPilot;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.Indicator;
import energy.ebbflow.hal.IsolationMonitor;
import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.PowerConverter;
import energy.ebbflow.hal.RawEthernet;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.ReadingSink;
import energy.ebbflow.hal.ResidualCurrent;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.hal.Watchdog;
import energy.ebbflow.hal.WattHours;
import energy.ebbflow.hal.Watts;
import energy.ebbflow.hal.serial.PortsInUse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * An AC board with a vehicle that asks for energy as soon as the duty cycle offers it. It writes
 * every order to the file of its option {@code orders}. With {@code stuck = true} it has a serial
 * port, and never gets done with closing it.
 */
public final class TestBoardDriver implements BoardDriver {
  /** Found by the service loader. */
  public TestBoardDriver() {}

  @Override
  public String name() {
    return "test";
  }

  @Override
  public Board open(BoardConfig board, EvseConfig evse, BoardClock clock) throws BoardException {
    String orders = board.driverOptions().get("orders");
    if (orders == null) {
      throw new BoardException("key `driver_options.orders`: expected a file, got none");
    }
    return new OrderBook(Path.of(orders), Boolean.parseBoolean(board.driverOptions().get("stuck")));
  }

  private static final class OrderBook implements Board {
    private final Path file;
    private final boolean stuck;
    private final ScheduledExecutorService vehicle = Executors.newSingleThreadScheduledExecutor();
    private volatile boolean pwm;
    private volatile boolean closed;
    private volatile boolean locked;

    OrderBook(Path file, boolean stuck) {
      this.file = file;
      this.stuck = stuck;
      if (stuck) {
        PortsInUse.begin();
      }
    }

    private void order(String text) {
      try {
        Files.writeString(file, text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void start(ReadingSink sink) {
      vehicle.scheduleAtFixedRate(
          () -> {
            double high = pwm ? 6 : 9;
            sink.offer(new Reading.Pilot(new Volts(high), new Volts(pwm ? -12 : high)));
            sink.offer(new Reading.Contactor(closed));
            sink.offer(new Reading.Lock(locked));
            sink.offer(new Reading.Proximity(Optional.of(new Amps(32))));
            sink.offer(
                new Reading.Meter(
                    new WattHours(9), WattHours.ZERO, Watts.ZERO, List.of(), List.of()));
          },
          0,
          20,
          TimeUnit.MILLISECONDS);
    }

    @Override
    public ControlPilot controlPilot() {
      return signal -> {
        pwm = signal instanceof PilotSignal.Pwm;
        order("pilot " + signal);
      };
    }

    @Override
    public Contactors contactors() {
      return new Contactors() {
        @Override
        public void close(int phases) {
          closed = true;
          order("close");
        }

        @Override
        public void open() {
          closed = false;
          order("open");
        }
      };
    }

    @Override
    public Optional<ConnectorLock> connectorLock() {
      return Optional.of(
          new ConnectorLock() {
            @Override
            public void lock() {
              locked = true;
            }

            @Override
            public void unlock() {
              locked = false;
            }
          });
    }

    @Override
    public Optional<ResidualCurrent> residualCurrent() {
      return Optional.empty();
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
    public Optional<Indicator> indicator() {
      return Optional.empty();
    }

    @Override
    public Optional<Watchdog> watchdog() {
      return Optional.empty();
    }

    @Override
    public Optional<RawEthernet> rawEthernet() {
      return Optional.empty();
    }

    @Override
    public void close() {
      vehicle.shutdownNow();
      order("board closed");
      while (stuck) {
        LockSupport.park(this);
      }
    }
  }
}
