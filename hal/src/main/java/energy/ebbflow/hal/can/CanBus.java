package energy.ebbflow.hal.can;

import java.io.IOException;
import java.util.Optional;

/** An open CAN bus, or something that behaves like one. Used by one thread. */
public interface CanBus extends AutoCloseable {
  /**
   * Hands one frame to the bus.
   *
   * @return false if the bus takes no frame now, because nobody acknowledges those before it
   * @throws IOException if the bus is gone
   */
  boolean send(CanFrame frame) throws IOException;

  /**
   * Waits for the next frame with an identifier of 29 bits; other frames are passed over.
   *
   * @param millis how long at most, 0 to 1000
   * @return empty if none came
   * @throws IOException if the bus is gone, or its controller has switched itself off
   */
  Optional<CanFrame> receive(int millis) throws IOException;

  @Override
  void close();

  /** Opens buses; called again when one has broken. */
  @FunctionalInterface
  interface Opener {
    /**
     * Opens the bus.
     *
     * @throws IOException with one line for people
     */
    CanBus open() throws IOException;
  }
}
