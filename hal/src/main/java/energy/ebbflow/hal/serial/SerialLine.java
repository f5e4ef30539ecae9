package energy.ebbflow.hal.serial;

import java.io.IOException;

/** An open serial line, or something that behaves like one. */
public interface SerialLine extends AutoCloseable {
  /**
   * Waits for bytes, at most about 100 ms.
   *
   * @return what has arrived, perhaps nothing
   * @throws IOException if the line is gone
   */
  byte[] read() throws IOException;

  /**
   * Hands bytes to the line.
   *
   * @throws IOException if the line is gone
   */
  void write(byte[] bytes) throws IOException;

  @Override
  void close();

  /** Opens lines; called again when a line has broken. */
  @FunctionalInterface
  interface Opener {
    /**
     * Opens the line.
     *
     * @throws IOException with one line for people
     */
    SerialLine open() throws IOException;
  }
}
