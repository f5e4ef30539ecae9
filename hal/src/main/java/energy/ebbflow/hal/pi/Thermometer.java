package energy.ebbflow.hal.pi;

import energy.ebbflow.hal.linux.Hardware;
import java.io.IOException;
import java.nio.file.Path;

/** A temperature sensor. Owned by one thread; a reading may take most of a second. */
@FunctionalInterface
interface Thermometer {
  /** Range that both kinds measure, °C; what lies outside is a broken sensor. */
  double CELSIUS_MIN = -55;

  double CELSIUS_MAX = 125;

  /** The temperature in °C, whatever the sensor says. */
  double raw() throws IOException;

  /**
   * The temperature in °C.
   *
   * @throws IOException if it does not answer or its answer cannot be
   */
  default double celsius() throws IOException {
    double value = raw();
    if (!(value >= CELSIUS_MIN && value <= CELSIUS_MAX)) {
      throw new IOException("expected -55 to 125 °C, got " + value + " °C");
    }
    return value;
  }

  /** Maxim DS18B20 on the kernel's 1-Wire bus. */
  record Ds18b20(Hardware hardware, Path file) implements Thermometer {
    /** Where the kernel shows the bus. */
    static final Path DEVICES = Path.of("/sys/bus/w1/devices");

    /** What the register holds before its first conversion (datasheet, Table 1). */
    private static final int POWER_ON_MILLIS = 85_000;

    /** A sensor by its identifier, {@code 28-…}. */
    static Ds18b20 of(Hardware hardware, String id) {
      return new Ds18b20(hardware, DEVICES.resolve(id).resolve("temperature"));
    }

    @Override
    public double raw() throws IOException {
      String text = hardware.read(file).strip();
      int millis;
      try {
        millis = Integer.parseInt(text);
      } catch (NumberFormatException e) {
        throw new IOException("expected thousandths of a degree, got \"" + text + "\"", e);
      }
      if (millis == POWER_ON_MILLIS) {
        throw new IOException("the sensor lost its supply: it shows its value of power-on, 85 °C");
      }
      return millis / 1000.0;
    }
  }

  /** LM75 and its relatives on I2C. */
  record Lm75(Hardware.I2c i2c) implements Thermometer {
    @Override
    public double raw() throws IOException {
      i2c.write(new byte[] {0});
      byte[] bytes = i2c.read(2);
      if (bytes.length != 2) {
        throw new IOException("expected 2 bytes, got " + bytes.length);
      }
      return (short) (bytes[0] << 8 | bytes[1] & 0xFF) / 256.0;
    }
  }
}
