package energy.ebbflow.iso15118.secc.iso20.schedule;

import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.price.PriceSchedule;
import energy.ebbflow.iso15118.message.iso20.schedule.DynamicSeReqControlMode;
import energy.ebbflow.iso15118.message.iso20.schedule.DynamicSeResControlMode;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleExchangeRequest;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleExchangeResponse;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduledSeReqControlMode;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduledSeResControlMode;
import energy.ebbflow.iso15118.message.iso20.schedule.SeReqControlMode;
import energy.ebbflow.iso15118.message.iso20.schedule.SeResControlMode;
import energy.ebbflow.iso15118.secc.EvseView.PowerEnvelope;
import energy.ebbflow.iso15118.secc.EvseView.Stop;
import energy.ebbflow.iso15118.secc.PowerPlan;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SeccEffect.VehicleState;
import energy.ebbflow.iso15118.secc.iso20.ControlMode;
import energy.ebbflow.iso15118.secc.iso20.DcParameters;
import energy.ebbflow.iso15118.secc.iso20.Iso20State;
import energy.ebbflow.iso15118.secc.iso20.Needs;
import energy.ebbflow.iso15118.secc.iso20.Outcome;
import energy.ebbflow.iso15118.secc.iso20.Selection;
import energy.ebbflow.iso15118.secc.iso20.Turn;
import energy.ebbflow.iso15118.secc.iso20.offer.Iso20Options.Pricing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers a schedule exchange, before the charge loop and within it. */
public final class Schedules {
  /** The station's limits hold until further notice: a day, as long as any session plans. */
  static final long PLANNED_SECONDS = 86_400;

  /** The version of the plan of a station without one. */
  static final int NO_PLAN = 0;

  private static final int FEWEST_POINTS = 12;

  private Schedules() {}

  /** The answer, and {@code next} behind it. */
  public static Outcome exchange(ScheduleExchangeRequest request, Turn turn, Iso20State next) {
    Optional<Outcome> objection = objection(request.seReqControlMode(), turn);
    if (objection.isPresent()) {
      return objection.get();
    }
    boolean dynamic = request.seReqControlMode() instanceof DynamicSeReqControlMode;
    VehicleState vehicle = DcParameters.report(request.seReqControlMode(), turn.data().vehicle());
    PowerPlan plan = PowerSchedules.within(plan(turn), request.maximumSupportingPoints());
    List<SeccEffect> effects = new ArrayList<>();
    effects.add(new SeccEffect.VehicleReport(vehicle));
    if (request.seReqControlMode() instanceof ScheduledSeReqControlMode scheduled) {
      scheduled.evEnergyOffer().map(EnergyOffers::of).ifPresent(effects::add);
    }
    return new Outcome.Answer(
        response(turn, Processing.FINISHED, mode(turn, dynamic, plan)),
        next,
        turn.data()
            .withVehicle(vehicle)
            .withPlanning(
                turn.data().planning().telling(dynamic ? Optional.empty() : Optional.of(plan))),
        effects);
  }

  /** The plan is on its way: the vehicle asks again, and {@code next} waits for that. */
  public static Outcome wait(ScheduleExchangeRequest request, Turn turn, Iso20State next) {
    Optional<Outcome> objection = objection(request.seReqControlMode(), turn);
    if (objection.isPresent()) {
      return objection.get();
    }
    boolean dynamic = request.seReqControlMode() instanceof DynamicSeReqControlMode;
    VehicleState vehicle = DcParameters.report(request.seReqControlMode(), turn.data().vehicle());
    // The one who makes the plan has to know for whom.
    return new Outcome.Answer(
        response(turn, Processing.ONGOING, mode(turn, dynamic, plan(turn))),
        next,
        turn.data().withVehicle(vehicle),
        vehicle.equals(turn.data().vehicle())
            ? List.of()
            : List.of(new SeccEffect.VehicleReport(vehicle)));
  }

  /** What a response carries that only refuses: it has to be there for the schema. */
  public static SeResControlMode refusal(Turn turn, SeReqControlMode mode) {
    PowerPlan plan = PowerSchedules.within(plan(turn), FEWEST_POINTS);
    return mode(turn, mode instanceof DynamicSeReqControlMode, plan);
  }

  /** Whether the vehicle plans with what no longer holds, in scheduled control. */
  public static boolean outdated(Turn turn) {
    Optional<PowerPlan> told = turn.data().planning().told();
    return told.isPresent()
        && (told.get().version() != present(turn).map(PowerPlan::version).orElse(NO_PLAN)
            || turn.view().utcSeconds() >= told.get().endUtcSeconds());
  }

  private static Optional<Outcome> objection(SeReqControlMode mode, Turn turn) {
    Selection selection = turn.data().chosen();
    boolean dynamic = mode instanceof DynamicSeReqControlMode;
    if (dynamic != (selection.mode() == ControlMode.DYNAMIC)) {
      return Optional.of(
          new Outcome.Refuse(
              ResponseCode.FAILED,
              "schedule exchange for "
                  + (dynamic ? "dynamic" : "scheduled")
                  + " control, selected was "
                  + selection.mode()));
    }
    if (mode instanceof DynamicSeReqControlMode needs
        && needs.minimumSoc().orElse(0) > needs.targetSoc().orElse(100)) {
      // [V2G20-1640]
      return Optional.of(
          new Outcome.Refuse(
              ResponseCode.FAILED_WRONG_CHARGE_PARAMETER,
              "minimum state of charge "
                  + needs.minimumSoc().orElse(0)
                  + " % is above the target "
                  + needs.targetSoc().orElse(100)
                  + " %"));
    }
    return Optional.empty();
  }

  private static ScheduleExchangeResponse response(
      Turn turn, Processing processing, SeResControlMode mode) {
    // A vehicle may be told here that there will be no energy for a while.
    Optional<Boolean> pause =
        turn.view().stop().equals(Optional.of(Stop.PAUSE)) ? Optional.of(true) : Optional.empty();
    return new ScheduleExchangeResponse(turn.header(), ResponseCode.OK, processing, pause, mode);
  }

  /** The schedules of scheduled control, or the needs and prices of dynamic control. */
  private static SeResControlMode mode(Turn turn, boolean dynamic, PowerPlan plan) {
    Pricing pricing = turn.config().iso20().pricing();
    if (!dynamic) {
      return new ScheduledSeResControlMode(
          PowerSchedules.tuples(
              plan,
              pricing,
              turn.data().selection().map(s -> s.service().bidirectional()).orElse(false)));
    }
    Needs needs = Needs.of(turn);
    Optional<PriceSchedule> prices =
        pricing != Pricing.NONE && plan.currency().isPresent()
            ? Optional.of(PriceSchedules.of(plan, plan.schedules().getFirst(), pricing, false))
            : Optional.empty();
    return new DynamicSeResControlMode(
        needs.departure(), needs.minimumSoc(), needs.targetSoc(), prices);
  }

  /** What is left of the station's plan, or its limits of now, without end. */
  private static PowerPlan plan(Turn turn) {
    PowerEnvelope limits = turn.limits();
    return present(turn)
        .orElseGet(
            () ->
                PowerPlan.flat(
                    turn.view().utcSeconds(),
                    PLANNED_SECONDS,
                    limits.chargeWattsMax(),
                    limits.dischargeWattsMax()));
  }

  private static Optional<PowerPlan> present(Turn turn) {
    return turn.view().outlook().plan().flatMap(plan -> plan.from(turn.view().utcSeconds()));
  }
}
