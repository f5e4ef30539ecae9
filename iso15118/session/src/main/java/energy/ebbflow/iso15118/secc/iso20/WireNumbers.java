package energy.ebbflow.iso15118.secc.iso20;

import energy.ebbflow.iso15118.message.iso20.RationalNumber;

/**
 * Our numbers as those of the wire. The standard's exponents go from -3 to 3, so what is larger
 * than 32.767 million is clamped: no station is.
 */
public final class WireNumbers {
  private static final double LARGEST = 32_767_000;

  private WireNumbers() {}

  /** To 0.1 V. */
  public static RationalNumber volts(double volts) {
    return number(volts, -1);
  }

  /** To 0.01 A up to 327 A, to 0.1 A above. */
  public static RationalNumber amps(double amps) {
    return number(amps, -2);
  }

  /** To 1 W up to 32 kW, to 10 W above. */
  public static RationalNumber watts(double watts) {
    return number(watts, 0);
  }

  /**
   * A limit in watts, rounded towards zero: a rounded limit is never above the real one.
   *
   * @param watts magnitude, at least 0
   */
  public static RationalNumber wattsLimit(double watts) {
    return limit(watts, 0);
  }

  /** A limit in ampere, rounded towards zero. */
  public static RationalNumber ampsLimit(double amps) {
    return limit(amps, -2);
  }

  /** A limit in volt, rounded towards zero. */
  public static RationalNumber voltsLimit(double volts) {
    return limit(volts, -1);
  }

  /** To 0.01 Hz. */
  public static RationalNumber hertz(double hertz) {
    return number(hertz, -2);
  }

  private static RationalNumber number(double value, int finest) {
    return RationalNumber.nearest(Math.clamp(value, -LARGEST, LARGEST), finest);
  }

  private static RationalNumber limit(double value, int finest) {
    RationalNumber near = number(value, finest);
    return near.toDouble() > value && near.value() > 0
        ? new RationalNumber(near.exponent(), near.value() - 1)
        : near;
  }
}
