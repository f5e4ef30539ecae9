package energy.ebbflow.firmware.evse;

import static energy.ebbflow.firmware.evse.EvseRig.MILLI;
import static energy.ebbflow.firmware.evse.EvseRig.SECOND;
import static energy.ebbflow.firmware.evse.EvseRig.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iso15118.secc.PowerPlan;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.VehicleWord;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerCourse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a vehicle in scheduled control is told of the hours to come. */
class PlansTest {
  private static final double OUTLET_WATTS = 20_000;
  private final EvseRig rig = EvseRig.dc(Optional.of(TOKEN));

  @Test
  void withoutABackOfficeThePlanIsWhatTheOutletCan() {
    rig.plug().linkUp(1).run(SECOND);
    PowerPlan plan = plan();
    assertEquals(Plans.DAY_SECONDS, plan.durationSeconds());
    assertEquals(List.of(new PowerPlan.Interval(0, OUTLET_WATTS, OUTLET_WATTS)), intervals());
    assertTrue(plan.currency().isEmpty());
  }

  @Test
  void theCourseOfTheBackOfficeIsBoundedByTheOutlet() {
    rig.plug();
    course(span(0, 50_000), span(3600, 4_000), span(7200, 6_000));
    rig.linkUp(1).run(SECOND);
    assertEquals(
        List.of(
            new PowerPlan.Interval(0, OUTLET_WATTS, 0),
            new PowerPlan.Interval(3600, 4_000, 0),
            new PowerPlan.Interval(7200, 6_000, 0)),
        intervals());
  }

  /** In scheduled control the vehicle steers: a set-point is the most it may take, or give. */
  @Test
  void aSetPointIsALimitOfThePlan() {
    rig.plug();
    course(
        new PowerCourse.Span(0, 50_000, Optional.empty(), Optional.of(5_000.0), Optional.empty()),
        new PowerCourse.Span(
            60, 50_000, Optional.empty(), Optional.of(-7_000.0), Optional.empty()));
    rig.linkUp(1).run(SECOND);
    assertEquals(5_000, intervals().get(0).chargeWattsMax());
    assertEquals(0, intervals().get(0).dischargeWattsMax());
    assertEquals(0, intervals().get(1).chargeWattsMax());
    assertEquals(7_000, intervals().get(1).dischargeWattsMax());
  }

  /** A vehicle is asked to choose anew when the plan says something else, and only then. */
  @Test
  void anotherCourseIsAnotherVersion() {
    rig.plug();
    course(span(0, 10_000), span(3600, 4_000));
    rig.linkUp(1).run(SECOND);
    int version = plan().version();
    rig.run(20 * SECOND);
    course(span(0, 10_000), span(3600 - 21, 4_000));
    rig.run(MILLI);
    assertEquals(version, plan().version(), "the same hours told again");
    course(span(0, 9_000), span(3600 - 21, 4_000));
    rig.run(MILLI);
    assertNotEquals(version, plan().version());
  }

  /** R5: a session of days never comes to the end of its plan. */
  @Test
  void thePlanIsRenewedBeforeItEnds() {
    rig.plug().linkUp(1).run(SECOND);
    PowerPlan first = plan();
    rig.waits(Plans.RENEW_NANOS - 2 * SECOND);
    assertEquals(first, plan());
    rig.waits(3 * SECOND);
    assertNotEquals(first.version(), plan().version());
    assertTrue(plan().endUtcSeconds() > first.endUtcSeconds());
  }

  @Test
  void pricesAreToldWhereEveryHourHasOne() {
    rig.plug();
    course(priced(0, 0.30), priced(600, 0.20));
    rig.linkUp(1).run(SECOND);
    assertEquals(Optional.of("EUR"), plan().currency());
    assertEquals(Optional.of(0.20), intervals().get(1).pricePerKwh());
    course(priced(0, 0.30), span(600, 10_000));
    rig.run(MILLI);
    assertTrue(plan().currency().isEmpty());
    assertTrue(intervals().stream().allMatch(any -> any.pricePerKwh().isEmpty()));
  }

  /** The link's clock is read apart from the outlet's: a second may begin between the two. */
  @Test
  void aCourseThatBeginsASecondLaterIsAPlanFromNow() {
    rig.plug();
    rig.command(
        new PowerCourse(
            1,
            Instant.ofEpochSecond(1, rig.nanos),
            7200,
            List.of(span(0, 10_000), span(7199, 4_000)),
            Optional.empty()));
    rig.linkUp(1).run(SECOND);
    assertEquals(10_000, intervals().get(0).chargeWattsMax());
    assertEquals(4_000, intervals().get(1).chargeWattsMax());
  }

  /** What a back office says may be absurd; it must not stop the outlet. */
  @Test
  void absurdPricesAndLimitsAreNotTold() {
    rig.plug();
    for (double price :
        new double[] {Double.POSITIVE_INFINITY, Double.NaN, 2 * Plans.PRICE_MAX, 1e300}) {
      course(priced(0, price), priced(600, 0.2));
      rig.linkUp(1).run(SECOND);
      assertTrue(plan().currency().isEmpty(), "price " + price);
    }
    Instant now = Instant.ofEpochSecond(0, rig.nanos);
    rig.command(
        new PowerCourse(1, now, 7200, List.of(priced(0, 0.3)), Optional.of("a lot of money")));
    rig.run(SECOND);
    assertTrue(plan().currency().isEmpty());
    course(span(0, -3), span(60, 5_000));
    rig.run(SECOND);
    assertEquals(0, intervals().get(0).chargeWattsMax());
    assertEquals(5_000, intervals().get(1).chargeWattsMax());
  }

  /** More steps than a plan has room for end in one that promises the least of the rest. */
  @Test
  void aCourseOfTooManyStepsKeepsItsLeast() {
    rig.plug();
    PowerCourse.Span[] spans = new PowerCourse.Span[PowerPlan.MAX_INTERVALS + 10];
    for (int i = 0; i < spans.length; i++) {
      spans[i] = span(10L + 60L * i, 10_000 - i);
    }
    spans[0] = span(0, 10_000);
    course(spans);
    rig.linkUp(1).run(MILLI);
    assertEquals(PowerPlan.MAX_INTERVALS, intervals().size());
    assertEquals(10_000 - spans.length + 1, intervals().getLast().chargeWattsMax());
  }

  /** R14: over AC only certified vehicles give energy back. */
  @Test
  void dischargeOverAcIsForCertifiedVehicles() {
    EvseRig ac = EvseRig.ac(Optional.of(TOKEN));
    ac.plug().linkUp(1);
    ac.says(new SeccEffect.VehicleIdentified("WMIOTHER")).run(SECOND);
    assertFalse(ac.lastView.outlook().bidirectional());
    ac.says(new SeccEffect.VehicleIdentified(EvseRig.CERTIFIED + "0001")).run(SECOND);
    assertTrue(ac.lastView.outlook().bidirectional());
    assertTrue(rig.plug().linkUp(1).run(SECOND).lastView.outlook().bidirectional());
  }

  @Test
  void whatTheVehiclePlansIsRecorded() {
    rig.plug().linkUp(1);
    VehicleWord word =
        new VehicleWord.ProfileChosen(
            Optional.of(1),
            Optional.of(1),
            List.of(new VehicleWord.ProfileStep(10, 4_000)),
            Optional.empty());
    rig.says(word).run(SECOND);
    assertTrue(
        rig.done(EvseEffect.Observe.class).stream()
            .anyMatch(effect -> effect.observation().equals(new Observation.Word(word))));
  }

  private PowerPlan plan() {
    return rig.lastView.outlook().plan().orElseThrow();
  }

  private List<PowerPlan.Interval> intervals() {
    return plan().schedules().getFirst().intervals();
  }

  private void course(PowerCourse.Span... spans) {
    Instant now = Instant.ofEpochSecond(0, rig.nanos);
    rig.command(new PowerCourse(1, now, Plans.DAY_SECONDS, List.of(spans), Optional.of("EUR")));
  }

  private static PowerCourse.Span span(long start, double watts) {
    return new PowerCourse.Span(start, watts, Optional.of(0.0), Optional.empty(), Optional.empty());
  }

  private static PowerCourse.Span priced(long start, double price) {
    return new PowerCourse.Span(
        start, 10_000, Optional.of(0.0), Optional.empty(), Optional.of(price));
  }
}
