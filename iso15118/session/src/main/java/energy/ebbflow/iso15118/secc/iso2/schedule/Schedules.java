package energy.ebbflow.iso15118.secc.iso2.schedule;

import energy.ebbflow.iso15118.message.iso2.schedule.PmaxSchedule;
import energy.ebbflow.iso15118.message.iso2.schedule.PmaxScheduleEntry;
import energy.ebbflow.iso15118.message.iso2.schedule.RelativeTimeInterval;
import energy.ebbflow.iso15118.message.iso2.schedule.SaScheduleList;
import energy.ebbflow.iso15118.message.iso2.schedule.SaScheduleTuple;
import energy.ebbflow.iso15118.secc.EvseView;
import energy.ebbflow.iso15118.secc.PowerPlan;
import energy.ebbflow.iso15118.secc.iso2.Physical;
import energy.ebbflow.iso15118.secc.iso2.schedule.OfferedSchedule.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The schedules a vehicle may choose from: the station's plan, or the limit of the moment where it
 * has none.
 *
 * @param planVersion of the plan they come from
 * @param startUtcSeconds their second 0, since 1970
 * @param tolerance how far the vehicle may leave its schedule, W; absent where the plan says
 *     nothing
 * @param offered as the vehicle hears them
 * @param list the same for the wire
 */
public record Schedules(
    Optional<Integer> planVersion,
    long startUtcSeconds,
    Optional<Double> tolerance,
    List<OfferedSchedule> offered,
    SaScheduleList list) {
  /** A vehicle that names no departure hears of a day at least [V2G2-304]. */
  static final int DAY_SECONDS = 86_400;

  /**
   * Entries of a vehicle that does not say how many it can take: the memory of the most widespread
   * C stack (libcbv2g has room for twelve). The standard would allow 1024.
   */
  static final int USUAL_ENTRIES = 12;

  /**
   * More are never told, whatever a vehicle says it can take: three schedules with their prices
   * stay within the 16 KiB of a message.
   */
  static final int MOST_ENTRIES = 128;

  /** RelativeTimeInterval starts no later, s. */
  private static final long LAST_START = 16_777_214;

  /** RelativeTimeInterval lasts no longer, s. */
  private static final int LONGEST = 86_400;

  public Schedules {
    offered = List.copyOf(offered);
  }

  /**
   * The station's schedules for a vehicle.
   *
   * @param departure when it leaves, s from now; absent or 0 where it did not say
   * @param entries how many entries of a schedule it can take (MaxEntriesSAScheduleTuple)
   */
  public static Schedules of(EvseView view, Optional<Long> departure, Optional<Integer> entries) {
    int most = Math.clamp(entries.orElse(USUAL_ENTRIES), 1, MOST_ENTRIES);
    long now = view.utcSeconds();
    Optional<PowerPlan> own = view.outlook().plan().flatMap(plan -> plan.from(now));
    PowerPlan plan =
        own.orElseGet(() -> PowerPlan.flat(now, DAY_SECONDS, view.envelope().chargeWattsMax(), 0));
    // A plan that starts later: until then the limit of the moment holds.
    long delay = Math.clamp(plan.startUtcSeconds() - now, 0, LAST_START);
    Optional<Long> leaving = departure.filter(seconds -> seconds > 0);
    long planned = delay + plan.durationSeconds();
    // [V2G2-303]: as long as the vehicle stays; [V2G2-304]: a day at least where it did not say.
    long end =
        leaving
            .map(seconds -> Math.min(seconds, LAST_START))
            .orElse(Math.clamp(planned, DAY_SECONDS, LAST_START));
    List<OfferedSchedule> offered = new ArrayList<>();
    List<SaScheduleTuple> tuples = new ArrayList<>();
    for (PowerPlan.Schedule schedule : plan.schedules()) {
      OfferedSchedule told =
          new OfferedSchedule(schedule.id(), slots(schedule, view, delay, end, most), end);
      offered.add(told);
      tuples.add(
          new SaScheduleTuple(told.id(), pmax(told), Tariffs.of(plan, schedule, delay, end, most)));
    }
    return new Schedules(
        own.map(PowerPlan::version),
        now,
        plan.toleranceWatts(),
        offered,
        new SaScheduleList(tuples));
  }

  private static List<Slot> slots(
      PowerPlan.Schedule schedule, EvseView view, long delay, long end, int most) {
    List<Steps.Step> steps = new ArrayList<>();
    if (delay > 0) {
      steps.add(new Steps.Step(0, view.envelope().chargeWattsMax()));
    }
    for (PowerPlan.Interval interval : schedule.intervals()) {
      steps.add(new Steps.Step(delay + interval.startSeconds(), interval.chargeWattsMax()));
    }
    List<Steps.Step> fitting =
        Steps.atMost(
            most, steps.stream().filter(step -> step.startSeconds() < end).toList(), Math::min);
    // A last entry that would last too long is told in two.
    Steps.Step last = fitting.getLast();
    if (end - last.startSeconds() > LONGEST && fitting.size() < most) {
      fitting.add(new Steps.Step(end - LONGEST, last.value()));
    }
    return fitting.stream().map(step -> new Slot(step.startSeconds(), step.value())).toList();
  }

  private static PmaxSchedule pmax(OfferedSchedule schedule) {
    List<PmaxScheduleEntry> entries = new ArrayList<>();
    for (Slot slot : schedule.slots()) {
      boolean last = slot == schedule.slots().getLast();
      entries.add(
          new PmaxScheduleEntry(
              interval(
                  slot.startSeconds(),
                  last ? Optional.of(schedule.endSeconds()) : Optional.empty()),
              Physical.wattsLimit(slot.watts())));
    }
    return new PmaxSchedule(entries);
  }

  /** From here on; the last one says how long. */
  static RelativeTimeInterval interval(long startSeconds, Optional<Long> endSeconds) {
    return new RelativeTimeInterval(
        Math.toIntExact(startSeconds),
        endSeconds.map(end -> (int) Math.min(end - startSeconds, LONGEST)));
  }
}
