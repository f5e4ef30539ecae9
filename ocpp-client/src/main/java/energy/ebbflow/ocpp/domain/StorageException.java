package energy.ebbflow.ocpp.domain;

/** A durable event could not be written; the message says where, why and what happens now. */
public final class StorageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StorageException(String message, Throwable cause) {
    super(message, cause);
  }
}
