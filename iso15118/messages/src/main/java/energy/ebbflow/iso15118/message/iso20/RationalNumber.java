package energy.ebbflow.iso15118.message.iso20;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * RationalNumberType. A number: {@code value} times ten to the power of {@code exponent}.
 *
 * @param exponent the power of ten to multiply with; -128 to 127
 * @param value the value before the power of ten is applied; -32768 to 32767
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_TYPES)
public record RationalNumber(
    @ExiElement("Exponent") @Range(min = Byte.MIN_VALUE, max = Byte.MAX_VALUE) int exponent,
    @ExiElement("Value") @Range(min = Short.MIN_VALUE, max = Short.MAX_VALUE) int value) {
  private static final BigDecimal LARGEST = BigDecimal.valueOf(Short.MAX_VALUE);
  private static final BigDecimal SMALLEST = BigDecimal.valueOf(Short.MIN_VALUE);

  /** Powers of ten that a double holds exactly. */
  private static final double[] TENS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

  /** Above it the scaled number of {@link #nearest} would not have a digit for its fraction. */
  private static final double QUICK_MAX = 1e9;

  /** So near to the middle of two numbers the digits of the decimal number decide. */
  private static final double TIE = 1e-4;

  /** Checks the bounds that the schema sets. */
  public RationalNumber {
    Facets.range("Exponent", exponent, -128, 127);
    Facets.range("Value", value, -32768, 32767);
  }

  /** A whole number without a power of ten; -32768 to 32767. */
  public static RationalNumber of(int value) {
    return new RationalNumber(0, value);
  }

  /**
   * The number nearest to {@code value}, with as many digits as fit, and no digit beyond
   * 10<sup>{@code finestExponent}</sup>: 230.4 with -1 is 2304 times 10<sup>-1</sup>.
   *
   * @param value a finite number
   * @param finestExponent the power of ten of the last digit that matters; -128 to 0
   * @throws IllegalArgumentException when the number is not finite or too large for any exponent
   */
  public static RationalNumber nearest(double value, int finestExponent) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a rational number must be finite, got " + value);
    }
    int exponent = finestExponent;
    while (exponent > -TENS.length && exponent < TENS.length && Math.abs(value) < QUICK_MAX) {
      double scaled = exponent < 0 ? value * TENS[-exponent] : value / TENS[exponent];
      double whole = Math.rint(scaled);
      if (!(Math.abs(scaled) < QUICK_MAX) || Math.abs(Math.abs(scaled - whole) - 0.5) < TIE) {
        break;
      }
      if (whole <= Short.MAX_VALUE && whole >= Short.MIN_VALUE) {
        return new RationalNumber(exponent, (int) whole);
      }
      exponent++;
    }
    return exactlyNearest(value, exponent);
  }

  /** The same by the decimal digits of the number, which decide where it lies in the middle. */
  private static RationalNumber exactlyNearest(double value, int finestExponent) {
    int exponent = finestExponent;
    BigDecimal exact = BigDecimal.valueOf(value);
    BigDecimal scaled = rounded(exact, exponent);
    while (scaled.compareTo(LARGEST) > 0 || scaled.compareTo(SMALLEST) < 0) {
      exponent++;
      scaled = rounded(exact, exponent);
    }
    return new RationalNumber(exponent, scaled.intValueExact());
  }

  /** The number as a double, correctly rounded. */
  public double toDouble() {
    // One operation on exact numbers is correctly rounded.
    if (exponent > -TENS.length && exponent < TENS.length) {
      return exponent < 0 ? value / TENS[-exponent] : value * TENS[exponent];
    }
    return BigDecimal.valueOf(value, -exponent).doubleValue();
  }

  private static BigDecimal rounded(BigDecimal value, int exponent) {
    return value.scaleByPowerOfTen(-exponent).setScale(0, RoundingMode.HALF_EVEN);
  }
}
