package energy.ebbflow.simulator.physics;

import energy.ebbflow.hal.PowerConverter.Command;

/**
 * The regulation of a bidirectional DC converter at one instant. The voltage itself belongs to
 * {@link DcBus}; the regulator is given how the bus answers to its current and picks the current.
 *
 * @param spec ratings
 * @param command what it was told
 * @param amps current it drives into its output capacitor, signed
 * @param offSeconds how long it has been off
 * @param tripped a fault has switched it off for good; mended by {@link #reset}
 */
public record DcConverter(
    DcConverterSpec spec, Command command, double amps, double offSeconds, boolean tripped) {

  /** Resistance that discharges the output after switch-off. */
  static final double DISCHARGE_OHMS = 300;

  /** The discharge resistor is protected by a timer, or a connected battery would burn it. */
  static final double DISCHARGE_SECONDS = 5;

  /** While a voltage is held, current is taken back only above this excess. */
  static final double SINK_VOLTS = 5;

  /** Always there: measuring dividers and balancing resistors. */
  static final double BLEEDER_OHMS = 500_000;

  /** A converter that is off. */
  public static DcConverter off(DcConverterSpec spec) {
    return new DcConverter(spec, new Command.Off(), 0, DISCHARGE_SECONDS, false);
  }

  /** Gives it a new command. */
  public DcConverter command(Command next) {
    boolean switchedOff = next instanceof Command.Off && !(command instanceof Command.Off);
    return new DcConverter(spec, next, amps, switchedOff ? 0 : offSeconds, tripped);
  }

  /** A fault inside: no output until {@link #reset}. */
  public DcConverter trip() {
    return new DcConverter(spec, command, 0, 0, true);
  }

  /** The same without supply: no output, and nothing that could discharge it. */
  public DcConverter unsupplied() {
    return new DcConverter(spec, command, 0, DISCHARGE_SECONDS, true);
  }

  public DcConverter reset() {
    return new DcConverter(spec, command, 0, offSeconds, false);
  }

  private boolean isOff() {
    return tripped || command instanceof Command.Off;
  }

  /** Conductance of everything that loads the output inside the converter, S. */
  double conductance() {
    boolean discharging = isOff() && offSeconds < DISCHARGE_SECONDS;
    return 1 / BLEEDER_OHMS + (discharging ? 1 / DISCHARGE_OHMS : 0);
  }

  /**
   * The regulator {@code seconds} later.
   *
   * @param idleVolts voltage the output would have with no current from the converter
   * @param ohms by how many volts one ampere from the converter raises it
   */
  DcConverter after(double seconds, double idleVolts, double ohms) {
    if (isOff()) {
      return new DcConverter(spec, command, 0, offSeconds + seconds, tripped);
    }
    double next =
        switch (command) {
          case Command.Off _ -> 0;
          case Command.HoldVoltage hold -> {
            double limit = Math.min(hold.limit().value(), spec.ampsMax());
            double gap = Math.min(hold.volts().value(), spec.voltsMax()) - idleVolts;
            // It lowers the voltage of a capacitor, but takes nothing from a battery that matches.
            boolean matches = gap < 0 && gap > -SINK_VOLTS;
            yield matches ? 0 : clamp(gap / ohms, -limit, limit);
          }
          case Command.Current current -> regulated(current, seconds, idleVolts, ohms);
        };
    return new DcConverter(spec, command, next, 0, false);
  }

  private double regulated(Command.Current current, double seconds, double idleVolts, double ohms) {
    double step = spec.rampAmpsPerSecond() * seconds;
    double target = clamp(current.amps().value(), -spec.ampsMax(), spec.ampsMax());
    double next = clamp(target, amps - step, amps + step);
    double volts = Math.max(1, idleVolts + next * ohms);
    double powerLimit = spec.wattsMax() / volts;
    next = clamp(next, -powerLimit, powerLimit);
    double ceiling = Math.min(current.ceiling().value(), spec.voltsMax());
    double toCeiling = (ceiling - idleVolts) / ohms;
    double toFloor = (current.floor().value() - idleVolts) / ohms;
    if (next > 0) {
      return Math.min(next, Math.max(0, toCeiling));
    }
    return Math.max(next, Math.min(0, toFloor));
  }

  /** Power drawn from (positive) or fed into the grid for {@code outputWatts}, W. */
  public double gridWatts(double outputWatts) {
    double standby = isOff() ? 0 : spec.standbyWatts();
    return standby
        + (outputWatts >= 0 ? outputWatts / spec.efficiency() : outputWatts * spec.efficiency());
  }

  private static double clamp(double value, double low, double high) {
    return Math.max(low, Math.min(high, value));
  }
}
