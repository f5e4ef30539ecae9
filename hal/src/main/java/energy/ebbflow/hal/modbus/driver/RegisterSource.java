package energy.ebbflow.hal.modbus.driver;

import java.io.IOException;

/** A device that can be asked for registers. */
interface RegisterSource {
  /**
   * Asks for registers, waits at most about a second.
   *
   * @param input input registers, otherwise holding registers
   * @return two bytes per register
   * @throws IOException with one line for people
   */
  byte[] read(boolean input, int address, int count) throws IOException;

  /**
   * Writes one holding register (function 16), waits at most about a second.
   *
   * @throws IOException with one line for people
   */
  void write(int address, int value) throws IOException;
}
