package energy.ebbflow.simulator.ev.iso20.plan;

import energy.ebbflow.iso15118.message.iso20.schedule.ChargingSchedule;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleTuple;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduledSeResControlMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Chooses among the schedules of a charger: the one that brings the vehicle nearest to its target,
 * among equals the cheapest, among those the first. Within it the vehicle charges in the cheapest
 * stretches before its departure; what it has above its target it sells in the dearest ones.
 *
 * @param wantedWattHours into the vehicle until departure; below 0 it has so much to sell
 * @param chargeWattsMax most it takes
 * @param dischargeWattsMax most it gives; 0: it sells nothing
 * @param nowUtcSeconds seconds since 1970
 * @param departureSeconds from now
 */
public record Planner(
    double wantedWattHours,
    double chargeWattsMax,
    double dischargeWattsMax,
    long nowUtcSeconds,
    long departureSeconds) {
  /** Profiles of more slots than this are refused by the schema. */
  static final int SLOTS_MAX = 2048;

  private static final double SECONDS_PER_HOUR = 3600;
  private static final double SAME_WATT_HOURS = 1;

  /** Prices are per kWh. */
  private static final double WATT_HOURS_PER_UNIT = 1000;

  /** What is wrong with an offer, for a vehicle that does not take everything. */
  public static Optional<String> problem(ScheduledSeResControlMode offer) {
    long ids =
        offer.scheduleTuple().stream().map(ScheduleTuple::scheduleTupleId).distinct().count();
    if (ids < offer.scheduleTuple().size()) {
      return Optional.of("two schedules have the same id");
    }
    for (ScheduleTuple tuple : offer.scheduleTuple()) {
      if (new PowerCurve(tuple.chargingSchedule().powerSchedule(), 0).turnsRound()) {
        return Optional.of(
            "schedule " + tuple.scheduleTupleId() + " has a negative limit for charging");
      }
    }
    return Optional.empty();
  }

  /** The best plan of an offer. */
  public Plan choose(ScheduledSeResControlMode offer) {
    Plan best = plan(offer.scheduleTuple().getFirst());
    for (ScheduleTuple tuple : offer.scheduleTuple()) {
      Plan other = plan(tuple);
      double gain = Math.abs(wattHours(other)) - Math.abs(wattHours(best));
      boolean cheaper = Math.abs(gain) <= SAME_WATT_HOURS && other.cost() < best.cost();
      if (gain > SAME_WATT_HOURS || cheaper) {
        best = other;
      }
    }
    return best;
  }

  private static double wattHours(Plan plan) {
    return plan.slots().stream().mapToDouble(s -> s.watts() * s.seconds()).sum() / SECONDS_PER_HOUR;
  }

  /** A stretch in which neither limit nor price changes. */
  private record Stretch(long from, long until, double watts, double price) {}

  private Plan plan(ScheduleTuple tuple) {
    boolean sells = wantedWattHours < 0 && tuple.dischargingSchedule().isPresent();
    ChargingSchedule schedule =
        sells ? tuple.dischargingSchedule().get() : tuple.chargingSchedule();
    double sign = sells ? -1 : 1;
    double most = sells ? dischargeWattsMax : wantedWattHours > 0 ? chargeWattsMax : 0;
    PowerCurve limits = PowerCurve.of(schedule.powerSchedule(), nowUtcSeconds);
    List<Stretch> stretches =
        stretches(limits, PriceCurve.of(schedule.priceSchedule(), nowUtcSeconds), most);
    List<Stretch> byPrice = new ArrayList<>(stretches);
    byPrice.sort(
        Comparator.comparingDouble((Stretch s) -> sign * s.price())
            .thenComparingLong(Stretch::from));
    double left = Math.abs(wantedWattHours);
    double cost = 0;
    List<Stretch> used = new ArrayList<>();
    for (Stretch stretch : byPrice) {
      if (left <= 0 || stretch.watts() <= 0) {
        continue;
      }
      double room = stretch.watts() * (stretch.until() - stretch.from()) / SECONDS_PER_HOUR;
      long seconds =
          room <= left
              ? stretch.until() - stretch.from()
              : (long) Math.ceil(left / stretch.watts() * SECONDS_PER_HOUR);
      used.add(
          new Stretch(stretch.from(), stretch.from() + seconds, stretch.watts(), stretch.price()));
      double moved = stretch.watts() * seconds / SECONDS_PER_HOUR;
      left -= moved;
      cost += sign * moved / WATT_HOURS_PER_UNIT * stretch.price();
    }
    return new Plan(
        tuple.scheduleTupleId(),
        nowUtcSeconds,
        slots(used, limits.end(), sign),
        tuple.chargingSchedule().powerSchedule().powerTolerance().isPresent(),
        cost);
  }

  private List<Stretch> stretches(PowerCurve limits, PriceCurve prices, double most) {
    long end = Math.min(limits.end(), nowUtcSeconds + departureSeconds);
    TreeSet<Long> edges = new TreeSet<>(limits.edges());
    edges.addAll(prices.edges());
    edges.add(nowUtcSeconds);
    edges.add(end);
    List<Long> inside =
        List.copyOf(edges.subSet(nowUtcSeconds, true, Math.max(end, nowUtcSeconds), true));
    List<Stretch> stretches = new ArrayList<>();
    for (int i = 0; i + 1 < inside.size(); i++) {
      long from = inside.get(i);
      double watts = Math.min(most, limits.at(from));
      stretches.add(new Stretch(from, inside.get(i + 1), watts, prices.at(from)));
    }
    return stretches;
  }

  /** The used stretches in order, with pauses between them, to the end of the schedule. */
  private List<Plan.Slot> slots(List<Stretch> used, long end, double sign) {
    List<Stretch> inOrder = new ArrayList<>(used);
    inOrder.sort(Comparator.comparingLong(Stretch::from));
    List<Plan.Slot> slots = new ArrayList<>();
    long at = nowUtcSeconds;
    for (Stretch stretch : inOrder.subList(0, Math.min(inOrder.size(), SLOTS_MAX / 2 - 1))) {
      if (stretch.from() > at) {
        slots.add(new Plan.Slot(stretch.from() - at, 0));
      }
      slots.add(new Plan.Slot(stretch.until() - stretch.from(), sign * stretch.watts()));
      at = stretch.until();
    }
    if (end > at || slots.isEmpty()) {
      slots.add(new Plan.Slot(Math.max(1, end - at), 0));
    }
    return slots;
  }
}
