package energy.ebbflow.iso15118.secc.din;

import energy.ebbflow.iso15118.message.din.PhysicalValue;
import energy.ebbflow.iso15118.message.din.UnitSymbol;
import energy.ebbflow.iso15118.secc.ShortDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Our numbers as those of the wire, always with their unit. */
public final class Physical {
  private Physical() {}

  /** To 0.1 V. */
  public static PhysicalValue volts(double volts) {
    return value(volts, -1, UnitSymbol.V, RoundingMode.HALF_EVEN);
  }

  /** To 0.1 A. */
  public static PhysicalValue amps(double amps) {
    return value(amps, -1, UnitSymbol.A, RoundingMode.HALF_EVEN);
  }

  /** A limit in volt, rounded towards zero. */
  public static PhysicalValue voltsLimit(double volts) {
    return value(volts, -1, UnitSymbol.V, RoundingMode.DOWN);
  }

  /** A limit in ampere, rounded towards zero. */
  public static PhysicalValue ampsLimit(double amps) {
    return value(amps, -1, UnitSymbol.A, RoundingMode.DOWN);
  }

  /** A limit in watt, rounded towards zero. */
  public static PhysicalValue wattsLimit(double watts) {
    return value(watts, 0, UnitSymbol.W, RoundingMode.DOWN);
  }

  /** A number of the wire as ours; its field says the unit, whether or not the vehicle does. */
  public static double number(PhysicalValue value) {
    return new ShortDecimal(value.multiplier(), value.value()).number();
  }

  private static PhysicalValue value(
      double number, int finest, UnitSymbol unit, RoundingMode rounding) {
    ShortDecimal decimal = ShortDecimal.of(number, finest, rounding);
    return new PhysicalValue(decimal.exponent(), Optional.of(unit), decimal.value());
  }
}
