package energy.ebbflow.simulator.hardware;

import energy.ebbflow.hal.modbus.RegisterField;
import java.util.Map;
import java.util.TreeMap;

/**
 * Registers of a played Modbus device. Registers that nobody has set are 0. Owned by one thread.
 */
public final class RegisterImage {
  private final Map<Integer, Short> registers = new TreeMap<>();

  /** Sets one register. */
  public void word(int address, int value) {
    registers.put(address, (short) value);
  }

  /** Sets the registers of a field so that it reads as {@code value}. */
  public void set(RegisterField field, double value) {
    double raw = value / field.scale();
    int at = field.address();
    long whole = Math.round(raw);
    switch (field.type()) {
      case FLOAT32 -> highFirst(at, Float.floatToIntBits((float) raw), 2);
      case FLOAT32_LOW_FIRST -> lowFirst(at, Float.floatToIntBits((float) raw), 2);
      case FLOAT64 -> highFirst(at, Double.doubleToLongBits(raw), 4);
      case INT32, UINT32 -> highFirst(at, whole, 2);
      case INT32_LOW_FIRST, UINT32_LOW_FIRST -> lowFirst(at, whole, 2);
      case INT64 -> highFirst(at, whole, 4);
      case INT64_LOW_FIRST -> lowFirst(at, whole, 4);
      case INT16, UINT16 -> word(at, (int) whole);
      // Three decimals fit the 24 bits for what a charging station measures, up to 8 kV or 8 kA;
      // power needs one decimal less for each digit more.
      case DECADE_UINT24, DECADE_INT24 -> decade(at, raw);
    }
  }

  private void decade(int at, double raw) {
    int exponent = -3;
    while (Math.abs(raw / Math.pow(10, exponent)) >= 1 << 23) {
      exponent++;
    }
    long mantissa = Math.round(raw / Math.pow(10, exponent)) & 0xFF_FFFF;
    highFirst(at, (long) (exponent & 0xFF) << 24 | mantissa, 2);
  }

  private void highFirst(int at, long bits, int count) {
    for (int i = 0; i < count; i++) {
      word(at + i, (int) (bits >> 16 * (count - 1 - i)));
    }
  }

  private void lowFirst(int at, long bits, int count) {
    for (int i = 0; i < count; i++) {
      word(at + i, (int) (bits >> 16 * i));
    }
  }

  /** The bytes of an answer. */
  public byte[] read(int address, int count) {
    byte[] out = new byte[count * 2];
    for (int i = 0; i < count; i++) {
      short value = registers.getOrDefault(address + i, (short) 0);
      out[2 * i] = (byte) (value >> 8);
      out[2 * i + 1] = (byte) value;
    }
    return out;
  }
}
