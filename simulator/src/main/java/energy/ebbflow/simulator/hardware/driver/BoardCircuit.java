package energy.ebbflow.simulator.hardware.driver;

import energy.ebbflow.hal.Board;
import energy.ebbflow.hal.ConnectorLock;
import energy.ebbflow.hal.IsolationMonitor;
import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.PowerConverter;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.simulator.hardware.Circuit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The simulated board as the circuit behind played devices. */
final class BoardCircuit implements Circuit, AutoCloseable {
  private final Board board;

  /** As many entries as there are kinds of readings. */
  private final Map<Class<?>, Reading> last = new ConcurrentHashMap<>();

  BoardCircuit(Board board) {
    this.board = board;
  }

  void start() {
    board.start(
        reading -> {
          last.put(reading.getClass(), reading);
          return true;
        });
    // A real monitor measures all the time; whether its value is wanted is not its concern.
    board.isolationMonitor().ifPresent(IsolationMonitor::start);
  }

  @Override
  public void apply(PilotSignal signal) {
    board.controlPilot().apply(signal);
  }

  @Override
  public void contactors(int phases) {
    if (phases == 0) {
      board.contactors().open();
    } else {
      board.contactors().close(phases);
    }
  }

  @Override
  public void lock(boolean locked) {
    board.connectorLock().ifPresent(locked ? ConnectorLock::lock : ConnectorLock::unlock);
  }

  @Override
  public void convert(PowerConverter.Command command) {
    board.powerConverter().ifPresent(converter -> converter.apply(command));
  }

  @Override
  public <R extends Reading> Optional<R> last(Class<R> kind) {
    return Optional.ofNullable(last.get(kind)).map(kind::cast);
  }

  @Override
  public void close() {
    board.close();
  }
}
