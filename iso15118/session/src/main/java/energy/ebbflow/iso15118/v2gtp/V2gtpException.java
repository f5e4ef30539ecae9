package energy.ebbflow.iso15118.v2gtp;

/** A frame or datagram breaks the transfer protocol; the text says what was expected and came. */
public final class V2gtpException extends Exception {
  private static final long serialVersionUID = 1L;

  public V2gtpException(String message) {
    super(message);
  }
}
