package energy.ebbflow.iec61851.tolerance;

import energy.ebbflow.iec61851.PilotOffer;
import energy.ebbflow.iec61851.tolerance.MinimumCurrentEffect.Reason;
import java.util.Optional;

/** No vehicle, or no permission. */
record Inactive() implements Phase {
  @Override
  public Phase next(Outbox out) {
    Situation s = out.situation();
    return s.connected() ? Charging.fresh(s.now()) : this;
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
