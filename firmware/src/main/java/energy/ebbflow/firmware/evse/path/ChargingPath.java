package energy.ebbflow.firmware.evse.path;

/** Which way a vehicle is being charged. Immutable. */
public sealed interface ChargingPath {
  /** No vehicle. */
  record Unplugged() implements ChargingPath {}

  /**
   * 5 % duty is on the line; the vehicle has not connected yet.
   *
   * @param sinceNanos when it began
   * @param attempt counts from 1 since plug-in
   * @param approached the vehicle has been heard on the link, without a session yet
   */
  record Digital(long sinceNanos, int attempt, boolean approached) implements ChargingPath {}

  /** A V2G session runs, or its vehicle sleeps and will come back. */
  record HighLevel(int attempt) implements ChargingPath {}

  /**
   * The signal is steady for a while so that the vehicle notices a new beginning.
   *
   * @param sinceNanos when it began
   * @param attempt attempts so far
   * @param then what comes next
   */
  record Quiet(long sinceNanos, int attempt, After then) implements ChargingPath {}

  /** The duty cycle tells the current. */
  record Basic() implements ChargingPath {}

  /** The session is over; the vehicle is still plugged. */
  record Ended() implements ChargingPath {}

  /** What follows a steady signal. */
  enum After {
    DIGITAL,
    BASIC
  }
}
