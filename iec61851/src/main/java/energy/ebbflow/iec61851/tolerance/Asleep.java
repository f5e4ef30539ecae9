package energy.ebbflow.iec61851.tolerance;

import energy.ebbflow.iec61851.PilotOffer;
import energy.ebbflow.iec61851.tolerance.MinimumCurrentEffect.Reason;
import java.util.Optional;

/**
 * The ladder was in vain, or the vehicle has simply had enough: PWM stays on offer, so that it can
 * come back whenever it likes.
 */
record Asleep() implements Phase {
  @Override
  public Phase next(Outbox out) {
    Situation s = out.situation();
    if (!s.connected()) {
      return new Inactive();
    }
    if (s.hardPause()) {
      // It slept before: whether it comes back afterwards says nothing about this pause.
      return Pausing.again(false, out);
    }
    if (!s.drawing()) {
      return this;
    }
    out.session(s.session().withClimbed(false));
    return Charging.resumed(s.now());
  }

  @Override
  public PilotOffer offer(Situation s) {
    return new PilotOffer.Basic(s.chargingAmps());
  }

  @Override
  public Optional<Reason> reasonAbove(Situation s) {
    return s.belowMinimum() ? Optional.of(Reason.RESUMING) : Optional.empty();
  }
}
