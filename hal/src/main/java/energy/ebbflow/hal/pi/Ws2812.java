package energy.ebbflow.hal.pi;

/**
 * Light-emitting diodes of the kind WS2812 on the data line of an SPI bus: at 2.4 MHz three SPI
 * bits are one bit of the diode, 110 for a one and 100 for a zero (datasheet: 0.4 µs and 0.8 µs
 * high of 1.25 µs). Colours go green, red, blue, the highest bit first; 50 µs of silence latch
 * them. Pure.
 */
final class Ws2812 {
  /** Clock of the SPI bus. */
  static final int HERTZ = 2_400_000;

  /** Silence of 80 µs. */
  static final int LATCH_BYTES = 24;

  private static final int COLOURS = 3;
  private static final int SPI_BITS = 3;

  private Ws2812() {}

  /** The bytes for a chain of diodes of one colour. */
  static byte[] bytes(Lamp lamp, int count) {
    int[] colours = {lamp.green(), lamp.red(), lamp.blue()};
    byte[] out = new byte[count * COLOURS * SPI_BITS + LATCH_BYTES];
    int at = 0;
    for (int diode = 0; diode < count; diode++) {
      for (int colour : colours) {
        int bits = 0;
        for (int bit = 7; bit >= 0; bit--) {
          bits = bits << SPI_BITS | ((colour >> bit & 1) == 1 ? 0b110 : 0b100);
        }
        out[at++] = (byte) (bits >> 16);
        out[at++] = (byte) (bits >> 8);
        out[at++] = (byte) bits;
      }
    }
    return out;
  }
}
