package energy.ebbflow.iso15118.secc.iso20.schedule;

import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.price.AbsolutePriceSchedule;
import energy.ebbflow.iso15118.message.iso20.price.PriceLevelSchedule;
import energy.ebbflow.iso15118.message.iso20.price.PriceLevelScheduleEntry;
import energy.ebbflow.iso15118.message.iso20.price.PriceLevelScheduleEntryList;
import energy.ebbflow.iso15118.message.iso20.price.PriceRule;
import energy.ebbflow.iso15118.message.iso20.price.PriceRuleStack;
import energy.ebbflow.iso15118.message.iso20.price.PriceRuleStackList;
import energy.ebbflow.iso15118.message.iso20.price.PriceSchedule;
import energy.ebbflow.iso15118.secc.PowerPlan;
import energy.ebbflow.iso15118.secc.PowerPlan.Interval;
import energy.ebbflow.iso15118.secc.PowerPlan.Schedule;
import energy.ebbflow.iso15118.secc.iso20.offer.Iso20Options.Pricing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The prices of a plan on the wire: in a currency, or as ranks. */
final class PriceSchedules {
  /** The price holds for the power of the moment; there is one rule for all powers. */
  private static final String PRICE_ALGORITHM = "urn:iso:std:iso:15118:-20:PriceAlgorithm:1-Power";

  /** No text is sent that would need another. */
  private static final String LANGUAGE = "eng";

  /** To 0.0001 of the currency up to 3.2767, coarser above. */
  private static final int FINEST_PRICE = -4;

  /** Our prices are per kWh, as the standard's; a level has 8 bits. */
  private static final int MAX_LEVEL = 255;

  private PriceSchedules() {}

  /**
   * The prices of one schedule.
   *
   * @param discharge of energy out of the vehicle, otherwise into it
   */
  static PriceSchedule of(PowerPlan plan, Schedule schedule, Pricing pricing, boolean discharge) {
    return switch (pricing) {
      case ABSOLUTE ->
          plan.currency().isPresent()
              ? absolute(plan, schedule, plan.currency().get(), discharge)
              : levels(plan, schedule, false);
      case LEVELS -> levels(plan, schedule, true);
      // One level for all times: it says nothing, but there are vehicles that refuse a schedule
      // without.
      case NONE -> levels(plan, schedule, false);
    };
  }

  private static AbsolutePriceSchedule absolute(
      PowerPlan plan, Schedule schedule, String currency, boolean discharge) {
    List<PriceRuleStack> stacks = new ArrayList<>();
    for (int i = 0; i < schedule.intervals().size(); i++) {
      Interval interval = schedule.intervals().get(i);
      stacks.add(
          new PriceRuleStack(
              PowerSchedules.seconds(plan, schedule, i), List.of(rule(interval, discharge))));
    }
    return new AbsolutePriceSchedule(
        Optional.empty(),
        plan.startUtcSeconds(),
        schedule.id(),
        Optional.empty(),
        currency,
        LANGUAGE,
        PRICE_ALGORITHM,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new PriceRuleStackList(stacks),
        Optional.empty(),
        Optional.empty());
  }

  private static PriceRule rule(Interval interval, boolean discharge) {
    double price = interval.pricePerKwh().orElse(0d);
    double applied = discharge ? interval.dischargePricePerKwh().orElse(price) : price;
    return new PriceRule(
        RationalNumber.nearest(applied, FINEST_PRICE),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        RationalNumber.of(0));
  }

  private static PriceLevelSchedule levels(PowerPlan plan, Schedule schedule, boolean ranked) {
    List<PriceLevelScheduleEntry> entries = new ArrayList<>();
    if (ranked) {
      for (int i = 0; i < schedule.intervals().size(); i++) {
        int level = Math.min(MAX_LEVEL, plan.priceLevel(schedule.intervals().get(i)));
        entries.add(new PriceLevelScheduleEntry(PowerSchedules.seconds(plan, schedule, i), level));
      }
    } else {
      entries.add(new PriceLevelScheduleEntry(plan.durationSeconds(), 0));
    }
    return new PriceLevelSchedule(
        Optional.empty(),
        plan.startUtcSeconds(),
        schedule.id(),
        Optional.empty(),
        ranked ? Math.min(MAX_LEVEL, plan.priceLevels()) : 1,
        new PriceLevelScheduleEntryList(entries));
  }
}
