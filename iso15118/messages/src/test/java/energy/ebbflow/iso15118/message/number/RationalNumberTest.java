package energy.ebbflow.iso15118.message.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The quick way to a number of the wire gives what its decimal digits say. */
class RationalNumberTest {
  private static final int DRAWS = 200_000;

  @Test
  void nearestIsThatOfTheDecimalNumber() {
    Random random = new Random(20260411);
    for (int i = 0; i < DRAWS; i++) {
      int finest = -random.nextInt(5);
      double value = drawn(random);
      assertEquals(
          byDigits(value, finest), RationalNumber.nearest(value, finest), () -> "" + value);
    }
  }

  @Test
  void theMiddleGoesToTheEvenDigit() {
    // 1.035 is a little less than that as a double; its digits say the middle.
    assertEquals(new RationalNumber(-2, 104), RationalNumber.nearest(1.035, -2));
    assertEquals(new RationalNumber(-2, 12), RationalNumber.nearest(0.125, -2));
    assertEquals(new RationalNumber(0, -2), RationalNumber.nearest(-2.5, 0));
    assertEquals(new RationalNumber(1, 3277), RationalNumber.nearest(32_767.5, 0));
    assertEquals(new RationalNumber(0, -32_768), RationalNumber.nearest(-32_768.5, 0));
  }

  @Test
  void everyNumberOfTheWireComesBackAsItsDouble() {
    Random random = new Random(20260412);
    for (int i = 0; i < DRAWS; i++) {
      RationalNumber number =
          new RationalNumber(random.nextInt(256) - 128, random.nextInt(65_536) - 32_768);
      assertEquals(
          BigDecimal.valueOf(number.value(), -number.exponent()).doubleValue(),
          number.toDouble(),
          number::toString);
    }
  }

  @Test
  void whatIsNoNumberIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> RationalNumber.nearest(Double.NaN, 0));
    assertThrows(
        IllegalArgumentException.class, () -> RationalNumber.nearest(Double.POSITIVE_INFINITY, 0));
  }

  private static double drawn(Random random) {
    double sign = random.nextBoolean() ? 1 : -1;
    return switch (random.nextInt(5)) {
      // Digits of people: many of them lie in the middle of two steps.
      case 0 -> sign * random.nextInt(10_000_000) / 1000.0;
      case 1 -> sign * random.nextInt(1_000_000) / 100_000.0;
      case 2 -> sign * random.nextDouble() * 400_000;
      case 3 -> sign * Math.scalb(random.nextDouble(), random.nextInt(80) - 40);
      default -> sign * (random.nextInt(70_000) + 0.5);
    };
  }

  private static RationalNumber byDigits(double value, int finest) {
    int exponent = finest;
    BigDecimal exact = BigDecimal.valueOf(value);
    while (true) {
      BigDecimal scaled = exact.scaleByPowerOfTen(-exponent).setScale(0, RoundingMode.HALF_EVEN);
      if (scaled.compareTo(BigDecimal.valueOf(Short.MAX_VALUE)) <= 0
          && scaled.compareTo(BigDecimal.valueOf(Short.MIN_VALUE)) >= 0) {
        return new RationalNumber(exponent, scaled.intValueExact());
      }
      exponent++;
    }
  }
}
