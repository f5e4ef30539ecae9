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
   * @param known the vehicle has had a session since it was plugged: it speaks, but may sleep
   */
  record Digital(long sinceNanos, int attempt, boolean approached, boolean known)
      implements ChargingPath {
    /** A vehicle that has not been heard before. */
    public Digital(long sinceNanos, int attempt, boolean approached) {
      this(sinceNanos, attempt, approached, false);
    }
  }

  /** A V2G session runs. */
  record HighLevel(int attempt) implements ChargingPath {}

  /**
   * The session sleeps, the transaction goes on; the signal is steady.
   *
   * @param sinceNanos when it began
   * @param byStation there was no energy: the station wakes the vehicle when there is
   */
  record Paused(long sinceNanos, boolean byStation) implements ChargingPath {}

  /**
   * The signal rests for a while so that the vehicle notices a new beginning.
   *
   * @param sinceNanos when it began
   * @param attempt attempts so far
   * @param then what comes next
   * @param known the vehicle has had a session since it was plugged
   * @param stateF state F comes before the steady signal
   */
  record Quiet(long sinceNanos, int attempt, After then, boolean known, boolean stateF)
      implements ChargingPath {
    /** A steady signal. */
    public Quiet(long sinceNanos, int attempt, After then) {
      this(sinceNanos, attempt, then, false, false);
    }
  }

  /**
   * The duty cycle tells the current.
   *
   * @param attempt digital attempts before it
   */
  record Basic(int attempt) implements ChargingPath {}

  /** The session is over; the vehicle is still plugged. */
  record Ended() implements ChargingPath {}

  /** What follows a signal at rest. */
  enum After {
    DIGITAL,
    BASIC
  }
}
