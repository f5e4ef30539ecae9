package energy.ebbflow.hal.can;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * A frame of classic CAN with an identifier of 29 bits (CAN 2.0B, ISO 11898-1).
 *
 * @param id 0 to 0x1FFFFFFF
 * @param data 0 to 8 bytes
 */
public record CanFrame(int id, byte[] data) {
  /** Largest identifier. */
  public static final int MAX_ID = 0x1FFF_FFFF;

  /** Most bytes of one frame. */
  public static final int MAX_DATA = 8;

  public CanFrame {
    if (id < 0 || id > MAX_ID) {
      throw new IllegalArgumentException(
          "a CAN frame expects an identifier of 29 bits, got 0x" + Integer.toHexString(id));
    }
    if (data.length > MAX_DATA) {
      throw new IllegalArgumentException("a CAN frame expects at most 8 bytes, got " + data.length);
    }
    data = data.clone();
  }

  @Override
  public byte[] data() {
    return data.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CanFrame(int otherId, byte[] otherData)
        && id == otherId
        && Arrays.equals(data, otherData);
  }

  @Override
  public int hashCode() {
    return 31 * id + Arrays.hashCode(data);
  }

  /** As {@code candump} writes it: {@code 02A43FF0#11100000000000A0}. */
  @Override
  public String toString() {
    HexFormat hex = HexFormat.of().withUpperCase();
    return hex.toHexDigits(id) + "#" + hex.formatHex(data);
  }
}
