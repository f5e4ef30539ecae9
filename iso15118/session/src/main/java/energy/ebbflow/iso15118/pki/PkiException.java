package energy.ebbflow.iso15118.pki;

/** Key material is missing or unusable; the text names the file and what was expected in it. */
public final class PkiException extends Exception {
  private static final long serialVersionUID = 1L;

  public PkiException(String message) {
    super(message);
  }

  public PkiException(String message, Throwable cause) {
    super(message, cause);
  }
}
