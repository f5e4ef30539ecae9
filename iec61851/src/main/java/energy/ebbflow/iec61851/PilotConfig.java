package energy.ebbflow.iec61851;

/**
 * What the pilot machine must know about its station.
 *
 * @param ventilation whether the place is ventilated, so that state D may be energised
 * @param timing every time of the machine
 */
public record PilotConfig(boolean ventilation, PilotTiming timing) {
  /** A station with the standard's times. */
  public static PilotConfig standard(boolean ventilation) {
    return new PilotConfig(ventilation, PilotTiming.STANDARD);
  }
}
