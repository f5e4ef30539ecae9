package energy.ebbflow.iec61851.tolerance;

import energy.ebbflow.iec61851.PilotOffer;
import energy.ebbflow.iec61851.tolerance.Evidence.Outcome;
import energy.ebbflow.iec61851.tolerance.MinimumCurrentEffect.Reason;
import java.util.List;
import java.util.Optional;

/**
 * The vehicle climbs the {@link WakeUpLadder}.
 *
 * @param rung index of the rung
 * @param signal index of the signal of that rung; one past the last: PWM and waiting
 * @param signalSince when that signal began
 * @param failed what the vehicle slept through
 */
record Waking(int rung, int signal, long signalSince, Resuming failed) implements Phase {

  static Waking begin(Resuming failed, Outbox out) {
    out.add(new MinimumCurrentEffect.WakingUp(1));
    return new Waking(0, 0, out.situation().now(), failed);
  }

  private List<WakeUpLadder.Signal> signals() {
    return WakeUpLadder.RUNGS.get(rung);
  }

  private boolean waits() {
    return signal == signals().size();
  }

  @Override
  public Phase next(Outbox out) {
    Situation s = out.situation();
    if (!s.connected()) {
      return new Inactive();
    }
    if (s.hardPause()) {
      return Pausing.again(failed.counts(), out);
    }
    if (!waits()) {
      boolean over = s.now() - signalSince >= signals().get(signal).nanos();
      return over ? new Waking(rung, signal + 1, s.now(), failed) : this;
    }
    if (s.drawing()) {
      return failed.cameBack(Outcome.WOKEN, out);
    }
    if (s.secondsSince(signalSince) < s.config().resumeSeconds()) {
      return this;
    }
    if (rung + 1 < WakeUpLadder.RUNGS.size()) {
      out.add(new MinimumCurrentEffect.WakingUp(rung + 2));
      return new Waking(rung + 1, 0, s.now(), failed);
    }
    out.add(new MinimumCurrentEffect.DoesNotResume(failed.pausedSeconds()));
    out.session(s.session().withClimbed(true));
    failed.conclude(Outcome.LOST, 0, out);
    return new Asleep();
  }

  @Override
  public PilotOffer offer(Situation s) {
    return waits() ? new PilotOffer.Basic(s.chargingAmps()) : signals().get(signal).offer();
  }

  @Override
  public Optional<Reason> reasonAbove(Situation s) {
    return waits() && s.belowMinimum() ? Optional.of(Reason.RESUMING) : Optional.empty();
  }
}
