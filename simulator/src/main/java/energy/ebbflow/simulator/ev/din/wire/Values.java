package energy.ebbflow.simulator.ev.din.wire;

import energy.ebbflow.iso15118.message.din.PhysicalValue;
import energy.ebbflow.iso15118.message.din.UnitSymbol;
import energy.ebbflow.simulator.ev.charging.Scaled;
import java.util.Optional;

/** Numbers in the words of DIN 70121. */
public final class Values {
  private Values() {}

  public static PhysicalValue volts(double volts) {
    return value(Scaled.nearest(volts, 1), UnitSymbol.V);
  }

  public static PhysicalValue amps(double amps) {
    return value(Scaled.nearest(amps, 1), UnitSymbol.A);
  }

  /** A limit: never more than it is. */
  public static PhysicalValue ampsLimit(double amps) {
    return value(Scaled.limit(amps, 1), UnitSymbol.A);
  }

  /** A limit: never more than it is. */
  public static PhysicalValue wattsLimit(double watts) {
    return value(Scaled.limit(watts, 0), UnitSymbol.W);
  }

  public static PhysicalValue wattHours(double wattHours) {
    return value(Scaled.nearest(wattHours, 0), UnitSymbol.WH);
  }

  public static PhysicalValue seconds(double seconds) {
    return value(Scaled.nearest(seconds, 0), UnitSymbol.S);
  }

  public static double number(PhysicalValue value) {
    return Scaled.number(value.multiplier(), value.value());
  }

  public static PhysicalValue negated(PhysicalValue value) {
    return new PhysicalValue(value.multiplier(), value.unit(), -Math.abs(value.value()));
  }

  private static PhysicalValue value(Scaled scaled, UnitSymbol unit) {
    return new PhysicalValue(scaled.multiplier(), Optional.of(unit), scaled.value());
  }
}
