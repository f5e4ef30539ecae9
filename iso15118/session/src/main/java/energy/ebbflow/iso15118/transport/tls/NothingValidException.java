package energy.ebbflow.iso15118.transport.tls;

import energy.ebbflow.iso15118.transport.TransportException;

/** There are chains, and each of them is out of its time; the text names them. */
public final class NothingValidException extends TransportException {
  private static final long serialVersionUID = 1L;

  NothingValidException(String message) {
    super(message);
  }
}
