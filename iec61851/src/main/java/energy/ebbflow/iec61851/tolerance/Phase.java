package energy.ebbflow.iec61851.tolerance;

import energy.ebbflow.iec61851.PilotOffer;
import energy.ebbflow.iec61851.tolerance.MinimumCurrentEffect.Reason;
import java.util.Optional;

/** Where the policy is with a vehicle. Times are monotonic ns. */
sealed interface Phase
    permits Inactive, Charging, Pausing, Resuming, Waking, Asleep, Seeking, Withheld {
  /**
   * The next phase, itself if nothing changes. May be asked again in the same step until it answers
   * with itself.
   */
  Phase next(Outbox out);

  /** What is offered in this phase. */
  PilotOffer offer(Situation s);

  /** Why more than the request is offered, if it is. */
  Optional<Reason> reasonAbove(Situation s);
}
