package energy.ebbflow.simulator.board.driver;

import energy.ebbflow.hal.Board;
import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.hal.ConnectorLock;
import energy.ebbflow.hal.Contactors;
import energy.ebbflow.hal.ControlPilot;
import energy.ebbflow.hal.Indicator;
import energy.ebbflow.hal.IsolationMonitor;
import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.PowerConverter;
import energy.ebbflow.hal.RawEthernet;
import energy.ebbflow.hal.ReadingSink;
import energy.ebbflow.hal.ResidualCurrent;
import energy.ebbflow.hal.Watchdog;
import energy.ebbflow.simulator.board.VirtualBoard;
import energy.ebbflow.simulator.board.VirtualBoardSpec;
import energy.ebbflow.simulator.cable.VehicleSide;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The virtual board behind the ports. Commands may come from any thread; those before {@link
 * #start} wait in {@code hal}'s sense: there is no power before it.
 */
final class SimulatedBoard implements Board {
  private final String name;
  private final VirtualBoardSpec spec;
  private final boolean hasLock;
  private final Optional<MeterFile> meter;
  private final BoardClock clock;
  private final VehicleSide vehicle;
  private volatile @Nullable BoardThread thread;

  SimulatedBoard(
      String name,
      VirtualBoardSpec spec,
      boolean hasLock,
      Optional<MeterFile> meter,
      BoardClock clock,
      VehicleSide vehicle) {
    this.name = name;
    this.spec = spec;
    this.hasLock = hasLock;
    this.meter = meter;
    this.clock = clock;
    this.vehicle = vehicle;
  }

  @Override
  public void start(ReadingSink sink) {
    BoardThread fresh = new BoardThread(name, spec, meter, clock, vehicle, sink);
    thread = fresh;
    fresh.start();
  }

  private void command(Consumer<VirtualBoard> command) {
    BoardThread running = thread;
    if (running == null) {
      throw new IllegalStateException("the board was commanded before it was started");
    }
    running.command(command);
  }

  @Override
  public ControlPilot controlPilot() {
    return (PilotSignal signal) -> command(board -> board.apply(signal));
  }

  @Override
  public Contactors contactors() {
    return new Contactors() {
      @Override
      public void close(int phases) {
        command(board -> board.closeContactors(phases));
      }

      @Override
      public void open() {
        command(VirtualBoard::openContactors);
      }
    };
  }

  @Override
  public Optional<ConnectorLock> connectorLock() {
    if (!hasLock) {
      return Optional.empty();
    }
    return Optional.of(
        new ConnectorLock() {
          @Override
          public void lock() {
            command(board -> board.lock(true));
          }

          @Override
          public void unlock() {
            command(board -> board.lock(false));
          }
        });
  }

  @Override
  public Optional<ResidualCurrent> residualCurrent() {
    return spec.dc().isPresent()
        ? Optional.empty()
        : Optional.of(() -> command(VirtualBoard::testResidualCurrent));
  }

  @Override
  public Optional<PowerConverter> powerConverter() {
    return spec.dc().map(_ -> order -> command(board -> board.converter(order)));
  }

  @Override
  public Optional<IsolationMonitor> isolationMonitor() {
    return spec.dc()
        .map(
            _ ->
                new IsolationMonitor() {
                  @Override
                  public void start() {
                    command(board -> board.measureIsolation(true));
                  }

                  @Override
                  public void stop() {
                    command(board -> board.measureIsolation(false));
                  }
                });
  }

  /** The bench has no lamps: the timeline shows the state. */
  @Override
  public Optional<Indicator> indicator() {
    return Optional.empty();
  }

  @Override
  public Optional<Watchdog> watchdog() {
    return Optional.of(
        () -> {
          BoardThread running = thread;
          if (running != null) {
            running.feed();
          }
        });
  }

  /** SLAC frames do not travel on the bench: the vehicle starts with SDP. */
  @Override
  public Optional<RawEthernet> rawEthernet() {
    return Optional.empty();
  }

  @Override
  public void close() {
    BoardThread running = thread;
    if (running == null) {
      vehicle.close();
    } else {
      running.close();
    }
  }
}
