package energy.ebbflow.simulator.hardware;

import java.util.Optional;

/** A played Modbus device. Called by the threads of a server, one at a time. */
public interface ModbusDevice {
  /**
   * Its registers now; input and holding registers are the same.
   *
   * @return empty if it is silent
   */
  Optional<RegisterImage> registers(long now);

  /** A holding register is written. */
  void write(int address, int value, long now);
}
