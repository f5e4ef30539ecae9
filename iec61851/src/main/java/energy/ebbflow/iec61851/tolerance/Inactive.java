package energy.ebbflow.iec61851.tolerance;

import energy.ebbflow.iec61851.PilotOffer;
import energy.ebbflow.iec61851.tolerance.MinimumCurrentEffect.Reason;
import java.util.Optional;

/** No vehicle, or no permission. */
record Inactive() implements Phase {
  @Override
  public Phase next(Outbox out) {
    Situation s = out.situation();
    if (!s.connected()) {
      return this;
    }
    // Nothing is concluded from its return: nobody saw what it did before.
    return s.session().again() ? new Resuming(s.now(), 0, false) : Charging.fresh(s.now());
  }

  @Override
  public PilotOffer offer(Situation s) {
    return new PilotOffer.None();
  }

  @Override
  public Optional<Reason> reasonAbove(Situation s) {
    return Optional.empty();
  }
}
