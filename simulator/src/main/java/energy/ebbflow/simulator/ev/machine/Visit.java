package energy.ebbflow.simulator.ev.machine;

import energy.ebbflow.simulator.ev.body.BodyView;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.EvTime;
import energy.ebbflow.simulator.ev.model.Misbehaviour;
import energy.ebbflow.simulator.ev.model.UserWish;
import energy.ebbflow.simulator.ev.model.Wishes;
import energy.ebbflow.simulator.ev.script.Circumstances;
import energy.ebbflow.simulator.ev.script.Condition;
import energy.ebbflow.simulator.ev.script.Deed;
import energy.ebbflow.simulator.ev.script.Trigger;
import energy.ebbflow.simulator.ev.script.VehicleStep;
import energy.ebbflow.simulator.ev.talk.Talk;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far the steps of a visit are.
 *
 * @param next index of the step that is waited for
 * @param startNanos when the vehicle drove up
 * @param lastNanos when the step before was taken
 * @param since since when each condition holds
 * @param state name of the vehicle's state
 * @param stateNanos since when
 * @param wishes of the user
 * @param fault on order
 * @param misbehaved number of the latest fault on order that has happened; 0: none
 * @param returns how often the vehicle has tried again after a broken session
 */
record Visit(
    int next,
    long startNanos,
    long lastNanos,
    Map<Condition, Long> since,
    String state,
    long stateNanos,
    Wishes wishes,
    Misbehaviour fault,
    int misbehaved,
    int returns) {
  private static final double NANOS_PER_SECOND = 1e9;

  /** Below this nothing flows, A. */
  private static final double FLOW_AMPS = 1;

  Visit {
    since = Map.copyOf(since);
  }

  static Visit begin(EvConfig config, long nanos) {
    return new Visit(
        0, nanos, nanos, Map.of(), "", nanos, Wishes.CHARGE, config.misbehaviour(), 0, 0);
  }

  /** After a look at the vehicle. */
  Visit seen(EvPhase phase, BodyView body, EvTime time) {
    Map<Condition, Long> now = new EnumMap<>(Condition.class);
    for (Condition condition : Condition.values()) {
      if (holds(condition, phase, body)) {
        now.put(condition, since.getOrDefault(condition, time.nanos()));
      }
    }
    boolean same = phase.name().equals(state);
    return new Visit(
        next,
        startNanos,
        lastNanos,
        now,
        phase.name(),
        same ? stateNanos : time.nanos(),
        wishes,
        fault,
        Math.max(misbehaved, phase instanceof Talking talking ? talking.talk().misbehaved() : 0),
        returns);
  }

  private static boolean holds(Condition condition, EvPhase phase, BodyView body) {
    double amps = body.inletAmps() + body.phaseAmps();
    return switch (condition) {
      case PLUGGED -> body.plugged();
      case UNPLUGGED -> !body.plugged();
      case TALKING -> phase instanceof Talking;
      case CHARGING -> amps > FLOW_AMPS;
      case DISCHARGING -> amps < -FLOW_AMPS;
      case ENDED -> parked(phase, Parked.Why.ENDED) && !paused(phase);
      case PAUSED -> paused(phase);
      case BROKEN -> parked(phase, Parked.Why.BROKEN) || parked(phase, Parked.Why.MUTE);
      case ASLEEP -> phase instanceof Asleep;
      case LOCKED -> body.locked();
    };
  }

  private static boolean parked(EvPhase phase, Parked.Why why) {
    return phase instanceof Parked parked && parked.why() == why;
  }

  private static boolean paused(EvPhase phase) {
    return phase instanceof Parked parked && parked.paused().isPresent();
  }

  /** The step that is due now. */
  Optional<VehicleStep> due(EvConfig config, BodyView body, EvTime time) {
    if (stepsAreOver(config)) {
      return Optional.empty();
    }
    VehicleStep step = config.steps().get(next);
    Trigger trigger = step.trigger();
    // One fault at a time: the next one waits until the one before has happened.
    if (step.deed() instanceof Deed.Misbehave && !pending().equals(Misbehaviour.NONE)) {
      return Optional.empty();
    }
    return trigger.holds(circumstances(body, time)) ? Optional.of(step) : Optional.empty();
  }

  private Circumstances circumstances(BodyView body, EvTime time) {
    Map<Condition, Double> lasting = new EnumMap<>(Condition.class);
    since.forEach((condition, nanos) -> lasting.put(condition, seconds(time.nanos() - nanos)));
    return new Circumstances(
        lasting,
        state,
        seconds(time.nanos() - stateNanos),
        seconds(time.nanos() - startNanos),
        seconds(time.nanos() - lastNanos),
        body.socPercent());
  }

  private static double seconds(long nanos) {
    return nanos / NANOS_PER_SECOND;
  }

  /** After a step. */
  Visit taken(EvTime time, Wishes wanted, Misbehaviour ordered) {
    return new Visit(
        next + 1,
        startNanos,
        time.nanos(),
        since,
        state,
        stateNanos,
        wanted,
        ordered,
        misbehaved,
        returns);
  }

  /** After another try. */
  Visit returned() {
    return new Visit(
        next,
        startNanos,
        lastNanos,
        since,
        state,
        stateNanos,
        wishes,
        fault,
        misbehaved,
        returns + 1);
  }

  /** After a conversation that will not be seen again. */
  Visit misbehaved(Talk<?> talk) {
    return new Visit(
        next,
        startNanos,
        lastNanos,
        since,
        state,
        stateNanos,
        wishes,
        fault,
        Math.max(misbehaved, talk.misbehaved()),
        returns);
  }

  /** The plug is out: whoever plugs in again wants to charge. */
  Visit fresh() {
    Wishes anew = new Wishes(UserWish.CHARGE, false, wishes.schedules(), wishes.services());
    return new Visit(
        next, startNanos, lastNanos, since, state, stateNanos, anew, fault, misbehaved, 0);
  }

  /** The fault that is still to happen. A fault happens once a visit. */
  Misbehaviour pending() {
    return fault.number() > misbehaved ? fault : Misbehaviour.NONE;
  }

  /** No step is to come. */
  boolean stepsAreOver(EvConfig config) {
    return next >= config.steps().size();
  }

  /** The user comes back with the plug later on. */
  boolean plugsAgain(EvConfig config) {
    return config
        .steps()
        .subList(Math.min(next, config.steps().size()), config.steps().size())
        .stream()
        .anyMatch(step -> step.deed() instanceof Deed.Plug);
  }
}
