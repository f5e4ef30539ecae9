package energy.ebbflow.simulator.ev.charging;

import energy.ebbflow.simulator.ev.charging.PowerOffer.Step;
import energy.ebbflow.simulator.ev.model.EvConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * What a vehicle means to draw: one of the charger's offers, and within it the cheapest hours that
 * still bring the energy before departure.
 *
 * @param tupleId of the offer
 * @param startNanos when the offer came: its seconds count from here
 * @param steps the most power from each instant on, W
 * @param endSeconds when the offer ends; empty where it does not
 * @param needs for which it was made
 */
public record ChargingPlan(
    int tupleId, long startNanos, List<Step> steps, OptionalLong endSeconds, EvConfig.Needs needs) {

  /** A profile has at most this many entries (ISO 15118-2 ChargingProfileType). */
  static final int STEPS_MAX = 24;

  /** An offer that ends sooner is taken for one that does not end. */
  static final long SHORTEST_SECONDS = 60;

  private static final double NANOS_PER_SECOND = 1e9;
  private static final double SECONDS_PER_HOUR = 3600;

  /** Losses and taper cost a little more than the battery stores. */
  private static final double MARGIN = 1.1;

  private record Slice(long start, long end, double watts, double price) {
    double wattHours() {
      return watts * (end - start) / SECONDS_PER_HOUR;
    }
  }

  /** How well an offer serves: first the energy that it cannot bring, then what it costs. */
  private record Judged(PowerOffer offer, double missing, double cost, double dearest) {}

  /**
   * The best of the offers; the first of equal ones.
   *
   * @param offers at least one
   * @param wattHours that the battery needs
   * @param wattsMax the most the vehicle draws
   * @param needs of its user
   * @param nowNanos when the offers came
   */
  public static ChargingPlan best(
      List<PowerOffer> offers,
      double wattHours,
      double wattsMax,
      EvConfig.Needs needs,
      long nowNanos) {
    Judged best =
        offers.stream()
            .map(offer -> judge(offer, wattHours * MARGIN, wattsMax, needs.departureSeconds()))
            .min(Comparator.comparingDouble(Judged::missing).thenComparingDouble(Judged::cost))
            .orElseThrow();
    List<Step> steps = new ArrayList<>();
    for (Slice slice : slices(best.offer(), wattsMax, Long.MAX_VALUE)) {
      double watts = slice.price() > best.dearest() ? 0 : slice.watts();
      if (steps.isEmpty() || steps.getLast().value() != watts) {
        steps.add(new Step(slice.start(), watts));
      }
    }
    return new ChargingPlan(
        best.offer().id(), nowNanos, shortened(steps), best.offer().endSeconds(), needs);
  }

  /** Cheapest first, until the need is met. */
  private static Judged judge(
      PowerOffer offer, double wattHours, double wattsMax, long departureSeconds) {
    List<Slice> cheapest = slices(offer, wattsMax, departureSeconds);
    cheapest.sort(Comparator.comparingDouble(Slice::price));
    double missing = Math.max(0, wattHours);
    double cost = 0;
    double dearest = Double.NEGATIVE_INFINITY;
    for (Slice slice : cheapest) {
      if (missing <= 0) {
        break;
      }
      double taken = Math.min(missing, slice.wattHours());
      if (taken > 0) {
        missing -= taken;
        cost += taken * slice.price();
        dearest = slice.price();
      }
    }
    // What cannot be met needs every hour; who needs nothing may still take the cheapest.
    double limit = missing > 0 || cheapest.isEmpty() ? Double.POSITIVE_INFINITY : dearest;
    double free = cheapest.isEmpty() ? limit : cheapest.getFirst().price();
    return new Judged(offer, missing, cost, Math.max(limit, free));
  }

  private static List<Slice> slices(PowerOffer offer, double wattsMax, long untilSeconds) {
    TreeSet<Long> starts = new TreeSet<>();
    offer.powers().forEach(step -> starts.add(step.startSeconds()));
    offer.prices().forEach(step -> starts.add(step.startSeconds()));
    starts.add(0L);
    long end = Math.min(untilSeconds, offer.endSeconds().orElse(Long.MAX_VALUE));
    List<Slice> slices = new ArrayList<>();
    for (long start : starts) {
      Long next = starts.higher(start);
      long until = Math.min(end, next == null ? Long.MAX_VALUE : next);
      if (until > start) {
        double watts = Math.min(wattsMax, PowerOffer.at(offer.powers(), start, 0));
        double price = PowerOffer.at(offer.prices(), start, 0);
        slices.add(new Slice(start, until, Math.max(0, watts), price));
      }
    }
    return slices;
  }

  /** Too many steps end in one that keeps to the least of the rest. */
  private static List<Step> shortened(List<Step> steps) {
    if (steps.size() <= STEPS_MAX) {
      return List.copyOf(steps);
    }
    List<Step> rest = steps.subList(STEPS_MAX - 1, steps.size());
    double least = rest.stream().mapToDouble(Step::value).min().orElse(0);
    List<Step> result = new ArrayList<>(steps.subList(0, STEPS_MAX - 1));
    result.add(new Step(rest.getFirst().startSeconds(), least));
    return List.copyOf(result);
  }

  /** The most power now, W. */
  public double wattsAt(long nanos) {
    return PowerOffer.at(steps, seconds(nanos), 0);
  }

  /** The offer has ended, so a new one is to be asked for [V2G2-305]. */
  public boolean over(long nanos) {
    return endSeconds.isPresent()
        && endSeconds.getAsLong() >= SHORTEST_SECONDS
        && seconds(nanos) >= endSeconds.getAsLong();
  }

  private long seconds(long nanos) {
    return (long) Math.floor((nanos - startNanos) / NANOS_PER_SECOND);
  }
}
