package energy.ebbflow.hal.mcu;

import java.util.Arrays;
import java.util.Optional;

/**
 * Consistent overhead byte stuffing (Cheshire and Baker, 1999): bytes without any zero, so that a
 * zero marks the end of a frame and a receiver finds the next frame after any disturbance. For
 * frames of at most 253 bytes, which need exactly one byte more.
 */
public final class Cobs {
  /** Longest input: longer ones would need a second code byte. */
  public static final int MAX_LENGTH = 253;

  private Cobs() {}

  /** The stuffed bytes, without the zero that ends a frame. */
  public static byte[] encode(byte[] plain) {
    if (plain.length > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "byte stuffing expects at most " + MAX_LENGTH + " bytes, got " + plain.length);
    }
    byte[] out = new byte[plain.length + 1];
    int code = 0;
    for (int i = 0; i < plain.length; i++) {
      if (plain[i] == 0) {
        out[code] = (byte) (i + 1 - code);
        code = i + 1;
      } else {
        out[i + 1] = plain[i];
      }
    }
    out[code] = (byte) (plain.length + 1 - code);
    return out;
  }

  /** Undoes {@link #encode}; empty if the bytes are not of that form. */
  public static Optional<byte[]> decode(byte[] stuffed) {
    if (stuffed.length == 0 || stuffed.length > MAX_LENGTH + 1) {
      return Optional.empty();
    }
    byte[] out = Arrays.copyOfRange(stuffed, 1, stuffed.length);
    int code = 0;
    while (true) {
      int distance = stuffed[code] & 0xFF;
      int next = code + distance;
      if (distance == 0 || next > stuffed.length) {
        return Optional.empty();
      }
      for (int i = code + 1; i < next; i++) {
        if (stuffed[i] == 0) {
          return Optional.empty();
        }
      }
      if (next == stuffed.length) {
        return Optional.of(out);
      }
      out[next - 1] = 0;
      code = next;
    }
  }
}
