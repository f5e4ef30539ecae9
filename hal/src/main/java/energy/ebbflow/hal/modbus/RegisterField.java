package energy.ebbflow.hal.modbus;

import java.nio.ByteBuffer;

/**
 * One value of a meter.
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
    /** Two's complement, two registers, high word first. */
    INT32(2),
    /** Two's complement, two registers, low word first. */
    INT32_LOW_FIRST(2),
    /** Two's complement, four registers, high word first. */
    INT64(4),
    /** Two's complement, one register. */
    INT16(1);

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
   * @param block registers as they came
   * @param first address of the first of them
   * @return may be infinite or not a number, if the meter says so
   */
  public double read(byte[] block, int first) {
    ByteBuffer in = ByteBuffer.wrap(block);
    int at = (address - first) * 2;
    double raw =
        switch (type) {
          case FLOAT32 -> in.getFloat(at);
          case INT32 -> in.getInt(at);
          case INT32_LOW_FIRST -> in.getShort(at + 2) << 16 | in.getShort(at) & 0xFFFF;
          case INT64 -> in.getLong(at);
          case INT16 -> in.getShort(at);
        };
    return raw * scale;
  }
}
