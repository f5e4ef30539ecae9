package energy.ebbflow.simulator.exi.pcap;

/** A capture that cannot be read; the message names the offset. */
public final class CaptureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A failure with the one line that is shown. */
  public CaptureException(String message) {
    super(message);
  }
}
