package energy.ebbflow.simulator.physics;

/**
 * Peaks of the control pilot over one PWM period, measured at the station.
 *
 * @param highVolts positive peak, V
 * @param lowVolts negative peak, V; equal to {@code highVolts} for a steady signal
 */
public record PilotLevels(double highVolts, double lowVolts) {}
