package energy.ebbflow.ocpp.profile;

import energy.ebbflow.ocpp.v2.type.ChargingProfile;
import energy.ebbflow.ocpp.v2.type.ChargingSchedule;
import energy.ebbflow.ocpp.v2.type.ChargingSchedulePeriod;
import energy.ebbflow.ocpp.v2.type.RecurrencyKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The course of one profile over time. Pure. */
final class Course {
  private Course() {}

  /**
   * What one profile says at a moment.
   *
   * @param period absent where it says nothing
   * @param until when it may say something else; absent where it never does
   */
  record Word(Optional<ChargingSchedulePeriod> period, Optional<Instant> until) {}

  /**
   * The word of a profile at {@code at}.
   *
   * @param relativeStart where a relative profile counts from
   */
  static Word at(ChargingProfile profile, Instant at, Instant relativeStart) {
    if (profile.validTo().isPresent() && !at.isBefore(profile.validTo().get())) {
      return new Word(Optional.empty(), Optional.empty());
    }
    if (profile.validFrom().isPresent() && at.isBefore(profile.validFrom().get())) {
      return new Word(Optional.empty(), profile.validFrom());
    }
    Word word = scheduled(profile, at, relativeStart);
    return new Word(word.period(), earlier(word.until(), profile.validTo()));
  }

  private static Word scheduled(ChargingProfile profile, Instant at, Instant relativeStart) {
    // A vehicle may choose among several schedules; until it has, the first one rules.
    ChargingSchedule schedule = profile.chargingSchedule().getFirst();
    return switch (profile.chargingProfileKind()) {
      case ABSOLUTE -> run(schedule, schedule.startSchedule().orElse(at), at, Optional.empty());
      case RELATIVE -> run(schedule, relativeStart, at, Optional.empty());
      case DYNAMIC ->
          run(
              schedule,
              profile.dynUpdateTime().or(schedule::startSchedule).orElse(at),
              at,
              Optional.empty());
      case RECURRING -> {
        Duration round =
            profile.recurrencyKind().orElse(RecurrencyKind.DAILY) == RecurrencyKind.WEEKLY
                ? Duration.ofDays(7)
                : Duration.ofDays(1);
        Instant first = schedule.startSchedule().orElse(at);
        if (at.isBefore(first)) {
          yield new Word(Optional.empty(), Optional.of(first));
        }
        long rounds = Duration.between(first, at).getSeconds() / round.getSeconds();
        Instant start = first.plusSeconds(rounds * round.getSeconds());
        yield run(schedule, start, at, Optional.of(start.plus(round)));
      }
    };
  }

  /** One run of a schedule that begins at {@code start}; the next run begins at {@code again}. */
  private static Word run(
      ChargingSchedule schedule, Instant start, Instant at, Optional<Instant> again) {
    if (at.isBefore(start)) {
      return new Word(Optional.empty(), Optional.of(start));
    }
    Optional<Instant> end = earlier(schedule.duration().map(d -> start.plusSeconds(d)), again);
    if (end.isPresent() && !at.isBefore(end.get())) {
      return new Word(Optional.empty(), again.filter(at::isBefore));
    }
    List<ChargingSchedulePeriod> periods = schedule.chargingSchedulePeriod();
    int current = 0;
    while (current + 1 < periods.size()
        && !at.isBefore(start.plusSeconds(periods.get(current + 1).startPeriod()))) {
      current++;
    }
    Optional<Instant> next =
        current + 1 < periods.size()
            ? Optional.of(start.plusSeconds(periods.get(current + 1).startPeriod()))
            : Optional.empty();
    return new Word(Optional.of(periods.get(current)), earlier(next, end));
  }

  static Optional<Instant> earlier(Optional<Instant> a, Optional<Instant> b) {
    if (a.isEmpty()) {
      return b;
    }
    if (b.isEmpty()) {
      return a;
    }
    return a.get().isBefore(b.get()) ? a : b;
  }
}
