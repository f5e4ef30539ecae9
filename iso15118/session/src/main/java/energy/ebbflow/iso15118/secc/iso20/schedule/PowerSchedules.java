package energy.ebbflow.iso15118.secc.iso20.schedule;

import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.schedule.ChargingSchedule;
import energy.ebbflow.iso15118.message.iso20.schedule.PowerSchedule;
import energy.ebbflow.iso15118.message.iso20.schedule.PowerScheduleEntry;
import energy.ebbflow.iso15118.message.iso20.schedule.PowerScheduleEntryList;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleTuple;
import energy.ebbflow.iso15118.secc.PowerPlan;
import energy.ebbflow.iso15118.secc.PowerPlan.Interval;
import energy.ebbflow.iso15118.secc.PowerPlan.Schedule;
import energy.ebbflow.iso15118.secc.iso20.WireNumbers;
import energy.ebbflow.iso15118.secc.iso20.offer.Iso20Options.Pricing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A plan on the wire: one tuple for each of its schedules. */
final class PowerSchedules {
  private PowerSchedules() {}

  /** The tuples a vehicle chooses from. */
  static List<ScheduleTuple> tuples(PowerPlan plan, Pricing pricing, boolean bidirectional) {
    List<ScheduleTuple> tuples = new ArrayList<>();
    for (Schedule schedule : plan.schedules()) {
      tuples.add(
          new ScheduleTuple(
              schedule.id(),
              one(plan, schedule, pricing, false),
              bidirectional ? Optional.of(one(plan, schedule, pricing, true)) : Optional.empty()));
    }
    return tuples;
  }

  /** How long the interval with this index lasts. */
  static long seconds(PowerPlan plan, Schedule schedule, int index) {
    List<Interval> intervals = schedule.intervals();
    long end =
        index + 1 < intervals.size()
            ? intervals.get(index + 1).startSeconds()
            : plan.durationSeconds();
    return end - intervals.get(index).startSeconds();
  }

  /**
   * The same plan with no more steps than the vehicle can keep. It ends earlier then; the vehicle
   * is told the rest when it has come to its end.
   *
   * @param points MaximumSupportingPoints, at least 12
   */
  static PowerPlan within(PowerPlan plan, int points) {
    // All alternatives together stay below a frame's length, prices and both directions included.
    int most = Math.min(points, PowerPlan.MAX_INTERVALS / plan.schedules().size());
    long end = plan.durationSeconds();
    for (Schedule schedule : plan.schedules()) {
      if (schedule.intervals().size() > most) {
        end = Math.min(end, schedule.intervals().get(most).startSeconds());
      }
    }
    if (end == plan.durationSeconds()) {
      return plan;
    }
    long cut = end;
    return new PowerPlan(
        plan.version(),
        plan.startUtcSeconds(),
        cut,
        plan.schedules().stream()
            .map(
                schedule ->
                    new Schedule(
                        schedule.id(),
                        schedule.intervals().stream()
                            .filter(interval -> interval.startSeconds() < cut)
                            .toList()))
            .toList(),
        plan.currency(),
        plan.toleranceWatts());
  }

  private static ChargingSchedule one(
      PowerPlan plan, Schedule schedule, Pricing pricing, boolean discharge) {
    List<PowerScheduleEntry> entries = new ArrayList<>();
    for (int i = 0; i < schedule.intervals().size(); i++) {
      Interval interval = schedule.intervals().get(i);
      RationalNumber watts =
          WireNumbers.wattsLimit(
              discharge ? interval.dischargeWattsMax() : interval.chargeWattsMax());
      entries.add(
          new PowerScheduleEntry(
              seconds(plan, schedule, i), watts, Optional.empty(), Optional.empty()));
    }
    return new ChargingSchedule(
        new PowerSchedule(
            plan.startUtcSeconds(),
            Optional.empty(),
            plan.toleranceWatts().map(WireNumbers::wattsLimit),
            new PowerScheduleEntryList(entries)),
        Optional.of(PriceSchedules.of(plan, schedule, pricing, discharge)));
  }
}
