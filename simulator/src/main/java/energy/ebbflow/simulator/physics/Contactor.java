package energy.ebbflow.simulator.physics;

/**
 * A contactor at one instant.
 *
 * @param spec its times
 * @param commanded the coil is driven
 * @param closed the main contacts touch
 * @param waitSeconds time left until the contacts follow the coil
 * @param cycles how often the contacts have closed
 * @param fault how it is broken
 */
public record Contactor(
    ContactorSpec spec,
    boolean commanded,
    boolean closed,
    double waitSeconds,
    int cycles,
    ContactorFault fault) {

  /** A healthy open contactor. */
  public static Contactor open(ContactorSpec spec) {
    return new Contactor(spec, false, false, 0, 0, ContactorFault.NONE);
  }

  /** Drives the coil or lets it go; the contacts follow later. */
  public Contactor command(boolean close) {
    if (close == commanded) {
      return this;
    }
    double delay = close ? spec.closeSeconds() : spec.openSeconds();
    return new Contactor(spec, close, closed, delay, cycles, fault);
  }

  /** Breaks or mends it. */
  public Contactor with(ContactorFault newFault) {
    return new Contactor(spec, commanded, closed, waitSeconds, cycles, newFault);
  }

  /** What the mirror contact says. */
  public boolean feedback() {
    return closed && fault != ContactorFault.FEEDBACK_DEAD;
  }

  /** The contactor {@code seconds} later. */
  public Contactor after(double seconds) {
    boolean goal = target();
    if (goal == closed) {
      return waitSeconds == 0 ? this : withContacts(closed, 0);
    }
    double left = waitSeconds - seconds;
    return left > 1e-9 ? withContacts(closed, left) : withContacts(goal, 0);
  }

  private boolean target() {
    return switch (fault) {
      case NONE, FEEDBACK_DEAD -> commanded;
      case WELDED -> commanded || closed;
      case STUCK_OPEN -> false;
    };
  }

  private Contactor withContacts(boolean touch, double wait) {
    int count = touch && !closed ? cycles + 1 : cycles;
    return new Contactor(spec, commanded, touch, wait, count, fault);
  }
}
