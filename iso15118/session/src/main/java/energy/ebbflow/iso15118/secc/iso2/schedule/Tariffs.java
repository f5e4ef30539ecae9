package energy.ebbflow.iso15118.secc.iso2.schedule;

import energy.ebbflow.iso15118.message.iso2.PhysicalValue;
import energy.ebbflow.iso15118.message.iso2.UnitSymbol;
import energy.ebbflow.iso15118.message.iso2.schedule.ConsumptionCost;
import energy.ebbflow.iso15118.message.iso2.schedule.Cost;
import energy.ebbflow.iso15118.message.iso2.schedule.CostKind;
import energy.ebbflow.iso15118.message.iso2.schedule.SalesTariff;
import energy.ebbflow.iso15118.message.iso2.schedule.SalesTariffEntry;
import energy.ebbflow.iso15118.secc.PowerPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What energy costs over time (SalesTariff). The messages of -2 know no currency: a price is a
 * level and a percentage of the highest price on offer. It is not signed: the signature of a tariff
 * belongs to a contract, and there is none under external identification (note 3 of [V2G2-905]).
 */
final class Tariffs {
  /** EPriceLevel and NumEPriceLevels end here. */
  private static final int MOST_LEVELS = 255;

  private static final int PERCENT = 100;

  private Tariffs() {}

  /** The tariff of a schedule; empty where the plan has no prices. */
  static Optional<SalesTariff> of(
      PowerPlan plan, PowerPlan.Schedule schedule, long delay, long end, int most) {
    List<Steps.Step> prices = new ArrayList<>();
    for (PowerPlan.Interval interval : schedule.intervals()) {
      if (interval.pricePerKwh().isEmpty()) {
        return Optional.empty();
      }
      // The first price holds from now on: the vehicle is not told of a time without one.
      long start = interval.startSeconds() == 0 ? 0 : delay + interval.startSeconds();
      prices.add(new Steps.Step(start, interval.pricePerKwh().get()));
    }
    List<Steps.Step> told =
        Steps.atMost(
            most, prices.stream().filter(step -> step.startSeconds() < end).toList(), Math::max);
    List<Double> all = distinctPrices(plan);
    List<SalesTariffEntry> entries = new ArrayList<>();
    for (Steps.Step step : told) {
      boolean last = step == told.getLast();
      entries.add(
          new SalesTariffEntry(
              Schedules.interval(step.startSeconds(), last ? Optional.of(end) : Optional.empty()),
              Optional.of(level(step.value(), all)),
              List.of(cost(step.value(), all.getLast()))));
    }
    return Optional.of(
        new SalesTariff(
            Optional.empty(),
            schedule.id(),
            plan.currency().map(currency -> "prices relative to " + currency),
            Optional.of(Math.min(all.size(), MOST_LEVELS)),
            entries));
  }

  /** All prices of a plan, each once, the cheapest first. */
  private static List<Double> distinctPrices(PowerPlan plan) {
    return plan.schedules().stream()
        .flatMap(schedule -> schedule.intervals().stream())
        .flatMap(interval -> interval.pricePerKwh().stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** 1 is the cheapest; more prices than levels share them. */
  private static int level(double price, List<Double> all) {
    int rank = Math.max(0, all.indexOf(price));
    return all.size() <= MOST_LEVELS
        ? 1 + rank
        : 1 + (int) ((long) rank * (MOST_LEVELS - 1) / (all.size() - 1));
  }

  /** Percent of the highest price, from any power on. A price below zero is told as zero. */
  private static ConsumptionCost cost(double price, double highest) {
    long percent = highest > 0 ? Math.round(PERCENT * Math.max(0, price) / highest) : 0;
    return new ConsumptionCost(
        new PhysicalValue(0, UnitSymbol.W, 0),
        List.of(new Cost(CostKind.RELATIVE_PRICE_PERCENTAGE, percent, Optional.empty())));
  }
}
