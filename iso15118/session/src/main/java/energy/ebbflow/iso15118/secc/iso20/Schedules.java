package energy.ebbflow.iso15118.secc.iso20;

import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.price.PriceLevelSchedule;
import energy.ebbflow.iso15118.message.iso20.price.PriceLevelScheduleEntry;
import energy.ebbflow.iso15118.message.iso20.price.PriceLevelScheduleEntryList;
import energy.ebbflow.iso15118.message.iso20.schedule.ChargingSchedule;
import energy.ebbflow.iso15118.message.iso20.schedule.DynamicSeReqControlMode;
import energy.ebbflow.iso15118.message.iso20.schedule.DynamicSeResControlMode;
import energy.ebbflow.iso15118.message.iso20.schedule.PowerSchedule;
import energy.ebbflow.iso15118.message.iso20.schedule.PowerScheduleEntry;
import energy.ebbflow.iso15118.message.iso20.schedule.PowerScheduleEntryList;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleExchangeRequest;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleExchangeResponse;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleTuple;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduledSeResControlMode;
import energy.ebbflow.iso15118.message.iso20.schedule.SeResControlMode;
import energy.ebbflow.iso15118.secc.EvseView.PowerEnvelope;
import energy.ebbflow.iso15118.secc.EvseView.Stop;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SeccEffect.VehicleState;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers a schedule exchange, before the charge loop and within it. */
public final class Schedules {
  /** The one tuple of a station without a tariff. */
  static final long ONLY_TUPLE = 1;

  /** The station's limits hold until further notice: a day, as long as any session plans. */
  static final long PLANNED_SECONDS = 86_400;

  private Schedules() {}

  /** The answer, and {@code next} behind it. */
  public static Outcome exchange(ScheduleExchangeRequest request, Turn turn, Iso20State next) {
    Selection selection = turn.data().chosen();
    boolean dynamic = request.seReqControlMode() instanceof DynamicSeReqControlMode;
    if (dynamic != (selection.mode() == ControlMode.DYNAMIC)) {
      return new Outcome.Refuse(
          ResponseCode.FAILED,
          "schedule exchange for "
              + (dynamic ? "dynamic" : "scheduled")
              + " control, selected was "
              + selection.mode());
    }
    VehicleState vehicle = DcParameters.report(request.seReqControlMode(), turn.data().vehicle());
    Set<Long> tuples = dynamic ? Set.of() : Set.of(ONLY_TUPLE);
    // A vehicle may be told here that there will be no energy for a while.
    Optional<Boolean> pause =
        turn.view().stop().equals(Optional.of(Stop.PAUSE)) ? Optional.of(true) : Optional.empty();
    return new Outcome.Answer(
        new ScheduleExchangeResponse(
            turn.header(), ResponseCode.OK, Processing.FINISHED, pause, mode(turn, dynamic)),
        next,
        turn.data().withVehicle(vehicle).withTuples(tuples),
        List.of(new SeccEffect.VehicleReport(vehicle)));
  }

  /**
   * An answer's mandatory part: the schedules of scheduled control, or nothing in dynamic control.
   */
  static SeResControlMode mode(Turn turn, boolean dynamic) {
    if (dynamic) {
      return new DynamicSeResControlMode(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
    PowerEnvelope limits = turn.view().envelope();
    boolean bidirectional =
        turn.data().selection().map(s -> s.service().bidirectional()).orElse(false);
    Optional<ChargingSchedule> discharge =
        bidirectional
            ? Optional.of(flat(turn, WireNumbers.wattsLimit(limits.dischargeWattsMax())))
            : Optional.empty();
    return new ScheduledSeResControlMode(
        List.of(
            new ScheduleTuple(
                ONLY_TUPLE,
                flat(turn, WireNumbers.wattsLimit(limits.chargeWattsMax())),
                discharge)));
  }

  private static ChargingSchedule flat(Turn turn, RationalNumber watts) {
    return new ChargingSchedule(
        new PowerSchedule(
            turn.view().utcSeconds(),
            Optional.empty(),
            Optional.empty(),
            new PowerScheduleEntryList(
                List.of(
                    new PowerScheduleEntry(
                        PLANNED_SECONDS, watts, Optional.empty(), Optional.empty())))),
        Optional.of(price(turn)));
  }

  /**
   * One level for all times: it says nothing, but there are vehicles that refuse a schedule
   * without.
   */
  private static PriceLevelSchedule price(Turn turn) {
    return new PriceLevelSchedule(
        Optional.empty(),
        turn.view().utcSeconds(),
        ONLY_TUPLE,
        Optional.empty(),
        1,
        new PriceLevelScheduleEntryList(List.of(new PriceLevelScheduleEntry(PLANNED_SECONDS, 0))));
  }
}
