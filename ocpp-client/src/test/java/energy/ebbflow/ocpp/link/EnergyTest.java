package energy.ebbflow.ocpp.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dynamic profiles, priority, frequency, balancing and the absence of the back office (K, Q). */
class EnergyTest {
  private final Bench bench;

  EnergyTest(@TempDir Path folder) {
    bench = Bench.withGrid(folder).online();
    bench.report(Bench.transaction(Kind.STARTED, "tx", "Authorized"));
    bench.reply("TransactionEvent", "{}");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  /** A profile of EVSE 1 with one schedule; {@code more} goes into the profile. */
  private static String profile(
      int id, int level, String purpose, String kind, String more, String schedule) {
    return "{\"evseId\":1,\"chargingProfile\":{\"id\":"
        + id
        + ",\"stackLevel\":"
        + level
        + ",\"chargingProfilePurpose\":\""
        + purpose
        + "\",\"chargingProfileKind\":\""
        + kind
        + "\","
        + more
        + "\"chargingSchedule\":["
        + schedule
        + "]}}";
  }

  private static String schedule(String more, String periods) {
    return "{\"id\":7,\"chargingRateUnit\":\"W\","
        + more
        + "\"chargingSchedulePeriod\":["
        + periods
        + "]}";
  }

  private static final String NOW = "\"startSchedule\":\"2026-03-01T12:00:00Z\",";

  private String set(String profile) {
    JsonNode answer = bench.asked("SetChargingProfile", profile);
    return answer.get("status").asText().equals("Accepted")
        ? "ok"
        : answer.get("statusInfo").get("reasonCode").asText();
  }

  private String setPeriod(String period) {
    return set(profile(1, 0, "TxDefaultProfile", "Absolute", "", schedule(NOW, period)));
  }

  private PowerBounds bounds() {
    PowerBounds last = bench.command(PowerBounds.class);
    while (!bench.none(PowerBounds.class)) {
      last = bench.command(PowerBounds.class);
    }
    return last;
  }

  private static double value(Optional<PowerBounds.Quantity> quantity) {
    return quantity.orElseThrow().value();
  }

  // ---- validation, with its reasons

  /** Section 2.2 of block Q, Q08.FR.03 to .05, Q10.FR.02, V2X.05, V2X.10. */
  @Test
  void eachModeHasItsFields() {
    String curve = "\"v2xFreqWattCurve\":[{\"frequency\":49.8,\"power\":-9000},";
    String point = "{\"frequency\":50.2,\"power\":9000}]";
    assertEquals(
        "ok",
        setPeriod(
            "{\"startPeriod\":0,\"operationMode\":\"LocalFrequency\",\"v2xBaseline\":0,"
                + curve
                + point
                + "}"));
    assertEquals(
        "NoFreqWattCurve",
        setPeriod("{\"startPeriod\":0,\"operationMode\":\"LocalFrequency\",\"v2xBaseline\":0}"));
    assertEquals(
        "NoFreqWattCurve",
        setPeriod(
            "{\"startPeriod\":0,\"operationMode\":\"LocalFrequency\"," + curve + point + "}"));
    assertEquals(
        "InvalidSchedule",
        setPeriod(
            "{\"startPeriod\":0,\"operationMode\":\"LocalFrequency\",\"v2xBaseline\":0,\"limit\":5,"
                + curve
                + point
                + "}"));
    assertEquals(
        "InvalidSchedule", setPeriod("{\"startPeriod\":0,\"operationMode\":\"Idle\",\"limit\":0}"));
    assertEquals(
        "ok", setPeriod("{\"startPeriod\":0,\"operationMode\":\"Idle\",\"evseSleep\":true}"));
    assertEquals(
        "MissingParam", setPeriod("{\"startPeriod\":0,\"operationMode\":\"CentralFrequency\"}"));
    assertEquals(
        "InvalidSchedule",
        setPeriod(
            "{\"startPeriod\":0,\"operationMode\":\"CentralSetpoint\",\"setpoint\":-750,"
                + "\"limit\":1000,\"dischargeLimit\":-500}"));
    assertEquals(
        "PhaseConflict",
        setPeriod(
            "{\"startPeriod\":0,\"operationMode\":\"CentralSetpoint\",\"setpoint\":-750,"
                + "\"setpoint_L2\":-500}"));
    assertEquals(
        "NoPhaseForDC",
        setPeriod("{\"startPeriod\":0,\"limit\":5,\"numberPhases\":1,\"phaseToUse\":2}"));
  }

  /** Q09.FR.02: without sensible thresholds there is nothing to balance. */
  @Test
  void balancingNeedsThresholds() {
    String period = "{\"startPeriod\":0,\"operationMode\":\"LocalLoadBalancing\"}";
    assertEquals("MissingDevModelInfo", setPeriod(period));
    threshold("UpperThreshold", "8000");
    threshold("LowerThreshold", "-2000");
    assertEquals("ok", setPeriod(period));
    assertEquals(8_000, bounds().steering().balancing().orElseThrow().upperWatts());
    // A threshold that changes while it rules is obeyed at once.
    threshold("UpperThreshold", "6000");
    assertEquals(6_000, bounds().steering().balancing().orElseThrow().upperWatts());
  }

  private void threshold(String instance, String value) {
    JsonNode answer =
        bench.asked(
            "SetVariables",
            "{\"setVariableData\":[{\"attributeValue\":\""
                + value
                + "\",\"component\":{\"name\":\"V2XChargingCtrlr\",\"evse\":{\"id\":1}},"
                + "\"variable\":{\"name\":\"LocalLoadBalancing\",\"instance\":\""
                + instance
                + "\"}}]}");
    assertEquals(
        "Accepted", answer.get("setVariableResult").get(0).get("attributeStatus").asText());
  }

  /** Q09.FR.01: EVSE 2 of the bench has no meter of the site and tells no frequency. */
  @Test
  void whatAnOutletCannotIsRefused() {
    assertEquals(
        "UnsupportedParam",
        set(
            profile(
                    1,
                    0,
                    "TxDefaultProfile",
                    "Absolute",
                    "",
                    schedule(NOW, "{\"startPeriod\":0,\"operationMode\":\"LocalLoadBalancing\"}"))
                .replace("\"evseId\":1", "\"evseId\":2")));
  }

  /** K01.FR.70, .71, .81, .95, .122. */
  @Test
  void purposesAndKindsHaveTheirRules() {
    String limit = "{\"startPeriod\":0,\"limit\":5000}";
    assertEquals(
        "InvalidSchedule",
        set(
            profile(
                1,
                0,
                "PriorityCharging",
                "Absolute",
                "",
                schedule(NOW + "\"duration\":9,", limit))));
    assertEquals(
        "InvalidProfileId",
        set(profile(-1, 0, "TxDefaultProfile", "Absolute", "", schedule(NOW, limit))));
    assertEquals(
        "InvalidSchedule",
        set(
            profile(
                1,
                0,
                "PriorityCharging",
                "Absolute",
                "",
                schedule(NOW + "\"randomizedDelay\":60,", limit))));
    assertEquals(
        "InvalidProfile",
        set(
            profile(
                1,
                0,
                "TxDefaultProfile",
                "Absolute",
                "\"dynUpdateInterval\":9,",
                schedule(NOW, limit))));
    assertEquals(
        "InvalidSchedule",
        set(
            profile(
                1,
                0,
                "TxDefaultProfile",
                "Dynamic",
                "",
                schedule("", limit + ",{\"startPeriod\":9,\"limit\":5000}"))));
  }

  // ---- K28

  private void dynamic(int id, int level, String more, String schedule) {
    assertEquals(
        "ok",
        set(
            profile(
                id,
                level,
                "TxDefaultProfile",
                "Dynamic",
                more,
                schedule(
                    schedule,
                    "{\"startPeriod\":0,\"operationMode\":\"CentralSetpoint\",\"setpoint\":1000}"))));
  }

  @Test
  void pushedValuesHoldAtOnce() {
    dynamic(5, 0, "", "");
    assertEquals(1_000, value(bounds().setpoint()));
    assertEquals(
        "Accepted",
        bench
            .asked(
                "UpdateDynamicSchedule",
                "{\"chargingProfileId\":5,\"scheduleUpdate\":{\"setpoint\":-4000}}")
            .get("status")
            .asText());
    assertEquals(-4_000, value(bounds().setpoint()));
    // K28.FR.11.
    JsonNode answer =
        bench.asked(
            "UpdateDynamicSchedule",
            "{\"chargingProfileId\":6,\"scheduleUpdate\":{\"setpoint\":-4000}}");
    assertEquals("Rejected", answer.get("status").asText());
    assertEquals("InvalidProfile", answer.get("statusInfo").get("reasonCode").asText());
  }

  /** Q04, Q07: a set-point that is not renewed within the duration falls back to the next level. */
  @Test
  void withoutNewValuesTheNextLevelRules() {
    assertEquals(
        "ok",
        set(
            profile(
                4,
                0,
                "TxDefaultProfile",
                "Absolute",
                "",
                schedule(NOW, "{\"startPeriod\":0,\"limit\":3000}"))));
    dynamic(5, 1, "", "\"duration\":10,");
    assertEquals("CentralSetpoint", bounds().operationMode());
    bench.pass(9);
    bench.asked(
        "UpdateDynamicSchedule",
        "{\"chargingProfileId\":5,\"scheduleUpdate\":{\"setpoint\":2000}}");
    assertEquals(2_000, value(bounds().setpoint()));
    bench.pass(9.9);
    assertTrue(bench.none(PowerBounds.class));
    bench.pass(0.2);
    PowerBounds after = bounds();
    assertEquals("ChargingOnly", after.operationMode());
    assertEquals(3_000, value(after.chargeLimit()));
    // K28.FR.06: a new value makes it eligible again.
    bench.asked(
        "UpdateDynamicSchedule",
        "{\"chargingProfileId\":5,\"scheduleUpdate\":{\"setpoint\":2500}}");
    assertEquals(2_500, value(bounds().setpoint()));
  }

  /** K28.FR.08, .10. */
  @Test
  void valuesArePulledEveryInterval() {
    dynamic(5, 0, "\"dynUpdateInterval\":20,", "");
    bounds();
    bench.pass(19.9);
    assertTrue(bench.frames.isEmpty());
    bench.pass(0.2);
    assertEquals(
        5,
        bench
            .reply(
                "PullDynamicScheduleUpdate",
                "{\"status\":\"Accepted\",\"scheduleUpdate\":{\"setpoint\":-3000}}")
            .get("chargingProfileId")
            .asInt());
    assertEquals(-3_000, value(bounds().setpoint()));
    bench.pass(20);
    bench.reply("PullDynamicScheduleUpdate", "{\"status\":\"Rejected\"}");
    assertTrue(bench.none(PowerBounds.class));
    bench.pass(19.5);
    assertTrue(bench.frames.isEmpty());
    bench.pass(1);
    bench.call("PullDynamicScheduleUpdate");
  }

  // ---- K21

  @Test
  void priorityGoesBeforeEveryOtherProfileOfTheTransaction() {
    setPeriod("{\"startPeriod\":0,\"limit\":2000}");
    assertEquals("NoProfile", priority("tx", true));
    assertEquals(
        "ok",
        set(
            profile(
                8,
                0,
                "PriorityCharging",
                "Absolute",
                "",
                schedule(NOW, "{\"startPeriod\":0,\"limit\":11000}"))));
    assertEquals("Rejected", priority("other", true));
    assertEquals(2_000, value(bounds().chargeLimit()));
    assertEquals("Accepted", priority("tx", true));
    assertTrue(bench.reply("NotifyPriorityCharging", "{}").get("activated").asBoolean());
    assertEquals(11_000, value(bounds().chargeLimit()));
    assertEquals("Accepted", priority("tx", false));
    assertFalse(bench.reply("NotifyPriorityCharging", "{}").get("activated").asBoolean());
    assertEquals(2_000, value(bounds().chargeLimit()));
  }

  private String priority(String transaction, boolean active) {
    return bench
        .asked(
            "UsePriorityCharging",
            "{\"transactionId\":\"" + transaction + "\",\"activate\":" + active + "}")
        .get("status")
        .asText();
  }

  // ---- Q08

  private static final String FREQUENCY =
      "{\"startPeriod\":0,\"operationMode\":\"LocalFrequency\",\"v2xBaseline\":500,"
          + "\"v2xFreqWattCurve\":[{\"frequency\":49.8,\"power\":-9000},"
          + "{\"frequency\":50.2,\"power\":9000}],"
          + "\"v2xSignalWattCurve\":[{\"signal\":-10,\"power\":-2000},{\"signal\":10,\"power\":2000}]}";

  /** Q08.FR.10, .11: the signal counts from its time on, in proportion. */
  @Test
  void theSignalComesOnTopAtItsTime() {
    JsonNode early =
        bench.asked("AFRRSignal", "{\"timestamp\":\"2026-03-01T12:00:00Z\",\"signal\":5}");
    assertEquals("NoSignalWattCurve", early.get("statusInfo").get("reasonCode").asText());
    assertEquals("ok", setPeriod(FREQUENCY));
    PowerBounds first = bounds();
    assertEquals("LocalFrequency", first.operationMode());
    assertEquals(500, first.steering().frequency().orElseThrow().baselineWatts());
    assertEquals(0.001, first.steering().frequency().orElseThrow().thresholdHertz());
    assertEquals(0, first.steering().frequency().orElseThrow().signalWatts());
    bench.asked(
        "AFRRSignal", "{\"timestamp\":\"" + Bench.START.plusSeconds(10) + "\",\"signal\":5}");
    bench.pass(9.5);
    assertTrue(bench.none(PowerBounds.class));
    bench.pass(1);
    assertEquals(1_000, bounds().steering().frequency().orElseThrow().signalWatts());
    bench.asked("AFRRSignal", "{\"timestamp\":\"" + bench.now().instant() + "\",\"signal\":-50}");
    assertEquals(-2_000, bounds().steering().frequency().orElseThrow().signalWatts());
    JsonNode composite = bench.asked("GetCompositeSchedule", "{\"evseId\":1,\"duration\":60}");
    JsonNode period = composite.get("schedule").get("chargingSchedulePeriod").get(0);
    assertEquals("LocalFrequency", period.get("operationMode").asText());
    assertEquals(500, period.get("v2xBaseline").asDouble());
  }

  // ---- absence (K01.FR.101 to .103, Q11, Q12)

  @Test
  void aProfileIsInvalidAfterTooLongAnAbsenceAndBackAfterIt() {
    setPeriod("{\"startPeriod\":0,\"limit\":2000}");
    dynamic(5, 1, "\"maxOfflineDuration\":30,", "");
    assertEquals("CentralSetpoint", bounds().operationMode());
    bench.link.closed("gone", bench.now());
    bench.pass(29.5);
    assertEquals("CentralSetpoint", bounds().operationMode());
    bench.pass(1);
    assertEquals("ChargingOnly", bounds().operationMode());
    bench.link.opened("ocpp2.1", bench.now());
    assertEquals("CentralSetpoint", bounds().operationMode());
  }

  @Test
  void orGoneForGood() {
    setPeriod("{\"startPeriod\":0,\"limit\":2000}");
    dynamic(5, 1, "\"maxOfflineDuration\":30,\"invalidAfterOfflineDuration\":true,", "");
    bench.link.closed("gone", bench.now());
    bench.pass(31);
    bench.link.opened("ocpp2.1", bench.now());
    assertEquals("ChargingOnly", bounds().operationMode());
    assertEquals(1, bench.station.profiles().installed().size());
  }

  @Test
  void aShortAbsenceChangesNothing() {
    dynamic(5, 1, "\"maxOfflineDuration\":30,\"invalidAfterOfflineDuration\":true,", "");
    bench.link.closed("gone", bench.now());
    bench.pass(20);
    bench.link.opened("ocpp2.1", bench.now());
    assertEquals("CentralSetpoint", bounds().operationMode());
    assertEquals(1, bench.station.profiles().installed().size());
  }

  // ---- K01.FR.90 to .93, .100

  /** 17:00 in Berlin is 16:00 UTC in winter, whatever zone the message names. */
  @Test
  void localTimeIsThatOfTheStation() {
    bench.asked(
        "SetVariables",
        "{\"setVariableData\":[{\"attributeValue\":\"Europe/Berlin\",\"component\":{\"name\":"
            + "\"ClockCtrlr\"},\"variable\":{\"name\":\"TimeZone\"}}]}");
    assertEquals(
        "ok",
        set(
            profile(
                1,
                0,
                "TxDefaultProfile",
                "Absolute",
                "",
                schedule(
                    "\"useLocalTime\":true,\"startSchedule\":\"2026-03-01T17:00:00+05:00\",",
                    "{\"startPeriod\":0,\"limit\":2000}"))));
    bench.pass(3 * 3_600 + 3_599);
    assertTrue(bench.none(PowerBounds.class));
    bench.pass(2);
    assertEquals(2_000, value(bounds().chargeLimit()));
  }

  @Test
  void noSuchTimeZone() {
    JsonNode answer =
        bench.asked(
            "SetVariables",
            "{\"setVariableData\":[{\"attributeValue\":\"Mars/Olympus\",\"component\":{\"name\":"
                + "\"ClockCtrlr\"},\"variable\":{\"name\":\"TimeZone\"}}]}");
    assertEquals(
        "Rejected", answer.get("setVariableResult").get(0).get("attributeStatus").asText());
  }

  /** The first period is not delayed, the second is by a number that stays the same. */
  @Test
  void delaysAreDrawnOnceForATransaction() {
    assertEquals(
        "ok",
        set(
            profile(
                1,
                0,
                "TxDefaultProfile",
                "Absolute",
                "",
                schedule(
                    NOW + "\"randomizedDelay\":600,",
                    "{\"startPeriod\":0,\"limit\":9000},{\"startPeriod\":3600,\"limit\":0}"))));
    int start = second();
    assertTrue(start >= 3_600 && start <= 4_200, () -> "3600 to 4200, got " + start);
    assertEquals(start, second());
    bench.report(Bench.transaction(Kind.ENDED, "tx", "StopAuthorized"));
    bench.reply("TransactionEvent", "{}");
    // K08.FR.06: without a transaction nothing is delayed.
    assertEquals(3_600, second());
  }

  private int second() {
    JsonNode composite = bench.asked("GetCompositeSchedule", "{\"evseId\":1,\"duration\":7200}");
    JsonNode periods = composite.get("schedule").get("chargingSchedulePeriod");
    assertEquals(2, periods.size());
    return periods.get(1).get("startPeriod").asInt();
  }

  @Test
  void aFullVehicleIsLimited() {
    assertEquals(
        "ok",
        set(
            profile(
                1,
                0,
                "TxDefaultProfile",
                "Absolute",
                "",
                schedule(
                    NOW + "\"limitAtSoC\":{\"soc\":80,\"limit\":4000},",
                    "{\"startPeriod\":0,\"limit\":9000}"))));
    PowerBounds told = bounds();
    assertEquals(80, told.steering().fullness().orElseThrow().percent());
    assertEquals(4_000, told.steering().fullness().orElseThrow().limit().value());
    assertEquals(9_000, value(told.chargeLimit()));
  }

  /** V2XChargingCtrlr.Enabled: no discharge while it is off, whatever a profile says. */
  @Test
  void switchedOffNothingIsTakenFromVehicles() {
    dynamic(5, 1, "", "");
    assertTrue(bounds().dischargeLimit().isEmpty());
    bench.asked(
        "SetVariables",
        "{\"setVariableData\":[{\"attributeValue\":\"false\",\"component\":{\"name\":"
            + "\"V2XChargingCtrlr\",\"evse\":{\"id\":1}},\"variable\":{\"name\":\"Enabled\"}}]}");
    assertEquals(0, value(bounds().dischargeLimit()));
  }

  /** A bound of the whole station says nothing of what its vehicles may give. */
  @Test
  void theStationsBoundLeavesDischargeAlone() {
    assertEquals(
        "ok",
        set(
            profile(
                    9,
                    0,
                    "ChargingStationMaxProfile",
                    "Absolute",
                    "",
                    schedule(NOW, "{\"startPeriod\":0,\"limit\":9000}"))
                .replace("\"evseId\":1", "\"evseId\":0")));
    PowerBounds station = bounds();
    assertEquals(0, station.evse());
    assertEquals(9_000, value(station.chargeLimit()));
    assertEquals(List.of(), station.dischargeLimit().stream().toList());
  }
}
