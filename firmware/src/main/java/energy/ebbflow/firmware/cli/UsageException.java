package energy.ebbflow.firmware.cli;

/** What was asked for cannot be done; the message is the one line a person sees. Exit code 2. */
public final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }

  public UsageException(String message, Throwable cause) {
    super(message, cause);
  }
}
