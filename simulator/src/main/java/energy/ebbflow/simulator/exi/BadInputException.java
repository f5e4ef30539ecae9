package energy.ebbflow.simulator.exi;

/** What the user gave is not what it should be; the message is the one line that is shown. */
final class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadInputException(String message) {
    super(message);
  }

  BadInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
