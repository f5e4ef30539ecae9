package energy.ebbflow.hal;

/** The power contactors of one outlet. Feedback arrives as {@link Reading.Contactor}. */
public interface Contactors {
  /**
   * Closes the contactors.
   *
   * @param phases 1 or 3 for AC, 1 for DC
   */
  void close(int phases);

  /** Opens all contactors; always permitted, idempotent. */
  void open();
}
