package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.schedule.DynamicSeReqControlMode;
import energy.ebbflow.iso15118.message.iso20.schedule.DynamicSeResControlMode;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleExchangeRequest;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleExchangeResponse;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduledSeReqControlMode;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduledSeResControlMode;
import energy.ebbflow.iso15118.message.iso20.schedule.SeReqControlMode;
import energy.ebbflow.iso15118.message.iso20.schedule.SeResControlMode;
import energy.ebbflow.simulator.ev.iso20.plan.Plan;
import energy.ebbflow.simulator.ev.iso20.plan.Planner;
import energy.ebbflow.simulator.ev.iso20.wire.AcLimits;
import energy.ebbflow.simulator.ev.iso20.wire.DcLimits;
import energy.ebbflow.simulator.ev.iso20.wire.Ending;
import energy.ebbflow.simulator.ev.iso20.wire.Needs;
import energy.ebbflow.simulator.ev.iso20.wire.StationNeeds;
import energy.ebbflow.simulator.ev.iso20.wire.Wire;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells the mobility needs. In scheduled control schedules come back, of which the vehicle takes
 * one.
 *
 * @param inLoop energy flows already: the schedule is negotiated anew
 */
public record ScheduleExchange(boolean inLoop) implements Iso20State {
  /**
   * Most points of a schedule that this vehicle takes; it has memory for what the schema allows.
   */
  private static final int SUPPORTING_POINTS = 1024;

  @Override
  public V2gMessage request(Talk<Iso20Session> talk, EvContext context) {
    Needs needs = talk.session().needs(context);
    return new ScheduleExchangeRequest(
        talk.session().header(context), SUPPORTING_POINTS, mode(talk.session(), needs));
  }

  private static SeReqControlMode mode(Iso20Session session, Needs needs) {
    if (!session.dynamic()) {
      return new ScheduledSeReqControlMode(
          Optional.of(needs.departureSeconds()),
          Optional.of(Wire.watts(needs.targetWattHours())),
          Optional.of(Wire.watts(needs.fullWattHours())),
          Optional.of(Wire.watts(needs.minimumWattHours())),
          Optional.empty());
    }
    return new DynamicSeReqControlMode(
        needs.departureSeconds(),
        Optional.of(needs.minimumSocPercent()),
        Optional.of(needs.targetSocPercent()),
        Wire.watts(needs.targetWattHours()),
        Wire.watts(needs.fullWattHours()),
        Wire.watts(needs.minimumWattHours()),
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public Turn<Iso20Session> answer(V2gMessage answer, Talk<Iso20Session> talk, EvContext context) {
    if (!(answer instanceof ScheduleExchangeResponse response)) {
      return unexpected(answer);
    }
    if (response.evseProcessing() != Processing.FINISHED) {
      return talk.over(ONGOING_SECONDS, context)
          ? new Turn.Fail<>("no schedule within " + ONGOING_SECONDS + " s")
          : new Turn.Again<>(talk.session(), this, context.config().habits().pollSeconds());
    }
    if (response.goToPause().orElse(false) && !inLoop) {
      return new Turn.On<>(
          talk.session(),
          new SessionStop(Ending.PAUSE),
          List.of(new EvEffect.Note("the charger has no energy for now: the vehicle pauses")));
    }
    return take(response.seResControlMode(), talk.session(), context);
  }

  private Turn<Iso20Session> take(SeResControlMode mode, Iso20Session session, EvContext context) {
    return switch (mode) {
      case DynamicSeResControlMode told ->
          session.dynamic()
              ? told(
                  new StationNeeds(told.departureTime(), told.minimumSoc(), told.targetSoc()),
                  session)
              : new Turn.Fail<>("scheduled control was selected, the charger sends no schedule");
      case ScheduledSeResControlMode offer -> {
        if (session.dynamic()) {
          yield new Turn.Fail<>("dynamic control was selected, the charger sends schedules");
        }
        Optional<String> problem = Planner.problem(offer);
        if (problem.isPresent()) {
          yield new Turn.Fail<>(problem.get());
        }
        Plan plan = planner(session, context).choose(offer);
        EvEffect note =
            new EvEffect.Note(
                String.format(
                    Locale.ROOT,
                    "takes schedule %d of %d, %d slots, cost %.3f",
                    plan.tupleId(),
                    offer.scheduleTuple().size(),
                    plan.slots().size(),
                    plan.cost()));
        yield next(session.withPlan(plan), List.of(note));
      }
    };
  }

  /** The charger may know what the user needs. */
  private Turn<Iso20Session> told(StationNeeds needs, Iso20Session session) {
    Iso20Session next = session.withNeeds(needs);
    return next(
        next,
        next.equals(session)
            ? List.of()
            : List.of(new EvEffect.Note("the charger tells the needs: " + needs.text())));
  }

  private static Planner planner(Iso20Session session, EvContext context) {
    Needs needs = session.needs(context);
    double charge;
    double discharge;
    if (session.dc()) {
      charge = DcLimits.chargeWattsNow(context);
      discharge = session.bidirectional() ? DcLimits.dischargeWattsNow(context, needs) : 0;
    } else {
      AcLimits ac = AcLimits.now(context, needs, session.bidirectional());
      charge = ac.charge() * ac.phases();
      discharge = ac.discharge() * ac.phases();
    }
    return new Planner(
        needs.targetWattHours(),
        charge,
        discharge,
        context.time().utcSeconds(),
        needs.departureSeconds());
  }

  private Turn<Iso20Session> next(Iso20Session session, List<EvEffect> notes) {
    if (inLoop) {
      return new Turn.On<>(session, new PowerDeliveryStart(), notes);
    }
    // The charger may close its contactors, for the cable check or for energy, in state C or D
    // only.
    List<EvEffect> effects =
        notes.isEmpty()
            ? List.of(new EvEffect.Ready(true))
            : List.of(notes.getFirst(), new EvEffect.Ready(true));
    return session.dc()
        ? new Turn.On<>(session, new CableCheck(), effects)
        : new Turn.On<>(session, new PowerDeliveryStart(), effects);
  }

  @Override
  public String phase() {
    return inLoop ? "charge" : "setup";
  }

  @Override
  public boolean energised() {
    return inLoop;
  }
}
