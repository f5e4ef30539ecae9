package energy.ebbflow.iec61851.phases;

/** What the phase switch is told. */
public sealed interface PhaseInput {
  /**
   * A session begins; while one is under way only {@code allowed} changes.
   *
   * @param allowed whether this vehicle is on the allow-list. Switching may damage some vehicles,
   *     so it is off unless somebody has vouched for this one
   */
  record Begin(boolean allowed) implements PhaseInput {}

  /** The session ends, or the vehicle is unplugged: the contactors are open. */
  record End() implements PhaseInput {}

  /**
   * What the layers above want.
   *
   * @param requestWatts power that the energy service asks for, at least 0 W
   * @param hardLimitWatts power that safety, fuse or grid operator permit
   */
  record Demand(double requestWatts, double hardLimitWatts) implements PhaseInput {}

  /** Mirror contact of the contactors. */
  record ContactorFeedback(boolean closed) implements PhaseInput {}

  /** Time has passed; at least once a second. */
  record Tick() implements PhaseInput {}
}
