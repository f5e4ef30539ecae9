package energy.ebbflow.simulator.hardware;

import energy.ebbflow.hal.Reading;
import energy.ebbflow.simulator.board.Sensors;
import energy.ebbflow.simulator.mcu.SafetyMcu;
import java.util.List;
import java.util.Optional;

/**
 * The reference microcontroller of {@code docs/serial-protocol.md} with a played circuit as its
 * hardware.
 */
public final class McuDevice implements SerialDevice {
  /** What a microcontroller measures. */
  private static final List<Class<? extends Reading>> MEASURED =
      List.of(
          Reading.Pilot.class,
          Reading.Contactor.class,
          Reading.Lock.class,
          Reading.Proximity.class,
          Reading.ResidualCurrent.class,
          Reading.EmergencyStop.class,
          Reading.Grid.class,
          Reading.Earth.class,
          Reading.Supply.class,
          Reading.Temperature.class);

  private final Circuit circuit;
  private final Sensors sensors = new Sensors();
  private SafetyMcu mcu = new SafetyMcu();
  private Optional<SafetyMcu.Drive> driven = Optional.empty();

  /** A microcontroller that has just started. */
  public McuDevice(Circuit circuit) {
    this.circuit = circuit;
  }

  @Override
  public void restart() {
    mcu = new SafetyMcu();
    driven = Optional.empty();
  }

  @Override
  public byte[] step(byte[] received, long now) {
    MEASURED.forEach(kind -> circuit.last(kind).ifPresent(sensors::offer));
    byte[] answer = mcu.step(received, sensors, now);
    SafetyMcu.Drive next = mcu.drive(now);
    Optional<SafetyMcu.Drive> before = driven;
    if (before.isEmpty() || before.get().phases() != next.phases()) {
      circuit.contactors(next.phases());
    }
    if (before.isEmpty() || !before.get().pilot().equals(next.pilot())) {
      circuit.apply(next.pilot());
    }
    if (before.isEmpty() || before.get().locked() != next.locked()) {
      circuit.lock(next.locked());
    }
    driven = Optional.of(next);
    return answer;
  }
}
