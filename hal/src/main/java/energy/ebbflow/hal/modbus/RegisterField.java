package energy.ebbflow.hal.modbus;

import java.nio.ByteBuffer;
import java.util.OptionalDouble;

/**
 * One value of a device.
 *
 * @param address of its first register, from 0
 * @param type how the registers hold it
 * @param scale factor to the unit of its name
 */
public record RegisterField(int address, Type type, double scale) {
  /** How registers hold a number; each register is 16 bits, big-endian. */
  public enum Type {
    /** IEEE 754, two registers, high word first. */
    FLOAT32(2),
    /** IEEE 754, two registers, low word first. */
    FLOAT32_LOW_FIRST(2),
    /** IEEE 754, four registers, high word first. */
    FLOAT64(4),
    /** Two's complement, two registers, high word first. */
    INT32(2),
    /** Two's complement, two registers, low word first. */
    INT32_LOW_FIRST(2),
    /** Without sign, two registers, high word first. */
    UINT32(2),
    /** Without sign, two registers, low word first. */
    UINT32_LOW_FIRST(2),
    /** Two's complement, four registers, high word first. */
    INT64(4),
    /** Two's complement, four registers, low word first. */
    INT64_LOW_FIRST(4),
    /** Two's complement, one register. */
    INT16(1),
    /** Without sign, one register. */
    UINT16(1),
    /** Iskra T5: exponent of ten in the highest byte, 24 bits without sign, two registers. */
    DECADE_UINT24(2),
    /** Iskra T6: exponent of ten in the highest byte, 24 bits with sign, two registers. */
    DECADE_INT24(2);

    private final int registers;

    Type(int registers) {
      this.registers = registers;
    }

    /** How many registers it takes. */
    public int registers() {
      return registers;
    }
  }

  /** The register after the last. */
  public int end() {
    return address + type.registers();
  }

  /**
   * The value in its unit.
   *
   * <p>Devices say "I have no such value" with the extreme of the type: not a number, infinity, the
   * largest positive or the smallest negative integer, all ones without sign. No meter of an EVSE
   * measures those, so they are absent and never a measurement.
   *
   * @param block registers as they came
   * @param first address of the first of them
   * @return empty if the device says that there is no value
   */
  public OptionalDouble read(byte[] block, int first) {
    ByteBuffer in = ByteBuffer.wrap(block);
    int at = (address - first) * 2;
    return switch (type) {
      case FLOAT32 -> real(in.getFloat(at));
      case FLOAT32_LOW_FIRST -> real(Float.intBitsToFloat(swapped(in, at)));
      case FLOAT64 -> real(in.getDouble(at));
      case INT32 -> signed32(in.getInt(at));
      case INT32_LOW_FIRST -> signed32(swapped(in, at));
      case UINT32 -> unsigned32(in.getInt(at));
      case UINT32_LOW_FIRST -> unsigned32(swapped(in, at));
      case INT64 -> signed64(in.getLong(at));
      case INT64_LOW_FIRST ->
          signed64((long) swapped(in, at + 4) << 32 | swapped(in, at) & 0xFFFF_FFFFL);
      case INT16 -> {
        short raw = in.getShort(at);
        yield raw == Short.MAX_VALUE || raw == Short.MIN_VALUE ? absent() : scaled(raw);
      }
      case UINT16 -> {
        int raw = in.getShort(at) & 0xFFFF;
        yield raw == 0xFFFF ? absent() : scaled(raw);
      }
      case DECADE_UINT24 -> decade(in.get(at), in.getInt(at) & 0x00FF_FFFF);
      case DECADE_INT24 -> decade(in.get(at), in.getInt(at) << 8 >> 8);
    };
  }

  /** Two registers, low word first. */
  private static int swapped(ByteBuffer in, int at) {
    return in.getShort(at + 2) << 16 | in.getShort(at) & 0xFFFF;
  }

  private OptionalDouble real(double raw) {
    return Double.isFinite(raw) ? scaled(raw) : absent();
  }

  private OptionalDouble signed32(int raw) {
    return raw == Integer.MAX_VALUE || raw == Integer.MIN_VALUE ? absent() : scaled(raw);
  }

  private OptionalDouble unsigned32(int raw) {
    return raw == -1 ? absent() : scaled(Integer.toUnsignedLong(raw));
  }

  private OptionalDouble signed64(long raw) {
    return raw == Long.MAX_VALUE || raw == Long.MIN_VALUE ? absent() : scaled(raw);
  }

  private OptionalDouble decade(byte exponent, int raw) {
    return scaled(raw * Math.pow(10, exponent));
  }

  /** What is beyond all numbers once it is scaled was no value either. */
  private OptionalDouble scaled(double raw) {
    double value = raw * scale;
    return Double.isFinite(value) ? OptionalDouble.of(value) : absent();
  }

  private static OptionalDouble absent() {
    return OptionalDouble.empty();
  }
}
