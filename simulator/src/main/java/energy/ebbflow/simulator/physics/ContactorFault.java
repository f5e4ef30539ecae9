package energy.ebbflow.simulator.physics;

/** How a contactor may be broken. */
public enum ContactorFault {
  /** It works. */
  NONE,
  /** The main contacts do not open any more; the mirror contact tells the truth. */
  WELDED,
  /** The coil is dead: it never closes. */
  STUCK_OPEN,
  /** It switches, but its mirror contact always says open. */
  FEEDBACK_DEAD
}
