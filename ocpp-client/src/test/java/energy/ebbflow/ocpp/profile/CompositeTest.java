package energy.ebbflow.ocpp.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.ocpp.v2.type.ChargingProfile;
import energy.ebbflow.ocpp.v2.type.ChargingProfileKind;
import energy.ebbflow.ocpp.v2.type.ChargingProfilePurpose;
import energy.ebbflow.ocpp.v2.type.ChargingRateUnit;
import energy.ebbflow.ocpp.v2.type.ChargingSchedule;
import energy.ebbflow.ocpp.v2.type.ChargingSchedulePeriod;
import energy.ebbflow.ocpp.v2.type.OperationMode;
import energy.ebbflow.ocpp.v2.type.RecurrencyKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CompositeTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Electrical OUTLET = new Electrical(230, 3, 11_000, 0);

  /**
   * Random profiles against a reference that knows no boundaries: it asks every profile what it
   * says at every single second.
   */
  @Property(tries = 300)
  void agreesWithTheReferenceAtEverySecond(@ForAll long seed) {
    compare(new Random(seed), seed, false);
  }

  /** The same while the back office may be away, and a transaction may have priority. */
  @Property(tries = 300)
  void agreesInUnusualCircumstances(@ForAll long seed) {
    compare(new Random(seed), seed, true);
  }

  private static void compare(Random random, long seed, boolean unusual) {
    ProfileBook book = ProfileBook.empty();
    int count = random.nextInt(6);
    for (int i = 0; i < count; i++) {
      book = book.with(unusual ? unusual(random, i) : any(random, i));
    }
    Circumstances circumstances = unusual ? circumstances(random) : Circumstances.USUAL;
    Optional<ActiveTransaction> transaction =
        random.nextBoolean()
            ? Optional.of(new ActiveTransaction(1, "t", NOW.minusSeconds(random.nextInt(900))))
            : Optional.empty();
    ChargingRateUnit unit = random.nextBoolean() ? ChargingRateUnit.W : ChargingRateUnit.A;
    int seconds = 1 + random.nextInt(2_000);
    Composite.Sum sum =
        new Composite(book, circumstances).over(1, transaction, NOW, seconds, unit, OUTLET);
    assertEquals(seconds, sum.seconds());
    assertEquals(0, sum.spans().getFirst().startSeconds());
    int span = 0;
    for (int second = 0; second < seconds; second++) {
      if (span + 1 < sum.spans().size() && sum.spans().get(span + 1).startSeconds() <= second) {
        span++;
      }
      Composite.Span got = sum.spans().get(span);
      double expected =
          reference(book.installed(), transaction, NOW.plusSeconds(second), unit, circumstances);
      assertEquals(expected, got.limit(), 1e-9, "second " + second + " of seed " + seed);
    }
  }

  private static Circumstances circumstances(Random random) {
    return new Circumstances(
        random.nextInt(3) > 0
            ? Optional.of(NOW.plusSeconds(random.nextInt(1_800) - 1_200))
            : Optional.empty(),
        random.nextBoolean() ? Set.of("t") : Set.of("other"),
        Map.of(),
        ZoneOffset.UTC,
        Set.of(),
        false);
  }

  /** Some of them end with an absence, some are of transactions with priority. */
  private static Installed unusual(Random random, int index) {
    Profiles p = draw(random, index);
    if (p.purpose == ChargingProfilePurpose.TX_DEFAULT_PROFILE && random.nextBoolean()) {
      p.purpose = ChargingProfilePurpose.PRIORITY_CHARGING;
    }
    if (random.nextBoolean()) {
      p.maxOffline = Optional.of(random.nextInt(1_800));
    }
    return p.installed();
  }

  /** Profiles that turn within the half hour around {@link #NOW}. */
  private static Installed any(Random random, int index) {
    return draw(random, index).installed();
  }

  private static Profiles draw(Random random, int index) {
    Profiles p = new Profiles();
    p.id = index;
    p.level = index;
    p.unit = random.nextBoolean() ? ChargingRateUnit.W : ChargingRateUnit.A;
    switch (random.nextInt(3)) {
      case 0 -> {
        p.purpose = ChargingProfilePurpose.CHARGING_STATION_MAX_PROFILE;
        p.evse = 0;
      }
      case 1 -> p.evse = random.nextInt(3);
      default -> {
        p.purpose = ChargingProfilePurpose.TX_PROFILE;
        p.transaction = Optional.of(random.nextInt(4) == 0 ? "other" : "t");
      }
    }
    boolean station = p.purpose == ChargingProfilePurpose.CHARGING_STATION_MAX_PROFILE;
    switch (random.nextInt(station ? 2 : 3)) {
      case 0 -> p.start = Optional.of(NOW.plusSeconds(random.nextInt(1_800) - 900));
      case 1 -> {
        p.kind = ChargingProfileKind.RECURRING;
        p.recurrency =
            Optional.of(random.nextBoolean() ? RecurrencyKind.DAILY : RecurrencyKind.WEEKLY);
        long days = 7L * random.nextInt(10);
        p.start =
            Optional.of(NOW.minusSeconds(days * 86_400).plusSeconds(random.nextInt(1_800) - 900));
      }
      default -> {
        p.kind = ChargingProfileKind.RELATIVE;
        p.start = Optional.empty();
      }
    }
    if (random.nextBoolean()) {
      p.validFrom = Optional.of(NOW.plusSeconds(random.nextInt(1_800) - 900));
    }
    if (random.nextBoolean()) {
      p.validTo = Optional.of(NOW.plusSeconds(random.nextInt(1_800)));
    }
    if (random.nextBoolean()) {
      p.duration = Optional.of(1 + random.nextInt(1_500));
    }
    List<ChargingSchedulePeriod> periods = new ArrayList<>();
    int at = 0;
    for (int i = 0; i <= random.nextInt(4); i++) {
      periods.add(Profiles.limit(at, random.nextInt(20)));
      at += 1 + random.nextInt(500);
    }
    p.periods = periods;
    return p;
  }

  private static double reference(
      List<Installed> known,
      Optional<ActiveTransaction> transaction,
      Instant at,
      ChargingRateUnit unit,
      Circumstances circumstances) {
    List<Installed> all = new ArrayList<>();
    for (Installed i : known) {
      boolean lost =
          circumstances.offlineSince().isPresent()
              && i.profile().maxOfflineDuration().isPresent()
              && at.getEpochSecond() - circumstances.offlineSince().get().getEpochSecond()
                  >= i.profile().maxOfflineDuration().get();
      if (!lost) {
        all.add(i);
      }
    }
    double own = unit == ChargingRateUnit.W ? 11_000 : 11_000 / 690.0;
    double station =
        best(all, ChargingProfilePurpose.CHARGING_STATION_MAX_PROFILE, transaction, at, unit);
    boolean priority =
        transaction.isPresent() && circumstances.priority().contains(transaction.get().id());
    double tx =
        priority ? best(all, ChargingProfilePurpose.PRIORITY_CHARGING, transaction, at, unit) : -1;
    if (tx < 0 && transaction.isPresent()) {
      tx = best(all, ChargingProfilePurpose.TX_PROFILE, transaction, at, unit);
    }
    if (tx < 0) {
      tx = best(all, ChargingProfilePurpose.TX_DEFAULT_PROFILE, transaction, at, unit);
    }
    double limit = own;
    limit = station < 0 ? limit : Math.min(limit, station);
    return tx < 0 ? limit : Math.min(limit, tx);
  }

  /** Limit of the highest profile of this purpose that says something, or -1. */
  private static double best(
      List<Installed> all,
      ChargingProfilePurpose purpose,
      Optional<ActiveTransaction> transaction,
      Instant at,
      ChargingRateUnit unit) {
    double limit = -1;
    int level = -1;
    for (Installed i : all) {
      ChargingProfile p = i.profile();
      boolean mine =
          switch (purpose) {
            case TX_PROFILE ->
                i.evse() == 1 && p.transactionId().equals(transaction.map(ActiveTransaction::id));
            case TX_DEFAULT_PROFILE, PRIORITY_CHARGING -> i.evse() <= 1;
            default -> true;
          };
      if (p.chargingProfilePurpose() != purpose || !mine || p.stackLevel() < level) {
        continue;
      }
      Optional<Double> value = says(p, transaction, at);
      if (value.isPresent()) {
        level = p.stackLevel();
        limit = OUTLET.convert(value.get(), scheduleOf(p).chargingRateUnit(), unit, 0);
      }
    }
    return limit;
  }

  private static ChargingSchedule scheduleOf(ChargingProfile p) {
    return p.chargingSchedule().getFirst();
  }

  private static Optional<Double> says(
      ChargingProfile p, Optional<ActiveTransaction> transaction, Instant at) {
    if (p.validFrom().isPresent() && at.isBefore(p.validFrom().get())) {
      return Optional.empty();
    }
    if (p.validTo().isPresent() && !at.isBefore(p.validTo().get())) {
      return Optional.empty();
    }
    ChargingSchedule s = scheduleOf(p);
    long since =
        p.chargingProfileKind() == ChargingProfileKind.RELATIVE
            ? at.getEpochSecond()
                - transaction.map(ActiveTransaction::startedAt).orElse(NOW).getEpochSecond()
            : at.getEpochSecond() - s.startSchedule().orElseThrow().getEpochSecond();
    if (since < 0) {
      return Optional.empty();
    }
    if (p.chargingProfileKind() == ChargingProfileKind.RECURRING) {
      since %= p.recurrencyKind().orElseThrow() == RecurrencyKind.DAILY ? 86_400 : 7 * 86_400;
    }
    if (s.duration().isPresent() && since >= s.duration().get()) {
      return Optional.empty();
    }
    Optional<Double> limit = Optional.empty();
    for (ChargingSchedulePeriod period : s.chargingSchedulePeriod()) {
      if (period.startPeriod() <= since) {
        limit = period.limit();
      }
    }
    return limit;
  }

  /** The reference above would prove nothing if every case of it were the same. */
  @Test
  void theRandomProfilesReachEveryPurposeAndKind() {
    Set<String> seen = new HashSet<>();
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      ChargingProfile p = any(random, i).profile();
      seen.add(p.chargingProfilePurpose() + " " + p.chargingProfileKind());
    }
    assertEquals(8, seen.size(), seen::toString);
  }

  @Test
  void aSetpointReachesTheSchedule() {
    Profiles p = new Profiles();
    p.periods = List.of(Profiles.setpoint(0, -4_000));
    Composite.Span span =
        new Composite(ProfileBook.empty().with(p.installed()))
            .over(1, Optional.empty(), NOW, 60, ChargingRateUnit.W, OUTLET)
            .spans()
            .getFirst();
    assertEquals(OperationMode.CENTRAL_SETPOINT, span.mode());
    assertEquals(Optional.of(-4_000.0), span.setpoint());
    assertEquals(11_000, span.limit());
  }

  @Test
  void aScheduleWithTooManyTurnsIsCutOffAndSaysSo() {
    Profiles p = new Profiles();
    p.start = Optional.of(NOW);
    List<ChargingSchedulePeriod> periods = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      periods.add(Profiles.limit(i, i % 2 == 0 ? 1_000 : 2_000));
    }
    p.periods = periods;
    Composite.Sum sum =
        new Composite(ProfileBook.empty().with(p.installed()))
            .over(1, Optional.empty(), NOW, 5_000, ChargingRateUnit.W, OUTLET);
    assertEquals(Composite.MAX_PERIODS, sum.spans().size());
    assertEquals(Composite.MAX_PERIODS, sum.seconds());
  }

  @Test
  void chargingOnlyForbidsDischargeAndIdleForbidsBoth() {
    Profiles p = new Profiles();
    Ruling.Rule only =
        ProfileBook.empty()
            .with(p.installed())
            .outlet(1, Optional.empty(), NOW)
            .rule()
            .orElseThrow();
    assertEquals(Optional.of(0.0), only.discharge());
    assertTrue(only.setpoint().isEmpty());
    p.periods =
        List.of(
            Profiles.period(
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(OperationMode.IDLE),
                Optional.empty()));
    Ruling.Rule idle =
        ProfileBook.empty()
            .with(p.installed())
            .outlet(1, Optional.empty(), NOW)
            .rule()
            .orElseThrow();
    assertEquals(Optional.of(0.0), idle.charge());
    assertEquals(Optional.of(0.0), idle.discharge());
    assertEquals(Optional.of(0.0), idle.setpoint());
  }
}
