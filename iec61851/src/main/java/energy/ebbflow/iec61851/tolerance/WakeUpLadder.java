package energy.ebbflow.iec61851.tolerance;

import energy.ebbflow.iec61851.PilotOffer;
import java.util.List;

/**
 * What wakes vehicles that sleep through the return of PWM, seen to work in the field. Each rung is
 * a sequence on the pilot; then PWM is offered and the vehicle has its time to draw current.
 */
public final class WakeUpLadder {
  private static final long SECOND = 1_000_000_000L;

  /**
   * One signal of a rung.
   *
   * @param offer what is on the line
   * @param nanos for how long
   */
  public record Signal(PilotOffer offer, long nanos) {}

  private static final PilotOffer F = new PilotOffer.NotAvailable();
  private static final PilotOffer X1 = new PilotOffer.None();

  /** State F for 4 s, X1 for 750 ms: wakes most. */
  private static final List<Signal> FAULT_PULSE =
      List.of(new Signal(F, 4 * SECOND), new Signal(X1, 750_000_000L));

  /** As if unplugged: Think City, Zoe and Fiat 500e restart after 10 s without pilot. */
  private static final List<Signal> LONG_FAULT =
      List.of(new Signal(F, 10 * SECOND), new Signal(X1, 3 * SECOND));

  /** No PWM for 10 s, for vehicles that take state F as a reason to stay away. */
  private static final List<Signal> LONG_STEADY = List.of(new Signal(X1, 10 * SECOND));

  /** The rungs, bottom first. Six attempts, as other products make. */
  public static final List<List<Signal>> RUNGS =
      List.of(FAULT_PULSE, LONG_FAULT, LONG_STEADY, FAULT_PULSE, LONG_FAULT, LONG_STEADY);

  private WakeUpLadder() {}
}
