package energy.ebbflow.simulator.ev.iso2.wire;

import energy.ebbflow.iso15118.message.iso2.charge.ChargingProfile;
import energy.ebbflow.iso15118.message.iso2.charge.ProfileEntry;
import energy.ebbflow.iso15118.message.iso2.schedule.ConsumptionCost;
import energy.ebbflow.iso15118.message.iso2.schedule.Cost;
import energy.ebbflow.iso15118.message.iso2.schedule.CostKind;
import energy.ebbflow.iso15118.message.iso2.schedule.PmaxScheduleEntry;
import energy.ebbflow.iso15118.message.iso2.schedule.RelativeTimeInterval;
import energy.ebbflow.iso15118.message.iso2.schedule.SaScheduleList;
import energy.ebbflow.iso15118.message.iso2.schedule.SaScheduleTuple;
import energy.ebbflow.iso15118.message.iso2.schedule.SaSchedules;
import energy.ebbflow.iso15118.message.iso2.schedule.SalesTariff;
import energy.ebbflow.iso15118.message.iso2.schedule.SalesTariffEntry;
import energy.ebbflow.iso15118.message.iso2.schedule.TimeInterval;
import energy.ebbflow.simulator.ev.charging.ChargingPlan;
import energy.ebbflow.simulator.ev.charging.PowerOffer;
import energy.ebbflow.simulator.ev.charging.PowerOffer.Step;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The charger's schedules and the vehicle's profile, between the wire and the vehicle's plan. */
public final class Schedules {
  private static final double PERCENT = 100;

  private Schedules() {}

  public static List<PowerOffer> offers(SaSchedules schedules) {
    return switch (schedules) {
      case SaScheduleList list -> list.saScheduleTuple().stream().map(Schedules::offer).toList();
    };
  }

  private static PowerOffer offer(SaScheduleTuple tuple) {
    List<PmaxScheduleEntry> entries = tuple.pmaxSchedule().pmaxScheduleEntry();
    return new PowerOffer(
        tuple.saScheduleTupleId(),
        entries.stream()
            .map(e -> new Step(interval(e.timeInterval()).start(), Values.number(e.pmax())))
            .toList(),
        tuple.salesTariff().map(Schedules::prices).orElse(List.of()),
        end(interval(entries.getLast().timeInterval())));
  }

  private static RelativeTimeInterval interval(TimeInterval interval) {
    return switch (interval) {
      case RelativeTimeInterval relative -> relative;
    };
  }

  private static OptionalLong end(RelativeTimeInterval last) {
    return last.duration().isPresent()
        ? OptionalLong.of((long) last.start() + last.duration().get())
        : OptionalLong.empty();
  }

  /** An unsigned tariff is believed: without a contract nobody signs one. */
  private static List<Step> prices(SalesTariff tariff) {
    double levels = Math.max(1, tariff.numEpriceLevels().orElse(1));
    return tariff.salesTariffEntry().stream()
        .map(entry -> new Step(interval(entry.timeInterval()).start(), price(entry, levels)))
        .toList();
  }

  /** The relative price where there is one, else the level as a part of the highest. */
  private static double price(SalesTariffEntry entry, double levels) {
    Optional<Cost> relative =
        entry.consumptionCost().stream()
            .map(ConsumptionCost::cost)
            .flatMap(List::stream)
            .filter(cost -> cost.costKind() == CostKind.RELATIVE_PRICE_PERCENTAGE)
            .findFirst();
    return relative
        .map(c -> c.amount() * Math.pow(10, c.amountMultiplier().orElse(0)) / PERCENT)
        .orElse(entry.epriceLevel().orElse(0) / levels);
  }

  /** The plan as the profile of PowerDeliveryReq. */
  public static ChargingProfile profile(ChargingPlan plan, Optional<Integer> phases) {
    return new ChargingProfile(
        plan.steps().stream()
            .map(
                step ->
                    new ProfileEntry(step.startSeconds(), Values.wattsLimit(step.value()), phases))
            .toList());
  }
}
