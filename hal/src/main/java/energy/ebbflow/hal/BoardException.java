package energy.ebbflow.hal;

/**
 * A board cannot be opened. The message is one line for people: what was expected, what came, what
 * happens now.
 */
public final class BoardException extends Exception {
  private static final long serialVersionUID = 1;

  /** Makes the exception from its one line. */
  public BoardException(String message) {
    super(message);
  }

  /** Makes the exception from its one line and the error below it. */
  public BoardException(String message, Throwable cause) {
    super(message, cause);
  }
}
