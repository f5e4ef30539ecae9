package energy.ebbflow.ocpp.link.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import energy.ebbflow.ocpp.domain.Steering;
import energy.ebbflow.ocpp.link.Bench;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dynamic profiles, priority, frequency and balancing (K, Q). */
class EnergyTest extends ProfileTalk {
  EnergyTest(@TempDir Path folder) {
    super(folder);
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

  /** Both outlets hear the site's meter: each corrects its half while both have a vehicle. */
  @Test
  void outletsThatBalanceTogetherKnowOfEachOther(@TempDir Path other) {
    bench.close();
    bench = Bench.withGrid(other, 2).online();
    bench.report(Bench.transaction(Kind.STARTED, "tx", "Authorized"));
    bench.reply("TransactionEvent", "{}");
    for (int evse = 1; evse <= 2; evse++) {
      threshold(evse, "UpperThreshold", "8000");
      threshold(evse, "LowerThreshold", "-2000");
    }
    String period = "{\"startPeriod\":0,\"operationMode\":\"LocalLoadBalancing\"}";
    assertEquals(
        "ok",
        set(
            profile(1, 0, "TxDefaultProfile", "Absolute", "", schedule(NOW, period))
                .replace("\"evseId\":1", "\"evseId\":0")));
    assertEquals(1, sharers(1));
    bench.report(Bench.transaction(Kind.STARTED, 2, "tx2", "Authorized"));
    bench.reply("TransactionEvent", "{}");
    assertEquals(2, sharers(1));
    bench.report(Bench.transaction(Kind.ENDED, 2, "tx2", "StopAuthorized"));
    bench.reply("TransactionEvent", "{}");
    assertEquals(1, sharers(1));
  }

  /** The last word to an outlet. */
  private int sharers(int evse) {
    int sharers = 0;
    while (!bench.none(PowerBounds.class)) {
      PowerBounds told = bench.command(PowerBounds.class);
      if (told.evse() == evse) {
        sharers = told.steering().balancing().map(Steering.Balancing::sharers).orElse(0);
      }
    }
    return sharers;
  }

  private void threshold(String instance, String value) {
    threshold(1, instance, value);
  }

  private void threshold(int evse, String instance, String value) {
    JsonNode answer =
        bench.asked(
            "SetVariables",
            "{\"setVariableData\":[{\"attributeValue\":\""
                + value
                + "\",\"component\":{\"name\":\"V2XChargingCtrlr\",\"evse\":{\"id\":"
                + evse
                + "}},"
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

  /** K22: who asks at the station hears why there is none; the back office hears what is done. */
  @Test
  void priorityIsAskedForAtTheStation() {
    bench.report(new StationEvent.PriorityWish(2, true));
    assertEquals(
        Optional.of("no transaction runs at this outlet"),
        bench.command(BackOfficeCommand.PriorityAnswer.class).refusal());
    bench.report(new StationEvent.PriorityWish(1, true));
    assertEquals(
        Optional.of("the operator has set no profile for priority"),
        bench.command(BackOfficeCommand.PriorityAnswer.class).refusal());
    String limit = "{\"startPeriod\":0,\"limit\":11000}";
    assertEquals(
        "ok", set(profile(8, 0, "PriorityCharging", "Absolute", "", schedule(NOW, limit))));
    bench.report(new StationEvent.PriorityWish(1, true));
    assertEquals(
        new BackOfficeCommand.PriorityAnswer(1, true, Optional.empty()),
        bench.command(BackOfficeCommand.PriorityAnswer.class));
    JsonNode told = bench.reply("NotifyPriorityCharging", "{}");
    assertEquals("tx", told.get("transactionId").asText());
    assertTrue(told.get("activated").asBoolean());
    assertEquals(11_000, value(bounds().chargeLimit()));
    bench.report(new StationEvent.PriorityWish(1, false));
    assertFalse(bench.reply("NotifyPriorityCharging", "{}").get("activated").asBoolean());
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
}
