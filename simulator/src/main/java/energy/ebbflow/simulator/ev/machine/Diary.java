package energy.ebbflow.simulator.ev.machine;

import energy.ebbflow.simulator.ev.body.BodyView;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvTime;
import energy.ebbflow.simulator.ev.model.PausedSession;
import energy.ebbflow.simulator.ev.model.UserPlan;
import java.util.Optional;

/**
 * What the user remembers of this visit; times in ns, {@link #NEVER} for what has not happened.
 *
 * @param pluggedNanos when the plug went in
 * @param energyNanos when energy first flowed
 * @param energySocPercent state of charge at that moment
 * @param lockedOnce the station has locked the plug
 * @param freeNanos since when the plug is free after having been locked, or the session has ended
 *     as agreed without it ever having been locked
 * @param stopWanted the user wants the end of charging
 * @param paused the session that may be joined again
 */
record Diary(
    long pluggedNanos,
    long energyNanos,
    double energySocPercent,
    boolean lockedOnce,
    long freeNanos,
    boolean stopWanted,
    Optional<PausedSession> paused) {

  static final long NEVER = Long.MAX_VALUE;

  /** Below this it is leakage, A. */
  private static final double FLOW_AMPS = 1;

  static final Diary EMPTY = new Diary(NEVER, NEVER, 0, false, NEVER, false, Optional.empty());

  Diary after(EvPhase phase, BodyView body, EvTime time, UserPlan plan) {
    if (!body.plugged()) {
      return EMPTY;
    }
    long now = time.nanos();
    boolean flows =
        Math.abs(body.inletAmps()) > FLOW_AMPS || Math.abs(body.phaseAmps()) > FLOW_AMPS;
    boolean first = flows && energyNanos == NEVER;
    long energy = first ? now : energyNanos;
    double socThen = first ? body.socPercent() : energySocPercent;
    boolean locked = lockedOnce || body.locked();
    boolean over =
        phase instanceof Parked at && at.why() == Parked.Why.ENDED && at.paused().isEmpty();
    boolean free = !body.locked() && (lockedOnce || over);
    return new Diary(
        Math.min(pluggedNanos, now),
        energy,
        socThen,
        locked,
        free ? Math.min(freeNanos, now) : NEVER,
        stopWanted || wantsStop(body, now, energy, socThen, plan),
        phase instanceof Parked parked && parked.why() == Parked.Why.ENDED
            ? parked.paused()
            : paused);
  }

  private static boolean wantsStop(
      BodyView body, long now, long energy, double socThen, UserPlan plan) {
    if (energy == NEVER) {
      return false;
    }
    boolean time = plan.stopAfterSeconds().filter(s -> elapsed(energy, now, s)).isPresent();
    boolean soc =
        plan.stopAtSocPercent()
            .filter(goal -> socThen < goal && body.socPercent() >= goal)
            .isPresent();
    return time || soc;
  }

  boolean unplugWanted(EvPhase phase, EvTime time, UserPlan plan) {
    if (phase instanceof Unplugged || pluggedNanos == NEVER) {
      return false;
    }
    long now = time.nanos();
    boolean hurry =
        plan.unplugAfterSeconds().filter(s -> elapsed(pluggedNanos, now, s)).isPresent();
    boolean done =
        plan.unplugAfterUnlockSeconds()
            .filter(s -> freeNanos != NEVER && elapsed(freeNanos, now, s))
            .isPresent();
    return hurry || done;
  }

  private static boolean elapsed(long since, long now, double seconds) {
    return now - since >= EvContext.nanosOf(seconds);
  }
}
