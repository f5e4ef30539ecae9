package energy.ebbflow.simulator.ev.iso20.wire;

import energy.ebbflow.iso15118.message.iso20.RationalNumber;

/** Numbers as a vehicle's computer resolves them. */
public final class Wire {
  /** One digit behind the point is what a vehicle's sensors resolve. */
  private static final int TENTHS = -1;

  private Wire() {}

  /** Volts and amperes. */
  public static RationalNumber tenths(double value) {
    return RationalNumber.nearest(value, TENTHS);
  }

  /** Watts and watt-hours. */
  public static RationalNumber watts(double value) {
    return RationalNumber.nearest(value, 0);
  }
}
