package energy.ebbflow.simulator.physics;

/**
 * What the vehicle's inlet looks like to the charger: a Thevenin equivalent of the battery when the
 * vehicle's contactors are closed, otherwise nothing but the inlet's capacitor.
 *
 * @param connected the vehicle's contactors are closed
 * @param volts open-circuit voltage behind them, V
 * @param ohms resistance of battery and cable, Ω, above 0
 */
public record DcSource(boolean connected, double volts, double ohms) {
  /** An inlet with open contactors. */
  public static final DcSource NONE = new DcSource(false, 0, 1);

  public DcSource {
    if (!(ohms > 0 && Double.isFinite(ohms) && Double.isFinite(volts) && volts >= 0)) {
      throw new IllegalArgumentException(
          "DC source expects at least 0 V behind more than 0 Ω, got " + volts + " V, " + ohms);
    }
  }
}
