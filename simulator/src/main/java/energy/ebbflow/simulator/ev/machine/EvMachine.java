package energy.ebbflow.simulator.ev.machine;

import energy.ebbflow.simulator.ev.body.BodyView;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.model.EvInput;
import energy.ebbflow.simulator.ev.model.EvTime;
import energy.ebbflow.simulator.ev.model.Misbehaviour;
import energy.ebbflow.simulator.ev.model.UserWish;
import energy.ebbflow.simulator.ev.model.Wishes;
import java.util.ArrayList;
import java.util.List;

/**
 * The vehicle and its user. Pure: an input, what the sensors see and the time give the next state
 * and what is to be done.
 *
 * @param config the vehicle
 * @param phase its state
 * @param diary what the user remembers
 */
public record EvMachine(EvConfig config, EvPhase phase, Diary diary) {
  /** A step's result. */
  public record Step(EvMachine next, List<EvEffect> effects) {}

  /** The vehicle drives up: the user's plan starts now. */
  public static EvMachine initial(EvConfig config, EvTime now) {
    return new EvMachine(config, new Unplugged(now.nanos(), false), Diary.EMPTY);
  }

  /** The machine after an input. */
  public Step step(EvInput input, BodyView body, EvTime time) {
    Diary seen = diary.after(phase, body, time, config.user());
    // A fault happens once a visit: the second session of the same vehicle is in order.
    EvConfig mood =
        seen.misbehaved() >= config.misbehaviour().number()
            ? config.with(Misbehaviour.NONE)
            : config;
    Wishes wishes = seen.stopWanted() ? Wishes.CHARGE.with(UserWish.STOP) : Wishes.CHARGE;
    EvContext context = new EvContext(mood, body, time, wishes, seen.paused());
    if (seen.unplugWanted(phase, time, config.user())) {
      return leave(seen, time);
    }
    Move move = phase.on(input, context);
    boolean pulled =
        move.effects().stream().anyMatch(e -> e instanceof EvEffect.Plug plug && !plug.in());
    if (pulled) {
      // A misbehaviour: the plug comes out in the middle of everything.
      List<EvEffect> effects = new ArrayList<>(move.effects());
      effects.add(new EvEffect.Contactor(false));
      effects.add(new EvEffect.CloseLink());
      effects.add(new EvEffect.Left());
      return new Step(
          new EvMachine(config, new Unplugged(time.nanos(), true), seen), List.copyOf(effects));
    }
    return new Step(new EvMachine(config, move.next(), seen), move.effects());
  }

  private Step leave(Diary seen, EvTime time) {
    List<EvEffect> effects =
        List.of(
            new EvEffect.Allow(0),
            new EvEffect.Ready(false),
            new EvEffect.Contactor(false),
            new EvEffect.Plug(false),
            new EvEffect.CloseLink(),
            new EvEffect.Left());
    return new Step(new EvMachine(config, new Unplugged(time.nanos(), true), seen), effects);
  }

  /** Name of the state for people. */
  public String state() {
    return phase.name();
  }

  /** The user has come and gone. */
  public boolean left() {
    return phase instanceof Unplugged unplugged && unplugged.left();
  }
}
