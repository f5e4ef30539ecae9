package energy.ebbflow.iso15118.transport;

/** A socket could not be set up; the text names the interface, address or file and what to do. */
public class TransportException extends Exception {
  private static final long serialVersionUID = 1L;

  public TransportException(String message) {
    super(message);
  }

  public TransportException(String message, Throwable cause) {
    super(message, cause);
  }
}
