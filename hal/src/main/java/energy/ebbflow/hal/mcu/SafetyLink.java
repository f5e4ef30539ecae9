package energy.ebbflow.hal.mcu;

import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.mcu.McuMessage.Outputs;
import java.util.List;

/**
 * The controller's side of the line to whoever owns pilot and contactors: frames in, readings out,
 * whatever the protocol. Immutable; owner is the thread of the serial port.
 */
public interface SafetyLink {
  /** What the line is told. */
  sealed interface Input {
    /** Bytes arrived; any number, cut anywhere. */
    record Received(byte[] bytes) implements Input {}

    /** The wish of the EVSE changed. */
    record Wish(Outputs outputs) implements Input {}

    /** Time has passed; at least every 10 ms. */
    record Tick() implements Input {}
  }

  /**
   * One step's outcome.
   *
   * @param next the line from now on
   * @param transmit frames to send, in this order
   * @param readings what is to be offered to the EVSE
   */
  record Step(SafetyLink next, List<byte[]> transmit, List<Reading> readings) {}

  /**
   * Takes in one input.
   *
   * @param now monotonic ns
   */
  Step step(Input input, long now);

  /**
   * The other side on a line that was lost and has been opened again: everything begins anew, but
   * what the board had before is still expected of it.
   *
   * @param now monotonic ns
   */
  SafetyLink anew(long now);
}
