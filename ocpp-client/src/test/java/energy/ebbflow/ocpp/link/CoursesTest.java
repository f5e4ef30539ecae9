package energy.ebbflow.ocpp.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerCourse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the profiles say over the next day, for vehicles that choose from a schedule. */
class CoursesTest {
  private final Bench bench;

  CoursesTest(@TempDir Path folder) {
    bench = new Bench(folder).online();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aStationWithoutProfilesIsToldNothing() {
    bench.pass(10);
    assertTrue(bench.none(PowerCourse.class));
  }

  @Test
  void theStepsOfAProfileAreTheSpansOfTheCourse() {
    install("\"operationMode\":\"ChargingOnly\",\"limit\":4000", "");
    PowerCourse course = bench.command(PowerCourse.class);
    assertEquals(1, course.evse());
    assertEquals(Bench.START, course.start());
    assertEquals(Courses.HORIZON_SECONDS, course.seconds());
    assertEquals(
        List.of(span(0, 4_000, Optional.of(0.0)), span(3600, 2_000, Optional.of(0.0))),
        course.spans());
    assertEquals(Optional.empty(), course.currency());
  }

  /** Nobody limits discharge here, so nothing is said of it. */
  @Test
  void dischargeThatNobodyLimitsIsLeftOpen() {
    install("\"operationMode\":\"ExternalLimits\",\"limit\":4000", "");
    assertEquals(
        Optional.empty(), bench.command(PowerCourse.class).spans().getFirst().dischargeWattsMax());
  }

  @Test
  void pricesCutTheCourseWhereTheyChange() {
    install(
        "\"operationMode\":\"ChargingOnly\",\"limit\":4000",
        ",\"absolutePriceSchedule\":{\"timeAnchor\":\"2026-03-01T12:00:00Z\","
            + "\"priceScheduleID\":1,\"currency\":\"EUR\",\"language\":\"en\","
            + "\"priceAlgorithm\":\"urn:iso:std:iso:15118:-20:PriceAlgorithm:1-Power\","
            + "\"priceRuleStacks\":["
            + stack(1800, 30)
            + ","
            + stack(90_000, 25)
            + "]}");
    PowerCourse course = bench.command(PowerCourse.class);
    assertEquals(Optional.of("EUR"), course.currency());
    assertEquals(
        List.of(0L, 1800L, 3600L),
        course.spans().stream().map(PowerCourse.Span::startSeconds).toList());
    assertEquals(0.30, course.spans().get(0).pricePerKwh().orElseThrow(), 1e-9);
    assertEquals(0.25, course.spans().get(1).pricePerKwh().orElseThrow(), 1e-9);
    assertEquals(0.25, course.spans().get(2).pricePerKwh().orElseThrow(), 1e-9);
  }

  /** R5: whoever stays for days hears of the day after; both sides of the half day. */
  @Test
  void theCourseIsToldAnewAfterHalfADay() {
    install("\"operationMode\":\"ChargingOnly\",\"limit\":4000", "");
    bench.command(PowerCourse.class);
    Courses courses = new Courses(bench.station);
    assertEquals(1, courses.changes(Bench.START).stream().filter(c -> c.evse() == 1).count());
    assertEquals(List.of(), courses.changes(Bench.START.plus(Courses.RENEW).minusSeconds(1)));
    assertEquals(
        1,
        courses.changes(Bench.START.plus(Courses.RENEW)).stream()
            .filter(c -> c.evse() == 1)
            .count());
    assertEquals(Optional.of(Bench.START.plus(Courses.RENEW).plus(Courses.RENEW)), courses.due());
  }

  private void install(String period, String prices) {
    String status =
        bench
            .asked(
                "SetChargingProfile",
                "{\"evseId\":1,\"chargingProfile\":{\"id\":1,\"stackLevel\":0,"
                    + "\"chargingProfilePurpose\":\"TxDefaultProfile\","
                    + "\"chargingProfileKind\":\"Absolute\",\"chargingSchedule\":[{\"id\":1,"
                    + "\"startSchedule\":\"2026-03-01T12:00:00Z\","
                    + "\"chargingRateUnit\":\"W\",\"chargingSchedulePeriod\":["
                    + "{\"startPeriod\":0,"
                    + period
                    + "},{\"startPeriod\":3600,"
                    + period.replace("4000", "2000")
                    + "}]"
                    + prices
                    + "}]}}")
            .get("status")
            .asText();
    assertEquals("Accepted", status);
  }

  private static String stack(int seconds, int cents) {
    return "{\"duration\":"
        + seconds
        + ",\"priceRule\":[{\"energyFee\":{\"exponent\":-2,\"value\":"
        + cents
        + "},\"powerRangeStart\":{\"exponent\":0,\"value\":0}}]}";
  }

  private static PowerCourse.Span span(long start, double watts, Optional<Double> discharge) {
    return new PowerCourse.Span(start, watts, discharge, Optional.empty(), Optional.empty());
  }
}
