package energy.ebbflow.simulator.ev.iso20.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.price.PriceLevelSchedule;
import energy.ebbflow.iso15118.message.iso20.price.PriceLevelScheduleEntry;
import energy.ebbflow.iso15118.message.iso20.price.PriceLevelScheduleEntryList;
import energy.ebbflow.iso15118.message.iso20.price.PriceSchedule;
import energy.ebbflow.iso15118.message.iso20.schedule.ChargingSchedule;
import energy.ebbflow.iso15118.message.iso20.schedule.PowerSchedule;
import energy.ebbflow.iso15118.message.iso20.schedule.PowerScheduleEntry;
import energy.ebbflow.iso15118.message.iso20.schedule.PowerScheduleEntryList;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleTuple;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduledSeResControlMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlannerTest {
  private static final long NOW = 1_000_000;

  private static ChargingSchedule schedule(int[] watts, int... levels) {
    List<PowerScheduleEntry> power = new ArrayList<>();
    for (int w : watts) {
      power.add(
          new PowerScheduleEntry(
              3600, RationalNumber.nearest(w, 0), Optional.empty(), Optional.empty()));
    }
    List<PriceLevelScheduleEntry> prices = new ArrayList<>();
    for (int level : levels) {
      prices.add(new PriceLevelScheduleEntry(3600, level));
    }
    Optional<PriceSchedule> price =
        prices.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new PriceLevelSchedule(
                    Optional.empty(),
                    NOW,
                    1,
                    Optional.empty(),
                    9,
                    new PriceLevelScheduleEntryList(prices)));
    return new ChargingSchedule(
        new PowerSchedule(
            NOW, Optional.empty(), Optional.empty(), new PowerScheduleEntryList(power)),
        price);
  }

  private static ScheduleTuple tuple(long id, ChargingSchedule in) {
    return new ScheduleTuple(id, in, Optional.empty());
  }

  private static Plan choose(Planner planner, ScheduleTuple... tuples) {
    return planner.choose(new ScheduledSeResControlMode(List.of(tuples)));
  }

  private static double wattHours(Plan plan) {
    return plan.slots().stream().mapToDouble(s -> s.watts() * s.seconds() / 3600).sum();
  }

  @Test
  void chargesInTheCheapestHoursBeforeDeparture() {
    Planner planner = new Planner(15_000, 11_000, 0, NOW, 3 * 3600);
    Plan plan = choose(planner, tuple(1, schedule(new int[] {10_000, 10_000, 10_000}, 3, 1, 2)));
    assertEquals(0, plan.wattsAt(NOW + 1800));
    assertEquals(10_000, plan.wattsAt(NOW + 3600));
    assertEquals(10_000, plan.wattsAt(NOW + 7200 + 1000));
    assertEquals(0, plan.wattsAt(NOW + 7200 + 2000));
    assertEquals(15_000, wattHours(plan), 5);
  }

  // What is after the departure does not help, however cheap.
  @Test
  void nothingIsPlannedAfterDeparture() {
    Planner planner = new Planner(15_000, 11_000, 0, NOW, 3600);
    Plan plan = choose(planner, tuple(1, schedule(new int[] {10_000, 10_000}, 9, 1)));
    assertEquals(10_000, wattHours(plan), 5);
    assertEquals(0, plan.wattsAt(NOW + 3600));
  }

  @Test
  void energyComesBeforePrice() {
    Planner planner = new Planner(15_000, 20_000, 0, NOW, 3600);
    Plan plan =
        choose(
            planner,
            tuple(1, schedule(new int[] {5_000}, 1)),
            tuple(2, schedule(new int[] {15_000}, 9)));
    assertEquals(2, plan.tupleId());
  }

  // Without a price all hours are alike: the first ones are taken.
  @Test
  void earlyWhereNothingCosts() {
    Planner planner = new Planner(5_000, 10_000, 0, NOW, 7200);
    Plan plan = choose(planner, tuple(4, schedule(new int[] {10_000, 10_000})));
    assertEquals(10_000, plan.wattsAt(NOW));
    assertEquals(0, plan.wattsAt(NOW + 3600));
  }

  @Test
  void neverMoreThanTheVehicleTakes() {
    Planner planner = new Planner(50_000, 7_000, 0, NOW, 7200);
    Plan plan = choose(planner, tuple(1, schedule(new int[] {22_000, 3_000}, 1, 1)));
    assertEquals(7_000, plan.wattsAt(NOW));
    assertEquals(3_000, plan.wattsAt(NOW + 3600));
  }

  // Above its target it sells, in the dearest hour, and no more than it has too much.
  @Test
  void sellsWhatItHasTooMuchInTheDearestHour() {
    ScheduleTuple both =
        new ScheduleTuple(
            1,
            schedule(new int[] {10_000, 10_000}, 2, 2),
            Optional.of(schedule(new int[] {10_000, 10_000}, 3, 8)));
    Plan plan = choose(new Planner(-4_000, 10_000, 5_000, NOW, 7200), both);
    assertEquals(0, plan.wattsAt(NOW));
    assertEquals(-5_000, plan.wattsAt(NOW + 3600));
    assertEquals(-4_000, wattHours(plan), 5);
    assertTrue(plan.cost() < 0);
  }

  // Josev's charger anchors its schedules at second 0: what is over when it comes starts now.
  @Test
  void scheduleOfAChargerWithoutAClockStartsNow() {
    long later = NOW + 1_000_000;
    Planner planner = new Planner(15_000, 11_000, 0, later, 2 * 3600);
    Plan plan = choose(planner, tuple(1, schedule(new int[] {10_000, 10_000}, 5, 1)));
    assertEquals(10_000, plan.wattsAt(later + 3600));
    assertEquals(15_000, wattHours(plan), 5);
    assertEquals(false, plan.over(later + 7199));
  }

  @Test
  void offersWithTwoSchedulesOfOneIdAreRefused() {
    ScheduleTuple one = tuple(1, schedule(new int[] {10_000}));
    Optional<String> problem = Planner.problem(new ScheduledSeResControlMode(List.of(one, one)));
    assertEquals(Optional.of("two schedules have the same id"), problem);
  }
}
