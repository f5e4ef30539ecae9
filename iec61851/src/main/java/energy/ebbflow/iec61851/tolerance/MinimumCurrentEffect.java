package energy.ebbflow.iec61851.tolerance;

import energy.ebbflow.iec61851.PilotOffer;

/** What the minimum-current policy asks to be done or reported. */
public sealed interface MinimumCurrentEffect {
  /** The offer for the pilot machine. */
  record Offer(PilotOffer offer) implements MinimumCurrentEffect {}

  /**
   * More is offered than was asked for; to be reported upstream and in the journal, again whenever
   * it changes.
   *
   * @param requestAmps what was asked for
   * @param offeredAmps what is offered
   * @param reason why
   */
  record AboveRequest(double requestAmps, double offeredAmps, Reason reason)
      implements MinimumCurrentEffect {}

  /** No more is offered than was asked for. */
  record AboveRequestEnded() implements MinimumCurrentEffect {}

  /** A pause begins; to be reported upstream. */
  record Paused(PauseCause cause) implements MinimumCurrentEffect {}

  /** The vehicle draws current again after a pause. */
  record Resumed(long pauseSeconds, long resumeSeconds) implements MinimumCurrentEffect {}

  /**
   * The vehicle has not come back by itself and is being woken.
   *
   * @param rung which rung of the {@link WakeUpLadder}, from 1
   */
  record WakingUp(int rung) implements MinimumCurrentEffect {}

  /** The whole ladder was in vain; the minimum current stays on offer. */
  record DoesNotResume(long pauseSeconds) implements MinimumCurrentEffect {}

  /** Something was learned; to be stored under the vehicle's key. */
  record Learned(PauseTolerance tolerance) implements MinimumCurrentEffect {}

  /** Why more is offered than was asked for. */
  enum Reason {
    /** The vehicle was never tested, and now is no good time for it. */
    VEHICLE_NOT_TESTED,
    /** The vehicle does not come back from pauses. */
    VEHICLE_INTOLERANT,
    /** It has had all the pauses that one session may have. */
    INTERRUPTIONS_SPENT,
    /** The request has not been low for long enough, or charging has only just resumed. */
    HOLDING,
    /** A test has ended and the vehicle shows whether it comes back, or is being woken. */
    RESUMING,
    /** The vehicle draws nothing at its minimum; more is tried. */
    SEEKING_MINIMUM
  }

  /** Why there is a pause. */
  enum PauseCause {
    /** The energy service asks for less than the minimum, and the vehicle bears it. */
    REQUEST,
    /** The same, and the vehicle is on test. */
    TEST,
    /** A hard limit is below the minimum: the pause wins over the floor. */
    HARD_LIMIT
  }
}
