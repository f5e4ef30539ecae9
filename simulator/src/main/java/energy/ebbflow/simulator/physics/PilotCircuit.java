package energy.ebbflow.simulator.physics;

import energy.ebbflow.hal.PilotSignal;

/**
 * The control-pilot circuit of IEC 61851-1 Figure A.1: a ±12 V source behind 1 kΩ in the station, a
 * diode and the switched resistors in the vehicle.
 *
 * @param sourceVolts amplitude of the generator, V; nominal 12
 * @param sourceOhms R1, Ω; nominal 1000
 */
public record PilotCircuit(double sourceVolts, double sourceOhms) {
  /** Values of IEC 61851-1 Table A.2 and A.5. */
  public static final PilotCircuit NOMINAL = new PilotCircuit(12, 1000);

  /** Forward voltage of the vehicle's diode at a few milliampere. */
  static final double DIODE_VOLTS = 0.7;

  /** Resistance of a short circuit. */
  static final double SHORT_OHMS = 5;

  /** Levels that the station's detector sees. */
  public PilotLevels levels(PilotSignal signal, PilotLoad load) {
    return switch (signal) {
      case PilotSignal.Steady _ -> steady(sourceVolts, load);
      case PilotSignal.Pwm _ -> new PilotLevels(at(sourceVolts, load), at(-sourceVolts, load));
      case PilotSignal.Zero _ -> steady(0, load);
      case PilotSignal.Negative _ -> steady(-sourceVolts, load);
    };
  }

  private PilotLevels steady(double volts, PilotLoad load) {
    double level = at(volts, load);
    return new PilotLevels(level, level);
  }

  private double at(double source, PilotLoad load) {
    if (load.shorted()) {
      return source * SHORT_OHMS / (SHORT_OHMS + sourceOhms);
    }
    if (Double.isInfinite(load.ohms())) {
      return source;
    }
    if (!load.diode()) {
      return source * load.ohms() / (load.ohms() + sourceOhms);
    }
    if (source <= DIODE_VOLTS) {
      // The diode blocks: no current, the full source voltage stands at the detector.
      return source;
    }
    return (source - DIODE_VOLTS) * load.ohms() / (load.ohms() + sourceOhms) + DIODE_VOLTS;
  }
}
