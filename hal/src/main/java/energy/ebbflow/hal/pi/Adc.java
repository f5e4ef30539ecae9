package energy.ebbflow.hal.pi;

import energy.ebbflow.hal.linux.Hardware;
import java.io.IOException;

/** An analogue-to-digital converter. Owned by one thread. */
interface Adc {
  /**
   * One sample.
   *
   * @param channel 0 to {@link Kind#channels()} - 1
   * @return V at the converter's input
   */
  double volts(int channel) throws IOException;

  /** The kinds that are known. */
  enum Kind {
    MCP3008(8, 10, true),
    MCP3208(8, 12, true),
    ADS1115(4, 16, false);

    private final int channels;
    private final int bits;
    private final boolean fast;

    Kind(int channels, int bits, boolean fast) {
      this.channels = channels;
      this.bits = bits;
      this.fast = fast;
    }

    int channels() {
      return channels;
    }

    /** Whether it takes several samples in each half-wave of 1 kHz. */
    boolean fast() {
      return fast;
    }
  }

  /** Microchip MCP3008 (10 bits) and MCP3208 (12 bits) on SPI, single-ended. */
  record Mcp(Hardware.SpiDevice spi, Kind kind, double reference) implements Adc {
    @Override
    public double volts(int channel) throws IOException {
      // Start bit, single-ended, three bits of channel (datasheets, figures 6-1 of both).
      byte[] request =
          kind == Kind.MCP3008
              ? new byte[] {1, (byte) (0x80 | channel << 4), 0}
              : new byte[] {(byte) (6 | channel >> 2), (byte) (channel << 6), 0};
      byte[] answer = spi.transfer(request);
      int mask = (1 << kind.bits - 8) - 1;
      // The bit before the value is always 0: a line that floats high shows there.
      if ((answer[1] & mask + 1) != 0) {
        throw new IOException(
            kind + ": expected the null bit before the value, got a one; is it connected?");
      }
      int raw = (answer[1] & mask) << 8 | answer[2] & 0xFF;
      return raw * reference / (1 << kind.bits);
    }
  }

  /**
   * Texas Instruments ADS1115 on I2C, single-shot at 860 samples a second, full scale 4.096 V. One
   * sample takes about 1.4 ms: too slow for a square wave of 1 kHz, right behind peak detectors.
   */
  record Ads(Hardware.I2c i2c) implements Adc {
    private static final int CONVERSION = 0;
    private static final int CONFIG = 1;

    /** Start, channel 0 to earth, ±4.096 V, single shot; 860 samples a second, no comparator. */
    private static final int START = 0xC3E3;

    private static final int READY = 0x80;
    private static final double FULL_SCALE = 4.096;
    private static final int LOOKS_MAX = 20;

    @Override
    public double volts(int channel) throws IOException {
      int config = START | channel << 12;
      i2c.write(new byte[] {CONFIG, (byte) (config >> 8), (byte) config});
      for (int look = 0; look < LOOKS_MAX; look++) {
        i2c.write(new byte[] {CONFIG});
        byte[] state = i2c.read(2);
        if (state.length == 2 && (state[0] & READY) != 0) {
          i2c.write(new byte[] {CONVERSION});
          byte[] value = i2c.read(2);
          if (value.length == 2) {
            return (short) (value[0] << 8 | value[1] & 0xFF) * FULL_SCALE / (1 << 15);
          }
        }
      }
      throw new IOException("ADS1115: expected a conversion within " + LOOKS_MAX + " looks");
    }
  }
}
