package energy.ebbflow.simulator.ev.body;

import energy.ebbflow.simulator.physics.BatterySpec;
import energy.ebbflow.simulator.physics.ContactorSpec;
import energy.ebbflow.simulator.physics.OnboardChargerSpec;
import java.util.Optional;

/**
 * What the vehicle is made of.
 *
 * @param battery the traction battery
 * @param soc state of charge at the start, 0 to 1
 * @param onboardCharger for AC; empty where the vehicle has none
 * @param pilot its end of the pilot line
 * @param contactor times of the DC contactor
 * @param cableAmps rating of the cable the user brings, A; 0 for a station's own cable
 */
public record BodySpec(
    BatterySpec battery,
    double soc,
    Optional<OnboardChargerSpec> onboardCharger,
    PilotEnd pilot,
    ContactorSpec contactor,
    double cableAmps) {

  /**
   * The vehicle's end of the pilot line.
   *
   * @param tolerance factor on its resistors, nominal 1
   * @param diode the diode is there
   * @param shorted pilot touches earth
   * @param ventilation it wants ventilation (state D in place of C)
   */
  public record PilotEnd(double tolerance, boolean diode, boolean shorted, boolean ventilation) {
    /** A healthy one. */
    public static final PilotEnd NOMINAL = new PilotEnd(1, true, false, false);
  }

  /** The same vehicle with another state of charge, 0 to 1. */
  public BodySpec withSoc(double other) {
    return new BodySpec(battery, other, onboardCharger, pilot, contactor, cableAmps);
  }
}
