package energy.ebbflow.hal;

/** The control-pilot generator. Its level arrives as {@link Reading.Pilot}. */
public interface ControlPilot {
  /** Puts {@code signal} on the line at once. */
  void apply(PilotSignal signal);
}
