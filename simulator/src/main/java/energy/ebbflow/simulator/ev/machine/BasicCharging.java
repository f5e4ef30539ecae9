package energy.ebbflow.simulator.ev.machine;

import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.model.EvInput;
import energy.ebbflow.simulator.ev.model.UserWish;
import energy.ebbflow.simulator.physics.OnboardChargerSpec;
import java.util.Optional;

/**
 * Charging by the pilot line alone (IEC 61851-1 mode 3).
 *
 * @param offeredNanos since when the pilot offers current; {@link #NOT_OFFERED} while it does not
 * @param withdrawnNanos since when it does not offer any; {@link #NOT_OFFERED} while it does
 * @param ready the switch of the pilot line is closed
 * @param allowedAmps what the on-board charger was told
 * @param idleNanos since when less is offered than the vehicle can use; {@link #NOT_OFFERED} while
 *     it can use it
 */
public record BasicCharging(
    long offeredNanos, long withdrawnNanos, boolean ready, double allowedAmps, long idleNanos)
    implements EvPhase {
  private static final long NOT_OFFERED = Long.MAX_VALUE;

  /**
   * Without an offer the vehicle goes to B when its current is gone, at the latest after this: less
   * than the 6 s after which the station opens by force (IEC 61851-1 Table A.6).
   */
  static final long BACK_NANOS = 4_000_000_000L;

  /** The current is gone, A. */
  private static final double NO_AMPS = 0.5;

  /** A duty changes by less than this from noise alone, A. */
  private static final double SAME_AMPS = 0.05;

  static BasicCharging waiting(long nanos) {
    return new BasicCharging(nanos, NOT_OFFERED, false, 0, NOT_OFFERED);
  }

  @Override
  public Move on(EvInput input, EvContext context) {
    double least =
        context.config().body().onboardCharger().map(OnboardChargerSpec::ampsMin).orElse(0.0);
    boolean usable = context.pilotAmps() > 0 && context.pilotAmps() >= least;
    long idle = usable ? NOT_OFFERED : Math.min(idleNanos, context.nanos());
    boolean tired =
        context
            .config()
            .habits()
            .sleepSeconds()
            .filter(s -> !usable && context.nanos() - idle >= EvContext.nanosOf(s))
            .isPresent();
    if (tired) {
      return Move.to(
          Asleep.now(),
          new EvEffect.Allow(0),
          new EvEffect.Ready(false),
          new EvEffect.Note("nothing usable is offered: the vehicle falls asleep"));
    }
    boolean wanted = context.pilotAmps() > 0 && context.wish() == UserWish.CHARGE;
    return wanted ? offered(idle, context) : withdrawn(idle, context);
  }

  private Move offered(long idle, EvContext context) {
    double amps = context.pilotAmps();
    long since = Math.min(offeredNanos, context.nanos());
    if (ready) {
      boolean same = Math.abs(amps - allowedAmps) < SAME_AMPS;
      BasicCharging next = new BasicCharging(since, NOT_OFFERED, true, amps, idle);
      return same
          ? Move.stay(new BasicCharging(since, NOT_OFFERED, true, allowedAmps, idle))
          : Move.to(next, new EvEffect.Allow(amps));
    }
    long delay = EvContext.nanosOf(context.config().habits().readySeconds());
    if (context.nanos() - since < delay) {
      return Move.stay(new BasicCharging(since, NOT_OFFERED, false, 0, idle));
    }
    return Move.to(
        new BasicCharging(since, NOT_OFFERED, true, amps, idle),
        new EvEffect.Allow(amps),
        new EvEffect.Ready(true));
  }

  private Move withdrawn(long idle, EvContext context) {
    long since = Math.min(withdrawnNanos, context.nanos());
    if (ready && withdrawnNanos == NOT_OFFERED) {
      return Move.to(new BasicCharging(NOT_OFFERED, since, true, 0, idle), new EvEffect.Allow(0));
    }
    boolean back =
        Math.abs(context.body().phaseAmps()) < NO_AMPS || context.nanos() - since >= BACK_NANOS;
    if (!back) {
      return Move.stay(new BasicCharging(NOT_OFFERED, since, ready, 0, idle));
    }
    if (context.stopWanted()) {
      return Move.to(
          new Parked(Parked.Why.ENDED, context.nanos(), false, Optional.empty()),
          new EvEffect.Ready(false));
    }
    if (context.digital()) {
      // The station wants to talk: state B until it offers current again.
      return Move.to(Plugged.waiting(context.nanos(), false), new EvEffect.Ready(false));
    }
    BasicCharging waiting = new BasicCharging(NOT_OFFERED, since, false, 0, idle);
    return ready ? Move.to(waiting, new EvEffect.Ready(false)) : Move.stay(waiting);
  }

  @Override
  public String timelinePhase() {
    return ready ? "charge" : "plugged";
  }
}
