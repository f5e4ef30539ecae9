package energy.ebbflow.ocpp.tariff;

import energy.ebbflow.ocpp.v2.cost.ChargingPeriod;
import energy.ebbflow.ocpp.v2.cost.CostDetails;
import energy.ebbflow.ocpp.v2.cost.CostDimensionKind;
import energy.ebbflow.ocpp.v2.cost.CostKind;
import energy.ebbflow.ocpp.v2.cost.TotalCost;
import energy.ebbflow.ocpp.v2.cost.TotalUsage;
import energy.ebbflow.ocpp.v2.tariff.Price;
import energy.ebbflow.ocpp.v2.tariff.Tariff;
import energy.ebbflow.ocpp.v2.tariff.TaxRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an account costs. Each amount is rounded once, when it is told: to {@link #DECIMALS} digits,
 * half up; a total is the sum of the amounts that are told, so that a receipt adds up.
 */
public final class Invoice {
  /** Digits of a told amount after the point: a hundredth of a cent. */
  public static final int DECIMALS = 4;

  /** Digits in between, where a division does not end. */
  private static final int INNER_DECIMALS = 18;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal WH_PER_KWH = BigDecimal.valueOf(1_000);
  private static final BigDecimal NANOS_PER_MINUTE = BigDecimal.valueOf(60_000_000_000L);
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final AccountState account;

  private Invoice(AccountState account) {
    this.account = account;
  }

  /**
   * The cost; absent where no tariff ever counted.
   *
   * @param whole with its charging periods, as at the end of a transaction (I12.FR.02)
   */
  public static Optional<CostDetails> of(AccountState account, boolean whole) {
    return account.segments().isEmpty()
        ? Optional.empty()
        : Optional.of(new Invoice(account).details(whole));
  }

  /** The cost with tax, or without where that is all that is known; absent without a tariff. */
  public static Optional<BigDecimal> total(AccountState account) {
    return of(account, false)
        .map(CostDetails::totalCost)
        .map(TotalCost::total)
        .flatMap(t -> t.inclTax().or(t::exclTax));
  }

  /** Whether the most that the tariff says is reached (I12.FR.39). */
  static boolean reachesMost(AccountState account) {
    Amount total = new Invoice(account).amounts().total();
    return account
        .segments()
        .getLast()
        .tariff()
        .maxCost()
        .filter(most -> total.reaches(most))
        .isPresent();
  }

  /** An amount without and with tax. */
  private record Amount(BigDecimal net, BigDecimal gross) {
    static final Amount NOTHING = new Amount(BigDecimal.ZERO, BigDecimal.ZERO);

    Amount plus(Amount other) {
      return new Amount(net.add(other.net), gross.add(other.gross));
    }

    Amount rounded() {
      return new Amount(told(net), told(gross));
    }

    /** One of the two is enough. */
    boolean reaches(Price bound) {
      return bound.exclTax().filter(b -> net.compareTo(b) >= 0).isPresent()
          || bound.inclTax().filter(b -> gross.compareTo(b) >= 0).isPresent();
    }
  }

  private static BigDecimal told(BigDecimal amount) {
    return amount.setScale(DECIMALS, RoundingMode.HALF_UP);
  }

  /** One part of the cost and its taxes, where they are the same all along. */
  private record Part(Amount amount, List<TaxRate> taxes) {
    Price price() {
      return new Price(Optional.of(amount.net()), Optional.of(amount.gross()), taxes);
    }
  }

  private record Amounts(
      Optional<Part> fixed,
      Optional<Part> energy,
      Optional<Part> chargingTime,
      Optional<Part> idleTime,
      Optional<Part> reservationTime,
      Optional<Part> reservationFixed) {
    Amount total() {
      Amount sum = Amount.NOTHING;
      for (Optional<Part> part :
          List.of(fixed, energy, chargingTime, idleTime, reservationTime, reservationFixed)) {
        sum = sum.plus(part.map(Part::amount).orElse(Amount.NOTHING));
      }
      return sum;
    }
  }

  /** Stacked taxes: those of one level on the price with all levels below it (I12.FR.13). */
  private static BigDecimal taxed(BigDecimal net, List<TaxRate> taxes) {
    BigDecimal gross = net;
    List<Integer> levels =
        taxes.stream().map(t -> t.stack().orElse(0)).distinct().sorted().toList();
    for (int level : levels) {
      BigDecimal percent =
          taxes.stream()
              .filter(t -> t.stack().orElse(0) == level)
              .map(TaxRate::tax)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      gross = gross.add(gross.multiply(percent).divide(HUNDRED));
    }
    return gross;
  }

  /** What one tariff asks for, without tax; absent where it has no price for it. */
  private record Net(BigDecimal amount, List<TaxRate> taxes) {}

  private Optional<Part> part(Function<Segment, Optional<Net>> net) {
    List<Net> nets = account.segments().stream().map(net).flatMap(Optional::stream).toList();
    if (nets.isEmpty()) {
      return Optional.empty();
    }
    Amount sum = Amount.NOTHING;
    for (Net one : nets) {
      sum = sum.plus(new Amount(one.amount(), taxed(one.amount(), one.taxes())));
    }
    boolean same = nets.stream().map(Net::taxes).distinct().count() == 1;
    return Optional.of(new Part(sum.rounded(), same ? nets.getFirst().taxes() : List.of()));
  }

  private Amounts amounts() {
    return new Amounts(
        part(s -> fee(s.tariff().fixedFee(), s.due().fee())),
        part(this::energy),
        part(s -> time(s, s.tariff().chargingTime(), Dimension.CHARGING_TIME)),
        part(s -> time(s, s.tariff().idleTime(), Dimension.IDLE_TIME)),
        part(this::reservationTime),
        part(
            s ->
                account.reservationNanos().isEmpty()
                    ? Optional.empty()
                    : fee(s.tariff().reservationFixed(), s.due().reservationFee())));
  }

  private static Optional<Net> fee(Optional<Tariff.Fixed> fixed, Optional<Integer> element) {
    return fixed.flatMap(
        f -> element.map(e -> new Net(f.prices().get(e).priceFixed(), f.taxRates())));
  }

  private Optional<Net> energy(Segment segment) {
    return segment
        .tariff()
        .energy()
        .map(
            energy ->
                new Net(
                    sum(segment, Dimension.ENERGY, e -> energy.prices().get(e).priceKwh())
                        .divide(WH_PER_KWH),
                    energy.taxRates()));
  }

  private static Optional<Net> time(
      Segment segment, Optional<Tariff.Time> time, Dimension dimension) {
    return time.map(
        t ->
            new Net(
                perMinute(sum(segment, dimension, e -> t.prices().get(e).priceMinute())),
                t.taxRates()));
  }

  private Optional<Net> reservationTime(Segment segment) {
    return account
        .reservationNanos()
        .flatMap(
            nanos ->
                segment
                    .tariff()
                    .reservationTime()
                    .flatMap(
                        time ->
                            segment
                                .due()
                                .reservationTime()
                                .map(e -> time.prices().get(e).priceMinute())
                                .map(
                                    price ->
                                        new Net(
                                            perMinute(price.multiply(BigDecimal.valueOf(nanos))),
                                            time.taxRates()))));
  }

  private static BigDecimal perMinute(BigDecimal priceNanos) {
    return priceNanos.divide(NANOS_PER_MINUTE, INNER_DECIMALS, RoundingMode.HALF_UP);
  }

  private static BigDecimal sum(
      Segment segment, Dimension dimension, Function<Integer, BigDecimal> price) {
    return segment.used().stream()
        .filter(u -> u.dimension() == dimension)
        .map(u -> price.apply(u.element()).multiply(u.volume()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private CostDetails details(boolean whole) {
    return new CostDetails(
        whole ? account.spans().stream().map(Invoice::period).toList() : List.of(),
        cost(),
        new TotalUsage(
            account.wh().setScale(3, RoundingMode.HALF_UP),
            seconds(account.chargingNanos()),
            seconds(account.idleNanos()),
            account.reservationNanos().map(Invoice::seconds)),
        Optional.empty(),
        Optional.empty());
  }

  private TotalCost cost() {
    Amounts amounts = amounts();
    Amount total = amounts.total();
    Tariff tariff = account.segments().getLast().tariff();
    if (account.capped() && tariff.maxCost().isPresent()) {
      return bound(tariff, CostKind.MAX_COST, tariff.maxCost().get());
    }
    if (tariff.minCost().filter(least -> !total.reaches(least)).isPresent()) {
      return bound(tariff, CostKind.MIN_COST, tariff.minCost().get());
    }
    return new TotalCost(
        tariff.currency(),
        CostKind.NORMAL_COST,
        amounts.fixed().map(Part::price),
        amounts.energy().map(Part::price),
        amounts.chargingTime().map(Part::price),
        amounts.idleTime().map(Part::price),
        amounts.reservationTime().map(Part::price),
        amounts.reservationFixed().map(Part::price),
        new TotalCost.Total(Optional.of(total.net()), Optional.of(total.gross())));
  }

  /** I12.FR.38, FR.39: the bound takes the place of everything else. */
  private static TotalCost bound(Tariff tariff, CostKind kind, Price bound) {
    Price whole = whole(bound);
    return new TotalCost(
        tariff.currency(),
        kind,
        Optional.of(whole),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new TotalCost.Total(whole.exclTax(), whole.inclTax()));
  }

  /** With tax too, where its rates are known. */
  private static Price whole(Price bound) {
    Optional<BigDecimal> gross =
        bound
            .inclTax()
            .or(
                () ->
                    bound.taxRates().isEmpty()
                        ? Optional.empty()
                        : bound.exclTax().map(net -> taxed(net, bound.taxRates())));
    return new Price(
        bound.exclTax().map(Invoice::told), gross.map(Invoice::told), bound.taxRates());
  }

  private static ChargingPeriod period(Span span) {
    List<ChargingPeriod.Dimension> all = new ArrayList<>();
    all.add(dimension(CostDimensionKind.ENERGY, span.wh().setScale(3, RoundingMode.HALF_UP)));
    all.add(dimension(CostDimensionKind.CHARGING_TIME, precise(span.chargingNanos())));
    all.add(dimension(CostDimensionKind.IDLE_TIME, precise(span.idleNanos())));
    span.extremes()
        .ifPresent(
            e -> {
              all.add(dimension(CostDimensionKind.MIN_POWER, e.minWatts()));
              all.add(dimension(CostDimensionKind.MAX_POWER, e.maxWatts()));
              all.add(dimension(CostDimensionKind.MIN_CURRENT, e.minAmps()));
              all.add(dimension(CostDimensionKind.MAX_CURRENT, e.maxAmps()));
            });
    return new ChargingPeriod(all, Optional.of(span.tariffId()), span.start());
  }

  private static ChargingPeriod.Dimension dimension(CostDimensionKind kind, BigDecimal volume) {
    return new ChargingPeriod.Dimension(kind, volume);
  }

  private static BigDecimal precise(long nanos) {
    return BigDecimal.valueOf(nanos, 9).setScale(3, RoundingMode.HALF_UP);
  }

  private static int seconds(long nanos) {
    return Math.toIntExact((nanos + NANOS_PER_SECOND / 2) / NANOS_PER_SECOND);
  }
}
