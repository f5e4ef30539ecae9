package energy.ebbflow.firmware.vehicles;

/** The memory of vehicles could not be read or written; the message is for people. */
public final class VehicleStoreException extends Exception {
  private static final long serialVersionUID = 1L;

  public VehicleStoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
