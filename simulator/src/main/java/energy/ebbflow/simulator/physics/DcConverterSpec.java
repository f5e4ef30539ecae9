package energy.ebbflow.simulator.physics;

/**
 * A bidirectional DC converter as its maker would describe it.
 *
 * @param wattsMax most power in both directions, W
 * @param ampsMax most current in both directions, A
 * @param voltsMax highest output voltage, V
 * @param rampAmpsPerSecond how fast the current follows a new target
 * @param efficiency at full power, above 0 up to 1
 * @param standbyWatts own consumption from the grid while switched on, W
 */
public record DcConverterSpec(
    double wattsMax,
    double ampsMax,
    double voltsMax,
    double rampAmpsPerSecond,
    double efficiency,
    double standbyWatts) {

  public DcConverterSpec {
    if (!(wattsMax > 0 && ampsMax > 0 && voltsMax > 0 && rampAmpsPerSecond > 0)) {
      throw new IllegalArgumentException(
          "converter expects ratings above 0, got "
              + wattsMax
              + " W, "
              + ampsMax
              + " A, "
              + voltsMax
              + " V, "
              + rampAmpsPerSecond
              + " A/s");
    }
    if (!(efficiency > 0 && efficiency <= 1)) {
      throw new IllegalArgumentException(
          "converter efficiency expects a value above 0 up to 1, got " + efficiency);
    }
  }

  /** 20 kW, 60 A, 920 V: the bidirectional unit of the bench. */
  public static DcConverterSpec bidirectional20kW() {
    return new DcConverterSpec(20_000, 60, 920, 100, 0.955, 60);
  }
}
