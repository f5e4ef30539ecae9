package energy.ebbflow.ocpp.link;

import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerCourse;
import energy.ebbflow.ocpp.profile.ActiveTransaction;
import energy.ebbflow.ocpp.profile.Circumstances;
import energy.ebbflow.ocpp.profile.Composite;
import energy.ebbflow.ocpp.profile.ProfileBook;
import energy.ebbflow.ocpp.profile.Ruling;
import energy.ebbflow.ocpp.v2.price.AbsolutePriceSchedule;
import energy.ebbflow.ocpp.v2.price.PriceRuleStack;
import energy.ebbflow.ocpp.v2.price.RationalNumber;
import energy.ebbflow.ocpp.v2.type.ChargingRateUnit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Tells the station what the charging profiles say over the next day (K15, Q). */
final class Courses {
  /** How far a course reaches. */
  static final int HORIZON_SECONDS = 86_400;

  /** A course is told anew when half of it is over. */
  static final Duration RENEW = Duration.ofSeconds(HORIZON_SECONDS / 2);

  /** Steps of prices beyond it are not told: a vehicle takes as many at most. */
  private static final int PRICE_STEPS_MAX = 1024;

  private record Basis(
      ProfileBook book, Optional<ActiveTransaction> transaction, Circumstances circumstances) {}

  private record Told(Basis basis, Instant at) {}

  private final Station station;
  private final Map<Integer, Told> told = new HashMap<>();

  Courses(Station station) {
    this.station = station;
  }

  /** When a course is told anew, without anything having changed. */
  Optional<Instant> due() {
    return told.values().stream()
        .filter(last -> !last.basis().book().installed().isEmpty())
        .map(last -> last.at().plus(RENEW))
        .min(Instant::compareTo);
  }

  /** What has changed since the last call. */
  List<PowerCourse> changes(Instant now) {
    List<PowerCourse> changes = new ArrayList<>();
    for (int evse = 1; evse <= station.config().outlets().size(); evse++) {
      Basis basis =
          new Basis(station.profiles(), station.activeAt(evse), station.energy().circumstances());
      Told last = told.get(evse);
      boolean silent = last == null && basis.book().installed().isEmpty();
      boolean same =
          last != null
              && last.basis().equals(basis)
              && (basis.book().installed().isEmpty() || now.isBefore(last.at().plus(RENEW)));
      if (!silent && !same) {
        told.put(evse, new Told(basis, now));
        changes.add(course(evse, basis, now));
      }
    }
    return changes;
  }

  private PowerCourse course(int evse, Basis basis, Instant now) {
    Composite.Sum sum = station.composite(evse, now, HORIZON_SECONDS, ChargingRateUnit.W);
    Optional<AbsolutePriceSchedule> prices =
        basis
            .book()
            .outlet(evse, basis.transaction(), now, basis.circumstances())
            .rule()
            .flatMap(rule -> rule.profile().chargingSchedule().getFirst().absolutePriceSchedule());
    TreeSet<Integer> turns = new TreeSet<>();
    sum.spans().forEach(span -> turns.add(span.startSeconds()));
    prices.ifPresent(schedule -> priceTurns(schedule, now, sum.seconds(), turns));
    List<PowerCourse.Span> spans = new ArrayList<>();
    for (int turn : turns) {
      spans.add(span(evse, basis, at(sum, turn), turn, prices, now));
    }
    return new PowerCourse(
        evse, now, Math.max(1, sum.seconds()), spans, prices.map(AbsolutePriceSchedule::currency));
  }

  private static Composite.Span at(Composite.Sum sum, int seconds) {
    Composite.Span found = sum.spans().getFirst();
    for (Composite.Span span : sum.spans()) {
      if (span.startSeconds() <= seconds) {
        found = span;
      }
    }
    return found;
  }

  private static PowerCourse.Span span(
      int evse,
      Basis basis,
      Composite.Span sum,
      int turn,
      Optional<AbsolutePriceSchedule> prices,
      Instant now) {
    // The sum says nothing of discharge both where it is forbidden and where nobody limits it.
    Ruling ruling =
        basis
            .book()
            .outlet(evse, basis.transaction(), now.plusSeconds(turn), basis.circumstances());
    boolean forbidden =
        ruling.rule().flatMap(Ruling.Rule::discharge).filter(most -> most == 0).isPresent();
    return new PowerCourse.Span(
        turn,
        sum.limit(),
        forbidden ? Optional.of(0.0) : sum.dischargeLimit(),
        sum.setpoint(),
        prices.flatMap(schedule -> price(schedule, now.plusSeconds(turn))));
  }

  private static void priceTurns(
      AbsolutePriceSchedule schedule, Instant now, int seconds, TreeSet<Integer> turns) {
    Instant at = schedule.timeAnchor();
    for (PriceRuleStack stack : schedule.priceRuleStacks()) {
      long offset = Duration.between(now, at).getSeconds();
      if (offset > 0 && offset < seconds && turns.size() < PRICE_STEPS_MAX) {
        turns.add((int) offset);
      }
      at = at.plusSeconds(stack.duration());
    }
  }

  /** The fee from the lowest power on: a plan has one price for an interval. */
  private static Optional<Double> price(AbsolutePriceSchedule schedule, Instant at) {
    Instant start = schedule.timeAnchor();
    for (PriceRuleStack stack : schedule.priceRuleStacks()) {
      Instant end = start.plusSeconds(stack.duration());
      if (!at.isBefore(start) && at.isBefore(end)) {
        return stack.priceRule().stream().findFirst().map(rule -> number(rule.energyFee()));
      }
      start = end;
    }
    return Optional.empty();
  }

  private static double number(RationalNumber rational) {
    return rational.value() * Math.pow(10, rational.exponent());
  }
}
