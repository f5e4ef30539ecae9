package energy.ebbflow.simulator.ev.model;

/** What the user wants of the session at this moment. */
public enum UserWish {
  /** It goes on. */
  CHARGE,
  /** It is to be paused, and resumed later. */
  PAUSE,
  /** It is to end. */
  STOP
}
