package energy.ebbflow.iso15118.secc;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A number as ISO 15118-2 and DIN 70121 write it: a 16-bit value times a power of ten.
 *
 * @param exponent -3 to 3
 * @param value -32767 to 32767
 */
public record ShortDecimal(int exponent, int value) {
  private static final int LARGEST_EXPONENT = 3;

  /**
   * The nearest there is to a number, with the finest step that has room for it.
   *
   * @param finest the smallest exponent wanted
   */
  public static ShortDecimal of(double number, int finest, RoundingMode rounding) {
    BigDecimal exact = BigDecimal.valueOf(number);
    for (int exponent = finest; exponent <= LARGEST_EXPONENT; exponent++) {
      BigDecimal scaled = exact.scaleByPowerOfTen(-exponent).setScale(0, rounding);
      if (scaled.abs().compareTo(BigDecimal.valueOf(Short.MAX_VALUE)) <= 0) {
        return new ShortDecimal(exponent, scaled.intValueExact());
      }
    }
    return new ShortDecimal(LARGEST_EXPONENT, number < 0 ? -Short.MAX_VALUE : Short.MAX_VALUE);
  }

  /** The number itself. */
  public double number() {
    return BigDecimal.valueOf(value, -exponent).doubleValue();
  }
}
