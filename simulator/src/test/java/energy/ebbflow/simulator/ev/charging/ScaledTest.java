package energy.ebbflow.simulator.ev.charging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of 16 bits and a power of ten. */
class ScaledTest {
  @ParameterizedTest
  @CsvSource({
    "400.25,1,-1,4002",
    "3276.7,1,-1,32767",
    "3276.8,1,0,3277",
    "-40,1,-1,-400",
    "150000,0,1,15000",
    "0,0,0,0"
  })
  void takesTheFinestThatFits(double number, int digits, int multiplier, int value) {
    assertEquals(new Scaled(multiplier, value), Scaled.nearest(number, digits));
    assertEquals(
        Scaled.nearest(number, digits).value() * Math.pow(10, multiplier),
        Scaled.number(multiplier, value),
        1e-6);
  }

  @ParameterizedTest
  @CsvSource({"16.99,1", "12345.9,0", "327689,0"})
  void limitIsNeverMore(double limit, int digits) {
    Scaled scaled = Scaled.limit(limit, digits);
    assertTrue(Scaled.number(scaled.multiplier(), scaled.value()) <= limit);
  }

  @Test
  void whatDoesNotFitIsTheLargest() {
    assertEquals(new Scaled(3, 32_767), Scaled.nearest(1e9, 0));
    assertEquals(new Scaled(3, -32_767), Scaled.nearest(-1e9, 0));
  }
}
