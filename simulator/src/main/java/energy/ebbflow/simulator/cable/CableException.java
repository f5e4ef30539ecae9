package energy.ebbflow.simulator.cable;

/** The cable's other end does not speak as expected; the link is closed and counts as unplugged. */
public final class CableException extends Exception {
  private static final long serialVersionUID = 1;

  CableException(String message) {
    super(message);
  }
}
