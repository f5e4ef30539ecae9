package energy.ebbflow.iso15118.secc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.ebbflow.iso15118.secc.PowerPlan.Interval;
import energy.ebbflow.iso15118.secc.PowerPlan.Schedule;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PowerPlanTest {
  private static final PowerPlan PLAN =
      PowerPlan.of(
          7, 1_000, 3_600, List.of(new Interval(0, 11_000, 0), new Interval(900, 4_000, 2_000)));

  /** A vehicle that comes late is told what is left, from now on. */
  @Test
  void planIsCutAtNow() {
    PowerPlan left = PLAN.from(1_600).orElseThrow();
    assertEquals(1_600, left.startUtcSeconds());
    assertEquals(3_000, left.durationSeconds());
    assertEquals(
        List.of(new Interval(0, 11_000, 0), new Interval(300, 4_000, 2_000)),
        left.schedules().getFirst().intervals());
    assertEquals(7, left.version());
  }

  /** [V2G20-1058]: what is left of a schedule is still the schedule of that number. */
  @Test
  void scheduleKeepsItsNumber() {
    PowerPlan plan =
        new PowerPlan(
            7,
            1_000,
            3_600,
            List.of(
                new Schedule(9, List.of(new Interval(0, 11_000, 0))),
                new Schedule(3, List.of(new Interval(0, 4_000, 0), new Interval(900, 0, 0)))),
            Optional.empty(),
            Optional.empty());
    PowerPlan left = plan.from(1_900).orElseThrow();
    assertEquals(List.of(9, 3), left.schedules().stream().map(Schedule::id).toList());
    assertEquals(0, left.schedule(3).orElseThrow().at(0).chargeWattsMax());
  }

  /** An interval that starts this second is the present one; the one before it is gone. */
  @Test
  void cutAtTheEdgeOfAnInterval() {
    assertEquals(
        List.of(new Interval(0, 4_000, 2_000)),
        PLAN.from(1_900).orElseThrow().schedules().getFirst().intervals());
    assertEquals(2, PLAN.from(1_899).orElseThrow().schedules().getFirst().intervals().size());
  }

  @Test
  void planThatIsOverOrNotBegun() {
    assertEquals(Optional.of(PLAN), PLAN.from(999));
    assertEquals(1, PLAN.from(4_599).orElseThrow().durationSeconds());
    assertEquals(Optional.empty(), PLAN.from(4_600));
  }

  @Test
  void intervalAtATime() {
    Schedule schedule = PLAN.schedules().getFirst();
    assertEquals(11_000, schedule.at(899).chargeWattsMax());
    assertEquals(4_000, schedule.at(900).chargeWattsMax());
    assertEquals(4_000, schedule.at(99_999).chargeWattsMax());
  }

  /** -2 and the price levels of -20 know ranks only: 0 is the cheapest. */
  @Test
  void pricesHaveRanks() {
    Interval dear = new Interval(0, 1, 0, Optional.of(0.4), Optional.empty());
    Interval cheap = new Interval(10, 1, 0, Optional.of(-0.1), Optional.empty());
    Interval dearToo = new Interval(20, 1, 0, Optional.of(0.4), Optional.empty());
    PowerPlan plan =
        new PowerPlan(
            1,
            0,
            30,
            List.of(new Schedule(1, List.of(dear, cheap, dearToo))),
            Optional.of("EUR"),
            Optional.empty());
    assertEquals(2, plan.priceLevels());
    assertEquals(0, plan.priceLevel(cheap));
    assertEquals(1, plan.priceLevel(dearToo));
    assertEquals(1, PLAN.priceLevels());
    assertEquals(0, PLAN.priceLevel(PLAN.schedules().getFirst().intervals().getFirst()));
  }

  /** What cannot be told to a vehicle is refused where it is made. */
  @Test
  void senselessPlansAreRefused() {
    refused(() -> PowerPlan.of(1, 0, 0, List.of(new Interval(0, 1, 1))));
    refused(() -> PowerPlan.of(1, 0, 10, List.of()));
    refused(() -> PowerPlan.of(1, 0, 10, List.of(new Interval(1, 1, 1))));
    refused(() -> PowerPlan.of(1, 0, 10, List.of(new Interval(0, 1, 1), new Interval(0, 2, 2))));
    refused(() -> PowerPlan.of(1, 0, 10, List.of(new Interval(0, 1, 1), new Interval(10, 2, 2))));
    refused(() -> new Interval(0, -1, 0));
    refused(() -> new Interval(0, Double.NaN, 0));
    refused(() -> new Schedule(256, List.of(new Interval(0, 1, 1))));
    // A currency without a price everywhere.
    refused(
        () ->
            new PowerPlan(
                1,
                0,
                10,
                PLAN.from(1_900).orElseThrow().schedules(),
                Optional.of("EUR"),
                Optional.empty()));
    // The minimum above the target [V2G20-1640].
    refused(() -> new Outlook.MobilityNeeds(Optional.empty(), Optional.of(40), Optional.of(41)));
  }

  private static void refused(Runnable making) {
    assertThrows(IllegalArgumentException.class, making::run);
  }
}
