package energy.ebbflow.hal.modbus.driver;

import java.io.IOException;

/** Something that can be asked for registers. */
interface RegisterSource extends AutoCloseable {
  /**
   * Asks for registers, waits at most about a second.
   *
   * @param input input registers, otherwise holding registers
   * @return two bytes per register
   * @throws IOException with one line for people
   */
  byte[] read(boolean input, int address, int count) throws IOException;

  @Override
  void close();
}
