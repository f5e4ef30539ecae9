package energy.ebbflow.simulator.ev.charging;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A number as ISO 15118-2 and DIN 70121 write it: 16 bits times a power of ten from -3 to 3.
 *
 * @param multiplier the power of ten
 * @param value -32768 to 32767
 */
public record Scaled(int multiplier, int value) {
  private static final int LARGEST = 3;

  /** The nearest number that has at most {@code digits} digits behind the point. */
  public static Scaled nearest(double number, int digits) {
    return of(number, digits, RoundingMode.HALF_EVEN);
  }

  /** A limit, rounded towards zero. */
  public static Scaled limit(double number, int digits) {
    return of(number, digits, RoundingMode.DOWN);
  }

  private static Scaled of(double number, int digits, RoundingMode rounding) {
    BigDecimal exact = BigDecimal.valueOf(number);
    for (int power = -digits; power <= LARGEST; power++) {
      BigDecimal scaled = exact.scaleByPowerOfTen(-power).setScale(0, rounding);
      if (scaled.abs().compareTo(BigDecimal.valueOf(Short.MAX_VALUE)) <= 0) {
        return new Scaled(power, scaled.intValueExact());
      }
    }
    return new Scaled(LARGEST, number < 0 ? -Short.MAX_VALUE : Short.MAX_VALUE);
  }

  /** The number that {@code value} times ten to the {@code multiplier} is. */
  public static double number(int multiplier, int value) {
    return BigDecimal.valueOf(value, -multiplier).doubleValue();
  }
}
