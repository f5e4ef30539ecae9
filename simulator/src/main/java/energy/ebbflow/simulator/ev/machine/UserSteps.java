package energy.ebbflow.simulator.ev.machine;

import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.model.Misbehaviour;
import energy.ebbflow.simulator.ev.model.UserWish;
import energy.ebbflow.simulator.ev.model.Wishes;
import energy.ebbflow.simulator.ev.script.Deed;
import energy.ebbflow.simulator.ev.script.VehicleStep;
import java.util.ArrayList;
import java.util.List;

/** What the steps of a visit change. */
final class UserSteps {
  private UserSteps() {}

  /** The machine after a step. */
  static EvMachine.Step take(EvMachine now, VehicleStep step, EvContext context) {
    EvEffect note = new EvEffect.Note("step: " + step.when() + ": " + step.deed().text());
    Wishes wishes = now.visit().wishes();
    EvMachine.Step taken =
        switch (step.deed()) {
          case Deed.Plug _ -> plug(with(now, wishes, context), context);
          case Deed.Unplug _ -> with(now, wishes, context).leave(context.time());
          case Deed.Stop _ -> wish(now, wishes.with(UserWish.STOP), context);
          case Deed.Pause _ -> wish(now, wishes.with(UserWish.PAUSE), context);
          case Deed.Resume _ ->
              resume(with(now, wishes.with(UserWish.CHARGE).withStandby(false), context), context);
          case Deed.Standby _ -> wish(now, wishes.withStandby(true), context);
          case Deed.SetSoc soc ->
              new EvMachine.Step(
                  with(now, wishes, context), List.of(new EvEffect.Charge(soc.percent() / 100)));
          case Deed.ChangeNeeds needs ->
              stay(
                  configured(
                      with(now, wishes.anotherSchedule(), context),
                      now.config().with(needs(now.config().needs(), needs))));
          case Deed.AllowDischarge discharge ->
              stay(
                  configured(
                      with(now, wishes, context),
                      now.config()
                          .with(now.config().protocols().withBidirectional(discharge.allowed()))));
          case Deed.SetControl control ->
              stay(
                  configured(
                      with(now, wishes, context),
                      now.config()
                          .with(now.config().iso20().withControl(List.of(control.control())))));
          case Deed.RenegotiateSchedule _ -> wish(now, wishes.anotherSchedule(), context);
          case Deed.RenegotiateService _ -> wish(now, wishes.anotherService(), context);
          case Deed.Misbehave misbehave -> misbehave(now, misbehave, context);
        };
    List<EvEffect> effects = new ArrayList<>();
    effects.add(note);
    effects.addAll(taken.effects());
    return new EvMachine.Step(taken.next(), List.copyOf(effects));
  }

  private static EvMachine with(EvMachine now, Wishes wishes, EvContext context) {
    return new EvMachine(
        now.config(),
        now.phase(),
        now.diary(),
        now.visit().taken(context.time(), wishes, now.visit().fault()));
  }

  private static EvMachine.Step wish(EvMachine now, Wishes wishes, EvContext context) {
    return stay(with(now, wishes, context));
  }

  private static EvMachine.Step stay(EvMachine next) {
    return new EvMachine.Step(next, List.of());
  }

  private static EvMachine configured(EvMachine next, EvConfig config) {
    return new EvMachine(config, next.phase(), next.diary(), next.visit());
  }

  private static EvMachine.Step phase(EvMachine next, EvPhase phase, EvEffect... effects) {
    return new EvMachine.Step(
        new EvMachine(next.config(), phase, next.diary(), next.visit()), List.of(effects));
  }

  private static EvMachine.Step plug(EvMachine next, EvContext context) {
    return next.phase() instanceof Unplugged
        ? phase(
            next,
            Plugged.waiting(context.nanos(), false),
            new EvEffect.Ready(false),
            new EvEffect.Plug(true))
        : stay(next);
  }

  /** A paused vehicle calls, or wakes the station on the pilot line first. */
  private static EvMachine.Step resume(EvMachine next, EvContext context) {
    boolean rests = next.phase() instanceof Parked parked && parked.paused().isPresent();
    if (!rests) {
      return stay(next);
    }
    return context.digital()
        ? phase(next, Plugged.waiting(context.nanos(), false))
        : phase(next, Waking.begin(context.nanos()), new EvEffect.Ready(true));
  }

  private static EvConfig.Needs needs(EvConfig.Needs before, Deed.ChangeNeeds change) {
    int target = change.targetSocPercent().orElse(before.targetSocPercent());
    int minimum = change.minimumSocPercent().orElse(before.minimumSocPercent());
    return new EvConfig.Needs(
        target,
        Math.min(minimum, target),
        change.departureSeconds().orElse(before.departureSeconds()));
  }

  /** Numbers count on, so that each fault on order happens once. */
  private static EvMachine.Step misbehave(
      EvMachine now, Deed.Misbehave misbehave, EvContext context) {
    int number = Math.max(now.visit().fault().number(), now.visit().misbehaved()) + 1;
    Misbehaviour fault = new Misbehaviour(misbehave.kind(), misbehave.state(), number);
    return stay(
        new EvMachine(
            now.config(),
            now.phase(),
            now.diary(),
            now.visit().taken(context.time(), now.visit().wishes(), fault)));
  }
}
