package energy.ebbflow.ocpp.tariff;

import energy.ebbflow.ocpp.tariff.Prices.Elements;
import energy.ebbflow.ocpp.v2.tariff.Conditions;
import energy.ebbflow.ocpp.v2.tariff.EvseKind;
import energy.ebbflow.ocpp.v2.tariff.Tariff;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a transaction has used, and at which prices (OCPP 2.1 I12). Volumes are kept per price, so
 * that nothing is rounded before it is told; see {@link Invoice}. Between two readings energy flows
 * evenly; whatever a price depends on splits that span where it changes, exactly. Not thread-safe.
 */
public final class Account {
  /** Our own: later changes of price open no more periods; the cost stays right. */
  static final int MAX_SPANS = 200;

  /** Digits after the point of a Wh where a span is split. */
  private static final int WH_SCALE = 9;

  private static final long SECOND = 1_000_000_000L;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final EvseKind kind;
  private final Payment payment;
  private Optional<Reading> start;
  private Optional<Reading> last;
  private long chargingNanos;
  private long idleNanos;
  private final List<Segment> segments;
  private final List<Span> spans;
  private Elements elements;
  private boolean priced;
  private final List<AccountState.Pending> pending;
  private Optional<Long> reservationNanos;
  private boolean capped;

  public Account(AccountState state) {
    this.kind = state.kind();
    this.payment = state.payment();
    this.start = state.start();
    this.last = state.last();
    this.chargingNanos = state.chargingNanos();
    this.idleNanos = state.idleNanos();
    this.segments = new ArrayList<>(state.segments());
    this.spans = new ArrayList<>(state.spans());
    this.elements =
        new Elements(state.energyElement(), state.chargingElement(), state.idleElement());
    this.priced = state.priced();
    this.pending = new ArrayList<>(state.pending());
    this.reservationNanos = state.reservationNanos();
    this.capped = state.capped();
  }

  public AccountState state() {
    return new AccountState(
        kind,
        payment,
        start,
        last,
        chargingNanos,
        idleNanos,
        segments,
        spans,
        elements.energy(),
        elements.charging(),
        elements.idle(),
        priced,
        pending,
        reservationNanos,
        capped);
  }

  /** The transaction begins, with a tariff or without one. */
  public void begin(Reading first, Optional<Tariff> tariff, ZoneId zone) {
    start = Optional.of(first);
    last = Optional.of(first);
    Situation now = situation(first, first.at(), BigDecimal.ZERO, zone);
    tariff.ifPresent(
        t -> {
          Segment.Due due =
              new Segment.Due(
                  t.fixedFee().flatMap(f -> Prices.fee(f, now, payment)),
                  t.reservationFixed().flatMap(f -> Prices.fee(f, now, payment)),
                  t.reservationTime().flatMap(r -> Prices.time(r, now)));
          segments.add(new Segment(t, due, List.of()));
          spans.add(Span.opened(t.tariffId(), first.at()));
        });
  }

  /** The outlet was kept for this transaction before it began (I12.FR.07). */
  public void reserved(Duration time) {
    reservationNanos = Optional.of(time.toNanos());
  }

  /** Another tariff counts from a moment on, which is now or was; nothing before it changes. */
  public void change(Tariff tariff, Instant at) {
    pending.add(new AccountState.Pending(at, tariff));
  }

  /** Time has passed and energy has flowed. A clock that was set back makes no time. */
  public void advance(Reading now, ZoneId zone) {
    if (last.isEmpty()) {
      begin(now, Optional.empty(), zone);
      return;
    }
    while (!pending.isEmpty()) {
      AccountState.Pending next = pending.getFirst();
      Reading before = last.get();
      if (next.at().isAfter(now.at())) {
        break;
      }
      if (next.at().isAfter(before.at())) {
        BigDecimal wh = between(before, now, nanos(before.at(), next.at()));
        run(
            before,
            new Reading(next.at(), wh, before.watts(), before.amps(), before.charging()),
            zone);
      }
      take(next.tariff());
      pending.removeFirst();
    }
    run(last.get(), now, zone);
  }

  private void take(Tariff tariff) {
    segments.add(new Segment(tariff, Segment.Due.NOTHING, List.of()));
    elements = new Elements(Optional.empty(), Optional.empty(), Optional.empty());
    priced = false;
    capped = false;
    open(tariff.tariffId(), last.orElseThrow().at());
  }

  private void open(String tariffId, Instant at) {
    if (spans.size() < MAX_SPANS) {
      spans.add(Span.opened(tariffId, at));
    }
  }

  /** Where a span is split: so long after its beginning, at this register. */
  private record Cut(long nanos, BigDecimal wh) {}

  private void run(Reading from, Reading to, ZoneId zone) {
    long nanos = Math.max(0, nanos(from.at(), to.at()));
    List<Cut> cuts = new ArrayList<>();
    if (!segments.isEmpty()) {
      List<Conditions> conditions = Prices.conditions(segments.getLast().tariff());
      clockCuts(cuts, conditions, from, to, zone);
      durationCuts(cuts, conditions, from, to, nanos);
      energyCuts(cuts, conditions, from, to, nanos);
    }
    boolean rising = to.wh().compareTo(from.wh()) >= 0;
    Comparator<Cut> byEnergy = Comparator.comparing(Cut::wh);
    cuts.sort(
        Comparator.comparingLong(Cut::nanos)
            .thenComparing(rising ? byEnergy : byEnergy.reversed()));
    cuts.add(new Cut(nanos, to.wh()));
    Cut at = new Cut(0, from.wh());
    for (Cut cut : cuts) {
      piece(from, at, cut, zone);
      at = cut;
    }
    last = Optional.of(to);
  }

  private static long nanos(Instant from, Instant to) {
    return Duration.between(from, to).toNanos();
  }

  private static BigDecimal between(Reading from, Reading to, long nanos) {
    return to.wh()
        .subtract(from.wh())
        .multiply(BigDecimal.valueOf(nanos))
        .divide(BigDecimal.valueOf(nanos(from.at(), to.at())), WH_SCALE, RoundingMode.HALF_UP)
        .add(from.wh());
  }

  private void clockCuts(
      List<Cut> cuts, List<Conditions> conditions, Reading from, Reading to, ZoneId zone) {
    if (from.at().isBefore(to.at())) {
      for (Instant edge : Edges.between(conditions, from.at(), to.at(), zone)) {
        long nanos = nanos(from.at(), edge);
        cuts.add(new Cut(nanos, between(from, to, nanos)));
      }
    }
  }

  /** Of the two kinds of time one stands still. */
  private void durationCuts(
      List<Cut> cuts, List<Conditions> conditions, Reading from, Reading to, long nanos) {
    long elapsed = chargingNanos + idleNanos;
    long own = from.charging() ? chargingNanos : idleNanos;
    for (Conditions c : conditions) {
      Stream.of(c.minTime(), c.maxTime())
          .flatMap(Optional::stream)
          .forEach(s -> durationCut(cuts, s * SECOND - elapsed, from, to, nanos));
      Stream<Optional<Integer>> kinds =
          from.charging()
              ? Stream.of(c.minChargingTime(), c.maxChargingTime())
              : Stream.of(c.minIdleTime(), c.maxIdleTime());
      kinds
          .flatMap(Optional::stream)
          .forEach(s -> durationCut(cuts, s * SECOND - own, from, to, nanos));
    }
  }

  private static void durationCut(
      List<Cut> cuts, long after, Reading from, Reading to, long nanos) {
    if (after > 0 && after < nanos) {
      cuts.add(new Cut(after, between(from, to, after)));
    }
  }

  private void energyCuts(
      List<Cut> cuts, List<Conditions> conditions, Reading from, Reading to, long nanos) {
    BigDecimal all = to.wh().subtract(from.wh());
    if (all.signum() == 0) {
      return;
    }
    BigDecimal zero = start.orElseThrow().wh();
    for (Conditions c : conditions) {
      Stream.of(c.minEnergy(), c.maxEnergy())
          .flatMap(Optional::stream)
          .map(zero::add)
          .filter(wh -> wh.compareTo(from.wh()) * wh.compareTo(to.wh()) < 0)
          .forEach(
              wh ->
                  cuts.add(
                      new Cut(
                          wh.subtract(from.wh())
                              .multiply(BigDecimal.valueOf(nanos))
                              .divide(all, 0, RoundingMode.HALF_UP)
                              .longValueExact(),
                          wh)));
    }
  }

  /** A piece over which no condition changes; power, current and charging are those held. */
  private void piece(Reading held, Cut from, Cut to, ZoneId zone) {
    long nanos = to.nanos() - from.nanos();
    BigDecimal wh = to.wh().subtract(from.wh());
    if (nanos == 0 && wh.signum() == 0) {
      return;
    }
    if (!segments.isEmpty()) {
      // In the middle: energy may fall, and then it is below a bound just after it has met it.
      BigDecimal middle = from.wh().add(to.wh()).divide(TWO).subtract(start.orElseThrow().wh());
      Instant at = held.at().plusNanos(from.nanos());
      Elements now = Prices.at(segments.getLast().tariff(), situation(held, at, middle, zone));
      if (priced && !now.equals(elements)) {
        open(segments.getLast().tariff().tariffId(), at);
      }
      elements = now;
      priced = true;
      if (!capped) {
        charge(now, held.charging(), wh, nanos);
      }
      spans.set(spans.size() - 1, spans.getLast().with(wh, nanos, held));
    }
    if (held.charging()) {
      chargingNanos += nanos;
    } else {
      idleNanos += nanos;
    }
    boolean bounded = !segments.isEmpty() && segments.getLast().tariff().maxCost().isPresent();
    if (bounded && !capped) {
      capped = Invoice.reachesMost(state());
    }
  }

  private void charge(Elements now, boolean charging, BigDecimal wh, long nanos) {
    Segment segment = segments.getLast();
    if (now.energy().isPresent()) {
      segment = segment.with(Dimension.ENERGY, now.energy().get(), wh);
    }
    Optional<Integer> time = charging ? now.charging() : now.idle();
    if (time.isPresent()) {
      segment =
          segment.with(
              charging ? Dimension.CHARGING_TIME : Dimension.IDLE_TIME,
              time.get(),
              BigDecimal.valueOf(nanos));
    }
    segments.set(segments.size() - 1, segment);
  }

  private Situation situation(Reading held, Instant at, BigDecimal wh, ZoneId zone) {
    return new Situation(
        at.atZone(zone).toLocalDateTime(),
        kind,
        wh,
        held.watts(),
        held.amps(),
        chargingNanos + idleNanos,
        chargingNanos,
        idleNanos);
  }
}
