package energy.ebbflow.simulator.facts;

/**
 * A phase of the session.
 *
 * @param start virtual seconds
 * @param end virtual seconds; the last event's time while it runs
 * @param open whether it has not ended
 */
public record PhaseSpan(String name, double start, double end, boolean open) {
  /** How long it took, in s. */
  public double seconds() {
    return end - start;
  }
}
