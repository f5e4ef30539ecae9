package energy.ebbflow.simulator.ev.iso20.plan;

import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.schedule.PowerSchedule;
import energy.ebbflow.iso15118.message.iso20.schedule.PowerScheduleEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * The charger's limit over time, of all phases together.
 *
 * @param anchorUtcSeconds where it starts, seconds since 1970
 */
record PowerCurve(PowerSchedule schedule, long anchorUtcSeconds) {
  /**
   * A schedule as it came. One that is over already comes from a charger without a clock, which
   * exist: it starts now.
   */
  static PowerCurve of(PowerSchedule schedule, long nowUtcSeconds) {
    PowerCurve told = new PowerCurve(schedule, schedule.timeAnchor());
    return told.end() > nowUtcSeconds ? told : new PowerCurve(schedule, nowUtcSeconds);
  }

  /** Limit at an instant, W, a magnitude; 0 outside the schedule. */
  double at(long utcSeconds) {
    long from = anchorUtcSeconds;
    for (PowerScheduleEntry entry : entries()) {
      if (utcSeconds >= from && utcSeconds < from + entry.duration()) {
        return Math.abs(watts(entry));
      }
      from += entry.duration();
    }
    return 0;
  }

  /** Where the schedule ends, seconds since 1970. */
  long end() {
    return anchorUtcSeconds + entries().stream().mapToLong(PowerScheduleEntry::duration).sum();
  }

  /** The instants at which the limit changes. */
  List<Long> edges() {
    List<Long> edges = new ArrayList<>();
    long from = anchorUtcSeconds;
    for (PowerScheduleEntry entry : entries()) {
      edges.add(from);
      from += entry.duration();
    }
    edges.add(from);
    return edges;
  }

  /** A limit runs against the direction of charging. */
  boolean turnsRound() {
    return entries().stream().anyMatch(entry -> watts(entry) < 0);
  }

  private List<PowerScheduleEntry> entries() {
    return schedule.powerScheduleEntries().powerScheduleEntry();
  }

  private static double watts(PowerScheduleEntry entry) {
    return entry.power().toDouble()
        + entry.powerL2().map(RationalNumber::toDouble).orElse(0.0)
        + entry.powerL3().map(RationalNumber::toDouble).orElse(0.0);
  }
}
