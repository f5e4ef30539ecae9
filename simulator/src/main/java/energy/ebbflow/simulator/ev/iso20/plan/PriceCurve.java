package energy.ebbflow.simulator.ev.iso20.plan;

import energy.ebbflow.iso15118.message.iso20.price.AbsolutePriceSchedule;
import energy.ebbflow.iso15118.message.iso20.price.PriceLevelSchedule;
import energy.ebbflow.iso15118.message.iso20.price.PriceLevelScheduleEntry;
import energy.ebbflow.iso15118.message.iso20.price.PriceRuleStack;
import energy.ebbflow.iso15118.message.iso20.price.PriceSchedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Price of energy over time. Levels and fees are compared within one schedule only; both rise with
 * the cost.
 *
 * @param anchorUtcSeconds where it starts, seconds since 1970
 * @param steps in order
 */
record PriceCurve(long anchorUtcSeconds, List<Step> steps) {
  /** One price for {@code seconds}. */
  record Step(long seconds, double price) {}

  PriceCurve {
    steps = List.copyOf(steps);
  }

  /**
   * The curve of a schedule; free of charge without one. One that is over already starts now, as
   * the limits do.
   */
  static PriceCurve of(Optional<PriceSchedule> schedule, long nowUtcSeconds) {
    PriceCurve told = told(schedule);
    long end = told.anchorUtcSeconds() + told.steps().stream().mapToLong(Step::seconds).sum();
    return end > nowUtcSeconds ? told : new PriceCurve(nowUtcSeconds, told.steps());
  }

  private static PriceCurve told(Optional<PriceSchedule> schedule) {
    if (schedule.isEmpty()) {
      return new PriceCurve(0, List.of());
    }
    return switch (schedule.get()) {
      case PriceLevelSchedule levels -> {
        List<Step> steps = new ArrayList<>();
        for (PriceLevelScheduleEntry entry :
            levels.priceLevelScheduleEntries().priceLevelScheduleEntry()) {
          steps.add(new Step(entry.duration(), entry.priceLevel()));
        }
        yield new PriceCurve(levels.timeAnchor(), steps);
      }
      case AbsolutePriceSchedule fees -> {
        List<Step> steps = new ArrayList<>();
        for (PriceRuleStack stack : fees.priceRuleStacks().priceRuleStack()) {
          // The first rule is that of the lowest power; this vehicle does not shape its power by
          // it.
          steps.add(
              new Step(stack.duration(), stack.priceRule().getFirst().energyFee().toDouble()));
        }
        yield new PriceCurve(fees.timeAnchor(), steps);
      }
    };
  }

  /** Price at an instant; that of the last step afterwards, 0 where there is none. */
  double at(long utcSeconds) {
    long from = anchorUtcSeconds;
    double price = steps.isEmpty() ? 0 : steps.getLast().price();
    for (Step step : steps) {
      if (utcSeconds < from + step.seconds()) {
        return step.price();
      }
      from += step.seconds();
    }
    return price;
  }

  /** The instants at which the price changes. */
  List<Long> edges() {
    List<Long> edges = new ArrayList<>();
    long from = anchorUtcSeconds;
    for (Step step : steps) {
      edges.add(from);
      from += step.seconds();
    }
    return edges;
  }
}
