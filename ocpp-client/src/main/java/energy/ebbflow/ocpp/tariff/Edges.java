package energy.ebbflow.ocpp.tariff;

import energy.ebbflow.ocpp.v2.tariff.Conditions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Moments at which a condition on the clock may change its mind. */
final class Edges {
  /** Our own: over a longer silence the price of its beginning counts; a session is shorter. */
  private static final long MAX_DAYS = 366;

  private Edges() {}

  private static boolean looksAtTheClock(Conditions c) {
    return c.startTimeOfDay().isPresent()
        || c.endTimeOfDay().isPresent()
        || !c.dayOfWeek().isEmpty()
        || c.validFromDate().isPresent()
        || c.validToDate().isPresent();
  }

  /** Between two moments, both of which do not count; in order. */
  static TreeSet<Instant> between(
      List<Conditions> conditions, Instant from, Instant to, ZoneId zone) {
    TreeSet<Instant> edges = new TreeSet<>();
    if (conditions.stream().noneMatch(Edges::looksAtTheClock)
        || ChronoUnit.DAYS.between(from, to) > MAX_DAYS) {
      return edges;
    }
    TreeSet<LocalTime> times = new TreeSet<>();
    times.add(LocalTime.MIDNIGHT);
    conditions.stream()
        .flatMap(c -> Stream.of(c.startTimeOfDay(), c.endTimeOfDay()))
        .flatMap(Optional::stream)
        .map(LocalTime::parse)
        .forEach(times::add);
    ZoneRules rules = zone.getRules();
    LocalDate last = to.atZone(zone).toLocalDate().plusDays(1);
    for (LocalDate date = from.atZone(zone).toLocalDate().minusDays(1);
        !date.isAfter(last);
        date = date.plusDays(1)) {
      for (LocalTime time : times) {
        // Twice when the clocks go back; never when they go forward over it.
        for (ZoneOffset offset : rules.getValidOffsets(date.atTime(time))) {
          edges.add(date.atTime(time).toInstant(offset));
        }
      }
    }
    ZoneOffsetTransition change = rules.nextTransition(from);
    while (change != null && change.getInstant().isBefore(to)) {
      edges.add(change.getInstant());
      change = rules.nextTransition(change.getInstant());
    }
    return new TreeSet<>(edges.subSet(from, false, to, false));
  }
}
