package energy.ebbflow.simulator.ev.machine;

import energy.ebbflow.simulator.ev.body.BodyView;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.model.EvInput;
import energy.ebbflow.simulator.ev.model.EvTime;
import energy.ebbflow.simulator.ev.model.UserWish;
import energy.ebbflow.simulator.ev.model.Wishes;
import energy.ebbflow.simulator.ev.script.VehicleStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The vehicle and its user. Pure: an input, what the sensors see and the time give the next state
 * and what is to be done.
 *
 * @param config the vehicle, as its user last left it
 * @param phase its state
 * @param diary what the user remembers
 * @param visit how far the steps of its visit are
 */
public record EvMachine(EvConfig config, EvPhase phase, Diary diary, Visit visit) {
  /** After a broken session a vehicle tries so often on its own. */
  static final int RETURNS_MAX = 3;

  /** A step's result. */
  public record Step(EvMachine next, List<EvEffect> effects) {}

  /** The vehicle drives up: the user's plan starts now. */
  public static EvMachine initial(EvConfig config, EvTime now) {
    return new EvMachine(
        config, new Unplugged(now.nanos(), false), Diary.EMPTY, Visit.begin(config, now.nanos()));
  }

  /** The machine after an input. */
  public Step step(EvInput input, BodyView body, EvTime time) {
    Diary seen = diary.after(phase, body, time, config.user());
    Visit looked = visit.seen(phase, body, time);
    EvMachine now = new EvMachine(config, phase, seen, looked);
    if (seen.unplugWanted(phase, time, config.user())) {
      return now.leave(time);
    }
    if (input instanceof EvInput.Tick) {
      Optional<VehicleStep> due = looked.due(config, body, time);
      if (due.isPresent()) {
        return UserSteps.take(now, due.get(), now.context(body, time));
      }
      if (now.triesAgain(body, time)) {
        return new Step(
            new EvMachine(config, Plugged.waiting(time.nanos(), false), seen, looked.returned()),
            List.of(new EvEffect.Note("the vehicle tries again")));
      }
    }
    return now.move(phase.on(input, now.context(body, time)), time);
  }

  private EvContext context(BodyView body, EvTime time) {
    Wishes wishes = visit.wishes();
    return new EvContext(
        config.with(visit.pending()),
        body,
        time,
        diary.stopWanted() ? wishes.with(UserWish.STOP) : wishes,
        diary.paused());
  }

  private Step move(Move move, EvTime time) {
    boolean pulled =
        move.effects().stream().anyMatch(e -> e instanceof EvEffect.Plug plug && !plug.in());
    if (!pulled) {
      return new Step(new EvMachine(config, move.next(), diary, visit), move.effects());
    }
    // A misbehaviour: the plug comes out in the middle of everything.
    List<EvEffect> effects = new ArrayList<>(move.effects());
    effects.add(new EvEffect.Contactor(false));
    effects.add(new EvEffect.CloseLink());
    // The fault is noted before the conversation is gone.
    Visit noted = move.next() instanceof Talking talking ? visit.misbehaved(talking.talk()) : visit;
    return gone(effects, noted, time);
  }

  /** The plug is pulled, whatever goes on. */
  Step leave(EvTime time) {
    List<EvEffect> effects =
        List.of(
            new EvEffect.Allow(0),
            new EvEffect.Ready(false),
            new EvEffect.Contactor(false),
            new EvEffect.Plug(false),
            new EvEffect.CloseLink());
    return gone(effects, visit, time);
  }

  private Step gone(List<EvEffect> first, Visit after, EvTime time) {
    List<EvEffect> effects = new ArrayList<>(first);
    if (!after.plugsAgain(config)) {
      effects.add(new EvEffect.Left());
    }
    return new Step(
        new EvMachine(config, new Unplugged(time.nanos(), true), diary, after.fresh()),
        List.copyOf(effects));
  }

  private boolean triesAgain(BodyView body, EvTime time) {
    return phase instanceof Parked parked
        && parked.why() == Parked.Why.BROKEN
        && visit.returns() < RETURNS_MAX
        && !body.contactorClosed()
        && context(body, time).digital()
        && visit.wishes().session() == UserWish.CHARGE
        && config
            .habits()
            .returnSeconds()
            .filter(s -> time.nanos() - parked.sinceNanos() >= EvContext.nanosOf(s))
            .isPresent();
  }

  /** Name of the state for people. */
  public String state() {
    return phase.name();
  }

  /**
   * Plugged in, and by the vehicle's own doing nothing will happen any more: no charger was found
   * or the session broke, it does not try again, no step is to come and the user has not said when
   * to leave. Only a pilot line could still wake it.
   */
  public boolean stranded() {
    boolean stuck =
        switch (phase) {
          case Plugged plugged -> plugged.deaf();
          case Parked parked ->
              parked.why() == Parked.Why.MUTE
                  || (parked.why() == Parked.Why.BROKEN
                      && (config.habits().returnSeconds().isEmpty()
                          || visit.returns() >= RETURNS_MAX));
          default -> false;
        };
    return stuck && visit.stepsAreOver(config) && config.user().unplugAfterSeconds().isEmpty();
  }

  /** The user has come and gone. */
  public boolean left() {
    return phase instanceof Unplugged unplugged && unplugged.left() && !visit.plugsAgain(config);
  }
}
