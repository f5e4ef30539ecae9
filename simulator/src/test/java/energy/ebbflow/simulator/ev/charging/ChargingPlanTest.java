package energy.ebbflow.simulator.ev.charging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.simulator.ev.charging.PowerOffer.Step;
import energy.ebbflow.simulator.ev.model.EvConfig.Needs;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** How a vehicle chooses among schedules and within one. */
class ChargingPlanTest {
  private static final Needs FOUR_HOURS = new Needs(80, 20, 4 * 3600);
  private static final OptionalLong A_DAY = OptionalLong.of(86_400);

  private static ChargingPlan best(double wattHours, PowerOffer... offers) {
    return ChargingPlan.best(List.of(offers), wattHours, 11_000, FOUR_HOURS, 0);
  }

  private static PowerOffer flat(int id, double watts, double price) {
    return new PowerOffer(id, List.of(new Step(0, watts)), List.of(new Step(0, price)), A_DAY);
  }

  private static double wattsAfter(ChargingPlan plan, double hours) {
    return plan.wattsAt(Math.round(hours * 3600e9));
  }

  @Test
  void takesTheCheaperOfTwoThatBothSuffice() {
    assertEquals(2, best(10_000, flat(1, 11_000, 0.9), flat(2, 6_000, 0.3)).tupleId());
  }

  // Energy before money: a vehicle that is not ready at departure is no use.
  @Test
  void takesTheDearerOneWhenTheCheaperDoesNotSuffice() {
    assertEquals(1, best(30_000, flat(1, 11_000, 0.9), flat(2, 4_000, 0.3)).tupleId());
  }

  @Test
  void equalOnesLeaveTheFirst() {
    assertEquals(4, best(10_000, flat(4, 11_000, 0.5), flat(5, 11_000, 0.5)).tupleId());
  }

  @Test
  void withoutPricesItChargesAtOnceWithAllThatIsOffered() {
    ChargingPlan plan =
        best(
            5_000,
            new PowerOffer(
                1, List.of(new Step(0, 22_000), new Step(3600, 7_000)), List.of(), A_DAY));
    assertEquals(11_000, wattsAfter(plan, 0));
    assertEquals(7_000, wattsAfter(plan, 1.5));
  }

  // Two cheap hours suffice for 10 kWh: nothing is drawn in the dear ones.
  @Test
  void waitsForTheCheapHours() {
    PowerOffer offer =
        new PowerOffer(
            1,
            List.of(new Step(0, 11_000)),
            List.of(new Step(0, 1), new Step(3600, 0.2), new Step(3 * 3600, 0.8)),
            A_DAY);
    ChargingPlan plan = best(10_000, offer);
    assertEquals(0, wattsAfter(plan, 0.5));
    assertEquals(11_000, wattsAfter(plan, 1.5));
    assertEquals(0, wattsAfter(plan, 3.5));
  }

  @Test
  void takesDearHoursWhenTheCheapOnesDoNotSuffice() {
    PowerOffer offer =
        new PowerOffer(
            1,
            List.of(new Step(0, 11_000)),
            List.of(new Step(0, 1), new Step(3600, 0.2), new Step(7200, 0.8)),
            A_DAY);
    ChargingPlan plan = best(25_000, offer);
    assertEquals(0, wattsAfter(plan, 0.5));
    assertEquals(11_000, wattsAfter(plan, 1.5));
    assertEquals(11_000, wattsAfter(plan, 2.5));
  }

  @Test
  void neverAboveTheOffer() {
    PowerOffer offer =
        new PowerOffer(
            1,
            List.of(new Step(0, 3_000), new Step(1800, 9_000), new Step(7200, 0)),
            List.of(new Step(900, 0.4)),
            A_DAY);
    ChargingPlan plan = best(50_000, offer);
    for (int minute = 0; minute < 240; minute++) {
      double offered = PowerOffer.at(offer.powers(), minute * 60L, 0);
      assertTrue(plan.wattsAt(minute * 60_000_000_000L) <= offered, "minute " + minute);
    }
  }

  // ISO 15118-2: a profile has at most 24 entries.
  @Test
  void longOfferIsShortenedToTheLeastOfItsRest() {
    List<Step> powers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      powers.add(new Step(i * 900L, 3_000 + i));
    }
    powers.set(35, new Step(35 * 900L, 1_000));
    ChargingPlan plan = best(90_000, new PowerOffer(1, powers, List.of(), A_DAY));
    assertEquals(24, plan.steps().size());
    assertEquals(1_000, plan.steps().getLast().value());
    assertEquals(3_022, plan.steps().get(22).value());
  }

  // [V2G2-305]: at the end of the schedule the vehicle asks for a new one. Both sides of it.
  @Test
  void isOverAtTheEndOfTheOffer() {
    ChargingPlan plan =
        best(
            10_000,
            new PowerOffer(1, List.of(new Step(0, 5_000)), List.of(), OptionalLong.of(900)));
    assertFalse(plan.over(899_999_999_999L));
    assertTrue(plan.over(900_000_000_000L));
  }

  @Test
  void offerThatEndsAtOnceIsTakenForOneWithoutEnd() {
    ChargingPlan plan =
        best(
            10_000, new PowerOffer(1, List.of(new Step(0, 5_000)), List.of(), OptionalLong.of(59)));
    assertFalse(plan.over(1_000_000_000_000L));
  }
}
