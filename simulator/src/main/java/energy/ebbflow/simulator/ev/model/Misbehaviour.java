package energy.ebbflow.simulator.ev.model;

/**
 * How a vehicle breaks the rules, once, when it would send the request of a state.
 *
 * @param kind what it does
 * @param state name of the conversation's state, e.g. {@code PreCharge}; empty: the next request,
 *     whichever it is
 * @param number of the fault among those of one visit, at least 1: each happens once
 */
public record Misbehaviour(Kind kind, String state, int number) {
  /** The only fault of a visit. */
  public Misbehaviour(Kind kind, String state) {
    this(kind, state, 1);
  }

  /** Ways to misbehave. */
  public enum Kind {
    /** It does not. */
    NONE,
    /** It never sends anything again, and keeps the connection. */
    SILENT,
    /** It sends the request twice. */
    REPEAT,
    /** It uses another session's id. */
    WRONG_SESSION,
    /** It sends a request that does not belong here. */
    WRONG_ORDER,
    /** It sends half of the frame and nothing more. */
    TRUNCATED,
    /** It sends a frame whose length field exceeds every bound. */
    OVERSIZED,
    /** It sends a frame of random bytes. */
    GARBAGE,
    /** It asks for negative limits. */
    NEGATIVE_LIMITS,
    /** It resets the TCP connection. */
    RESET,
    /** The plug is pulled. */
    UNPLUG,
    /** It goes back to state B on the pilot while energy may flow. */
    PILOT_BACK
  }

  /** A vehicle that behaves. */
  public static final Misbehaviour NONE = new Misbehaviour(Kind.NONE, "");

  /** Whether it happens when the request of {@code stateName} is due. */
  public boolean at(String stateName) {
    return kind != Kind.NONE && (state.isEmpty() || state.equals(stateName));
  }
}
