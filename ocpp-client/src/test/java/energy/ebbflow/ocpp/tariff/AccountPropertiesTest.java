package energy.ebbflow.ocpp.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.ebbflow.ocpp.v2.cost.ChargingPeriod;
import energy.ebbflow.ocpp.v2.cost.CostDetails;
import energy.ebbflow.ocpp.v2.tariff.Conditions;
import energy.ebbflow.ocpp.v2.tariff.EvseKind;
import energy.ebbflow.ocpp.v2.tariff.Price;
import energy.ebbflow.ocpp.v2.tariff.Tariff;
import energy.ebbflow.ocpp.v2.tariff.TaxRate;
import energy.ebbflow.ocpp.v2.tariff.Weekday;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Random tariffs and random sessions, against a reference that knows no boundaries: it asks every
 * condition at every single second, and pays for that second.
 */
class AccountPropertiesTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  /** Around the night in which the clocks go forward. */
  private static final Instant BASE = Instant.parse("2026-03-28T21:30:00Z");

  /** Energy comes in these, so that every threshold is met at a whole second. */
  private static final int STEP_WH = 7;

  /** A span with the same power: {@code steps} of energy a second. */
  private record Stretch(int seconds, int steps, double watts, boolean charging) {}

  @Property(tries = 400)
  void agreesWithTheReferenceAtEverySecond(@ForAll long seed) {
    Random random = new Random(seed);
    Tariff first = any(random, "first");
    Tariff second = any(random, "second");
    Instant start = BASE.plusSeconds(random.nextInt(6 * 3_600));
    List<Stretch> stretches = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(6); i++) {
      int steps = random.nextInt(3) - 1;
      stretches.add(
          new Stretch(
              1 + random.nextInt(1_500),
              steps,
              steps * 1_000.0 * (1 + random.nextInt(20)),
              random.nextInt(3) > 0));
    }
    int length = stretches.stream().mapToInt(Stretch::seconds).sum();
    int change = random.nextBoolean() ? random.nextInt(length) : length + 1;
    CostDetails got = account(random, first, second, start, stretches, change);
    Reference expected = reference(first, second, start, stretches, change);
    String where = "seed " + seed;
    expected.check(got, where);
  }

  /** The same session in readings at random, kept and read back in between. */
  private static CostDetails account(
      Random random,
      Tariff first,
      Tariff second,
      Instant start,
      List<Stretch> stretches,
      int change) {
    Account account = new Account(AccountState.initial(EvseKind.DC, Payment.UNKNOWN));
    int at = 0;
    double wh = 1_000;
    boolean changed = false;
    for (Stretch stretch : stretches) {
      int done = 0;
      while (done < stretch.seconds()) {
        Reading last = Some.reading(start.plusSeconds(at), wh, stretch.watts(), stretch.charging());
        if (at == 0) {
          account.begin(last, Optional.of(first), ZONE);
        } else {
          account.advance(last, ZONE);
        }
        if (random.nextInt(4) == 0) {
          account = new Account(Some.kept(account.state()));
        }
        int next = 1 + random.nextInt(stretch.seconds() - done);
        if (!changed && change >= at && change < at + next) {
          account.change(second, start.plusSeconds(change));
          changed = true;
        }
        done += next;
        at += next;
        wh += (double) next * stretch.steps() * STEP_WH;
      }
    }
    account.advance(Some.reading(start.plusSeconds(at), wh, 0, false), ZONE);
    return Some.details(account);
  }

  /** What was paid with one tariff, in units of price × Wh and price × s. */
  private static final class Sums {
    private final Tariff tariff;
    private BigDecimal energy = BigDecimal.ZERO;
    private BigDecimal charging = BigDecimal.ZERO;
    private BigDecimal idle = BigDecimal.ZERO;

    private Sums(Tariff tariff) {
      this.tariff = tariff;
    }
  }

  private record Reference(List<Sums> sums, List<Instant> periods, int wh, int charging, int idle) {
    void check(CostDetails got, String where) {
      BigDecimal net = BigDecimal.ZERO;
      BigDecimal gross = BigDecimal.ZERO;
      List<Optional<Price>> told =
          List.of(
              got.totalCost().energy(), got.totalCost().chargingTime(), got.totalCost().idleTime());
      for (int d = 0; d < told.size(); d++) {
        BigDecimal dimension = BigDecimal.ZERO;
        BigDecimal taxed = BigDecimal.ZERO;
        boolean priced = false;
        for (Sums one : sums) {
          Optional<List<TaxRate>> rates =
              switch (d) {
                case 0 -> one.tariff.energy().map(Tariff.Energy::taxRates);
                case 1 -> one.tariff.chargingTime().map(Tariff.Time::taxRates);
                default -> one.tariff.idleTime().map(Tariff.Time::taxRates);
              };
          BigDecimal amount =
              switch (d) {
                case 0 -> one.energy.movePointLeft(3);
                case 1 -> one.charging.divide(BigDecimal.valueOf(60), 30, RoundingMode.HALF_UP);
                default -> one.idle.divide(BigDecimal.valueOf(60), 30, RoundingMode.HALF_UP);
              };
          priced |= rates.isPresent();
          dimension = dimension.add(amount);
          taxed = taxed.add(taxed(amount, rates.orElse(List.of())));
        }
        assertEquals(priced, told.get(d).isPresent(), where);
        BigDecimal rounded = dimension.setScale(4, RoundingMode.HALF_UP);
        BigDecimal roundedTax = taxed.setScale(4, RoundingMode.HALF_UP);
        if (priced) {
          assertEquals(rounded, told.get(d).get().exclTax().orElseThrow(), where + " part " + d);
          assertEquals(roundedTax, told.get(d).get().inclTax().orElseThrow(), where + " tax " + d);
        }
        net = net.add(rounded);
        gross = gross.add(roundedTax);
      }
      assertEquals(0, net.compareTo(got.totalCost().total().exclTax().orElseThrow()), where);
      assertEquals(0, gross.compareTo(got.totalCost().total().inclTax().orElseThrow()), where);
      assertEquals(wh, got.totalUsage().energy().doubleValue(), where);
      assertEquals(charging, got.totalUsage().chargingTime(), where);
      assertEquals(idle, got.totalUsage().idleTime(), where);
      assertEquals(
          periods, got.chargingPeriods().stream().map(ChargingPeriod::startPeriod).toList(), where);
    }

    /** In the reference levels go from 0 to 2 and nothing is sorted. */
    private static BigDecimal taxed(BigDecimal net, List<TaxRate> rates) {
      BigDecimal gross = net;
      for (int level = 0; level <= 2; level++) {
        BigDecimal more = BigDecimal.ZERO;
        for (TaxRate rate : rates) {
          if (rate.stack().orElse(0) == level) {
            more = more.add(gross.multiply(rate.tax()).movePointLeft(2));
          }
        }
        gross = gross.add(more);
      }
      return gross;
    }
  }

  private static Reference reference(
      Tariff first, Tariff second, Instant start, List<Stretch> stretches, int change) {
    List<Sums> sums = new ArrayList<>(List.of(new Sums(first)));
    List<Instant> periods = new ArrayList<>(List.of(start));
    List<Integer> before = List.of();
    int at = 0;
    int wh = 0;
    int charging = 0;
    int idle = 0;
    for (Stretch stretch : stretches) {
      for (int s = 0; s < stretch.seconds(); s++) {
        if (at == change) {
          sums.add(new Sums(second));
          periods.add(start.plusSeconds(at));
          before = List.of();
        }
        Sums now = sums.getLast();
        Moment moment =
            new Moment(
                start.plusSeconds(at).atZone(ZONE),
                wh + stretch.steps() * STEP_WH / 2.0,
                stretch.watts(),
                at,
                charging,
                idle);
        int energy =
            now.tariff
                .energy()
                .map(e -> index(e.prices().stream().map(p -> p.conditions()).toList(), moment))
                .orElse(-1);
        int flows = time(now.tariff.chargingTime(), moment);
        int rests = time(now.tariff.idleTime(), moment);
        List<Integer> used = List.of(energy, flows, rests);
        if (!before.isEmpty() && !used.equals(before)) {
          periods.add(start.plusSeconds(at));
        }
        before = used;
        if (energy >= 0) {
          now.energy =
              now.energy.add(
                  now.tariff
                      .energy()
                      .orElseThrow()
                      .prices()
                      .get(energy)
                      .priceKwh()
                      .multiply(BigDecimal.valueOf((long) stretch.steps() * STEP_WH)));
        }
        if (stretch.charging() && flows >= 0) {
          now.charging =
              now.charging.add(
                  now.tariff.chargingTime().orElseThrow().prices().get(flows).priceMinute());
        }
        if (!stretch.charging() && rests >= 0) {
          now.idle =
              now.idle.add(now.tariff.idleTime().orElseThrow().prices().get(rests).priceMinute());
        }
        wh += stretch.steps() * STEP_WH;
        charging += stretch.charging() ? 1 : 0;
        idle += stretch.charging() ? 0 : 1;
        at++;
      }
    }
    return new Reference(sums, periods, wh, charging, idle);
  }

  private static int time(Optional<Tariff.Time> time, Moment moment) {
    return time.map(t -> index(t.prices().stream().map(p -> p.conditions()).toList(), moment))
        .orElse(-1);
  }

  private static int index(List<Optional<Conditions>> conditions, Moment moment) {
    for (int i = 0; i < conditions.size(); i++) {
      if (conditions.get(i).isEmpty() || moment.meets(conditions.get(i).get())) {
        return i;
      }
    }
    return -1;
  }

  /** One second, as the reference sees it. */
  private record Moment(
      ZonedDateTime wall, double wh, double watts, int elapsed, int charging, int idle) {
    boolean meets(Conditions c) {
      boolean meets = c.evseKind().isEmpty() || c.evseKind().get() == EvseKind.DC;
      if (c.startTimeOfDay().isPresent() || c.endTimeOfDay().isPresent()) {
        int now = wall.toLocalTime().toSecondOfDay();
        int from = c.startTimeOfDay().map(t -> LocalTime.parse(t).toSecondOfDay()).orElse(0);
        int to = c.endTimeOfDay().map(t -> LocalTime.parse(t).toSecondOfDay()).orElse(0);
        meets &= from == to || (from < to ? now >= from && now < to : now >= from || now < to);
      }
      meets &=
          c.dayOfWeek().isEmpty()
              || c.dayOfWeek().stream().anyMatch(d -> d.name().equals(wall.getDayOfWeek().name()));
      LocalDate date = wall.toLocalDate();
      meets &= c.validFromDate().map(d -> d.compareTo(date.toString()) <= 0).orElse(true);
      meets &= c.validToDate().map(d -> d.compareTo(date.toString()) > 0).orElse(true);
      meets &= bound(wh, c.minEnergy(), c.maxEnergy());
      meets &= bound(watts, c.minPower(), c.maxPower());
      meets &= bound(watts / 230, c.minCurrent(), c.maxCurrent());
      meets &= c.minTime().map(m -> elapsed >= m).orElse(true);
      meets &= c.maxTime().map(m -> elapsed < m).orElse(true);
      meets &= c.minChargingTime().map(m -> charging >= m).orElse(true);
      meets &= c.maxChargingTime().map(m -> charging < m).orElse(true);
      meets &= c.minIdleTime().map(m -> idle >= m).orElse(true);
      meets &= c.maxIdleTime().map(m -> idle < m).orElse(true);
      return meets;
    }

    private static boolean bound(double value, Optional<BigDecimal> min, Optional<BigDecimal> max) {
      double least = min.map(BigDecimal::doubleValue).orElse(0.0);
      double most = max.map(BigDecimal::doubleValue).orElse(0.0);
      boolean enough = min.isEmpty() || (least < 0 ? value <= least : value >= least);
      boolean inside = max.isEmpty() || (most < 0 ? value > most : value < most);
      return enough && inside;
    }
  }

  private static Tariff any(Random random, String id) {
    return new Tariff(
        id,
        List.of(),
        "EUR",
        some(random, 5).map(n -> energy(random)),
        Optional.empty(),
        some(random, 3).map(n -> time(random)),
        some(random, 3).map(n -> time(random)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Absent once in {@code of}. */
  private static Optional<Integer> some(Random random, int of) {
    return random.nextInt(of) == 0 ? Optional.empty() : Optional.of(random.nextInt(of));
  }

  private static Tariff.Energy energy(Random random) {
    List<Tariff.EnergyPrice> prices = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(4); i++) {
      prices.add(new Tariff.EnergyPrice(price(random), some(random, 5).map(n -> when(random))));
    }
    return new Tariff.Energy(prices, taxes(random));
  }

  private static Tariff.Time time(Random random) {
    List<Tariff.TimePrice> prices = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(4); i++) {
      prices.add(new Tariff.TimePrice(price(random), some(random, 5).map(n -> when(random))));
    }
    return new Tariff.Time(prices, taxes(random));
  }

  private static BigDecimal price(Random random) {
    return BigDecimal.valueOf(random.nextInt(2_000) - 200, 3);
  }

  private static List<TaxRate> taxes(Random random) {
    List<TaxRate> rates = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      rates.add(
          new TaxRate(
              "t",
              BigDecimal.valueOf(random.nextInt(250), 1),
              random.nextBoolean() ? Optional.empty() : Optional.of(random.nextInt(3))));
    }
    return rates;
  }

  private static Conditions when(Random random) {
    return new Conditions(
        rarely(random, clock(random)),
        rarely(random, clock(random)),
        random.nextInt(5) == 0 ? List.of(Weekday.values()[random.nextInt(7)]) : List.of(),
        rarely(random, "2026-03-" + (28 + random.nextInt(3))),
        rarely(random, "2026-03-" + (28 + random.nextInt(3))),
        random.nextInt(8) == 0
            ? Optional.of(random.nextInt(4) == 0 ? EvseKind.AC : EvseKind.DC)
            : Optional.empty(),
        rarely(random, BigDecimal.valueOf((random.nextInt(400) - 100L) * STEP_WH)),
        rarely(random, BigDecimal.valueOf((random.nextInt(400) - 100L) * STEP_WH)),
        rarely(random, BigDecimal.valueOf(random.nextInt(80) - 40)),
        rarely(random, BigDecimal.valueOf(random.nextInt(80) - 40)),
        rarely(random, BigDecimal.valueOf(random.nextInt(20_000) - 10_000)),
        rarely(random, BigDecimal.valueOf(random.nextInt(20_000) - 10_000)),
        rarely(random, random.nextInt(4_000)),
        rarely(random, random.nextInt(4_000)),
        rarely(random, random.nextInt(3_000)),
        rarely(random, random.nextInt(3_000)),
        rarely(random, random.nextInt(2_000)),
        rarely(random, random.nextInt(2_000)));
  }

  private static <T> Optional<T> rarely(Random random, T value) {
    return random.nextInt(6) == 0 ? Optional.of(value) : Optional.empty();
  }

  private static String clock(Random random) {
    return "%02d:%02d".formatted(random.nextInt(24), random.nextInt(4) * 15);
  }
}
