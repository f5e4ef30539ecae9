package energy.ebbflow.firmware.circuit;

import java.util.function.BiConsumer;

/**
 * Where the outlets' threads meet: takes claims, hands out grants. A claim takes microseconds, so
 * it is decided on the thread of the outlet that makes it.
 */
public final class CircuitDesk {
  private final BiConsumer<Integer, Grant> hand;
  private final double capacityAmps;
  private Circuit circuit;

  /**
   * Makes the desk.
   *
   * @param hand gives a grant to an outlet; never blocks
   */
  public CircuitDesk(double capacityAmps, long turnNanos, BiConsumer<Integer, Grant> hand) {
    this.capacityAmps = capacityAmps;
    this.circuit = Circuit.initial(capacityAmps, turnNanos);
    this.hand = hand;
  }

  /** An outlet speaks. */
  public synchronized void claim(Claim claim, long nowNanos) {
    Circuit.Step step = circuit.claimed(claim, nowNanos);
    circuit = step.next();
    // Handed out under the lock: a newer grant never overtakes an older one.
    step.grants().forEach(hand);
  }

  /**
   * The grid operator limits the whole station.
   *
   * @param amps per phase; more than the circuit carries is no more
   */
  public synchronized void limit(double amps) {
    circuit = circuit.limited(Math.min(amps, capacityAmps));
  }
}
