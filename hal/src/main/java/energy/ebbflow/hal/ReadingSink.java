package energy.ebbflow.hal;

/** Takes readings from driver threads. Thread-safe, never blocks. */
@FunctionalInterface
public interface ReadingSink {
  /**
   * Offers one reading.
   *
   * @return false if the bounded queue was full; the EVSE has then been told to go to its safe
   *     state
   */
  boolean offer(Reading reading);
}
