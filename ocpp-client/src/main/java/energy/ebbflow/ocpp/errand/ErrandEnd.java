package energy.ebbflow.ocpp.errand;

/**
 * How an errand ended.
 *
 * @param text for people; never a password
 */
public record ErrandEnd(long number, How how, String text) {
  /** What came of it. */
  public enum How {
    DONE,
    /** Done, and it counts once the station has restarted. */
    DONE_AFTER_RESTART,
    /** It did not work; another attempt may. */
    FAILED,
    /** The other side refuses us. */
    DENIED,
    /** This station cannot do it at all. */
    UNSUPPORTED
  }
}
