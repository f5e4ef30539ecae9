package energy.ebbflow.ocpp.profile;

import energy.ebbflow.ocpp.v2.type.ChargingProfile;
import energy.ebbflow.ocpp.v2.type.ChargingSchedule;
import energy.ebbflow.ocpp.v2.type.ChargingSchedulePeriod;
import energy.ebbflow.ocpp.v2.type.RecurrencyKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
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
   * Whom a course is for.
   *
   * @param relativeStart where a relative profile counts from
   * @param transaction whose random delays count (K01.FR.93); empty: none (K08.FR.06)
   * @param zone what local time is
   */
  record Frame(Instant relativeStart, String transaction, ZoneId zone) {}

  /** The word of a profile at {@code at}. */
  static Word at(ChargingProfile profile, Instant at, Frame frame) {
    if (profile.validTo().isPresent() && !at.isBefore(profile.validTo().get())) {
      return new Word(Optional.empty(), Optional.empty());
    }
    if (profile.validFrom().isPresent() && at.isBefore(profile.validFrom().get())) {
      return new Word(Optional.empty(), profile.validFrom());
    }
    // A vehicle may choose among several schedules; until it has, the first one rules.
    Word word =
        profile.chargingSchedule().getFirst().useLocalTime().orElse(false)
            ? local(profile, at, frame)
            : scheduled(profile, at, frame);
    return new Word(word.period(), earlier(word.until(), profile.validTo()));
  }

  /**
   * K01.FR.90, .91: the schedule follows the clock on the wall. Its start is kept as if local time
   * were UTC, so everything is reckoned there and brought back.
   */
  private static Word local(ChargingProfile profile, Instant at, Frame frame) {
    ZoneId zone = frame.zone();
    Frame onTheWall =
        new Frame(wall(frame.relativeStart(), zone), frame.transaction(), ZoneOffset.UTC);
    Word word = scheduled(profile, wall(at, zone), onTheWall);
    Optional<Instant> shift =
        Optional.ofNullable(zone.getRules().nextTransition(at))
            .map(ZoneOffsetTransition::getInstant);
    Optional<Instant> until =
        word.until()
            .map(wall -> LocalDateTime.ofInstant(wall, ZoneOffset.UTC).atZone(zone).toInstant())
            .filter(at::isBefore);
    return new Word(word.period(), earlier(until, shift));
  }

  private static Instant wall(Instant instant, ZoneId zone) {
    return LocalDateTime.ofInstant(instant, zone).toInstant(ZoneOffset.UTC);
  }

  private static Word scheduled(ChargingProfile profile, Instant at, Frame frame) {
    ChargingSchedule schedule = profile.chargingSchedule().getFirst();
    Periods periods = Periods.of(profile, schedule, frame.transaction());
    return switch (profile.chargingProfileKind()) {
      case ABSOLUTE -> run(periods, schedule.startSchedule().orElse(at), at, Optional.empty());
      case RELATIVE -> run(periods, frame.relativeStart(), at, Optional.empty());
      case DYNAMIC ->
          run(
              periods,
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
        yield run(periods, start, at, Optional.of(start.plus(round)));
      }
    };
  }

  /** The periods of a schedule, each with the delay that this transaction has drawn. */
  private record Periods(ChargingProfile profile, ChargingSchedule schedule, String transaction) {
    static Periods of(ChargingProfile profile, ChargingSchedule schedule, String transaction) {
      return new Periods(profile, schedule, transaction);
    }

    List<ChargingSchedulePeriod> all() {
      return schedule.chargingSchedulePeriod();
    }

    /** Seconds after the start of the run; never before the period that precedes it. */
    long begin(int index) {
      int most = schedule.randomizedDelay().orElse(0);
      if (index == 0 || most == 0 || transaction.isEmpty()) {
        return all().get(index).startPeriod();
      }
      long own = all().get(index).startPeriod() + delay(index, most);
      return Math.max(own, begin(index - 1));
    }

    /**
     * K01.FR.92: 0 to {@code most} seconds. Drawn from the identifier of the transaction, which is
     * random itself: the same question has the same answer, also after a restart.
     */
    private long delay(int index, int most) {
      long mixed =
          transaction.hashCode() * 0x9E3779B97F4A7C15L
              + profile.id() * 0xC2B2AE3D27D4EB4FL
              + index * 0x165667B19E3779F9L;
      mixed = (mixed ^ (mixed >>> 31)) * 0xBF58476D1CE4E5B9L;
      mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
      return Math.floorMod(mixed ^ (mixed >>> 31), most + 1L);
    }
  }

  /** One run of a schedule that begins at {@code start}; the next run begins at {@code again}. */
  private static Word run(Periods periods, Instant start, Instant at, Optional<Instant> again) {
    if (at.isBefore(start)) {
      return new Word(Optional.empty(), Optional.of(start));
    }
    Optional<Instant> end =
        earlier(periods.schedule().duration().map(d -> start.plusSeconds(d)), again);
    if (end.isPresent() && !at.isBefore(end.get())) {
      return new Word(Optional.empty(), again.filter(at::isBefore));
    }
    List<ChargingSchedulePeriod> all = periods.all();
    int current = 0;
    while (current + 1 < all.size()
        && !at.isBefore(start.plusSeconds(periods.begin(current + 1)))) {
      current++;
    }
    Optional<Instant> next =
        current + 1 < all.size()
            ? Optional.of(start.plusSeconds(periods.begin(current + 1)))
            : Optional.empty();
    return new Word(Optional.of(all.get(current)), earlier(next, end));
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
