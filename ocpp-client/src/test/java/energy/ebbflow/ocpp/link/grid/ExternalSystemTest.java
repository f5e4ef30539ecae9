package energy.ebbflow.ocpp.link.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.NeedsAnswer;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.NeedsAnswer.Verdict;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import energy.ebbflow.ocpp.link.Bench;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What external systems say (K11 to K13, K27, K29, Q05, Q06), and what vehicles need (K15). */
class ExternalSystemTest {
  private final Bench bench;

  ExternalSystemTest(@TempDir Path folder) {
    bench = Bench.withGrid(folder).online();
    bench.report(Bench.transaction(Kind.STARTED, "tx", "Authorized"));
    bench.reply("TransactionEvent", "{}");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void says(
      int evse,
      @Nullable Double charge,
      @Nullable Double setpoint,
      boolean generation,
      @Nullable Instant until) {
    bench.report(
        new StationEvent.ExternalWord(
            "EMS",
            evse,
            Optional.ofNullable(charge),
            Optional.empty(),
            Optional.ofNullable(setpoint),
            generation,
            false,
            Optional.ofNullable(until)));
  }

  private void limits(int evse, @Nullable Double charge) {
    says(evse, charge, null, false, null);
  }

  private PowerBounds bounds(int evse) {
    @Nullable PowerBounds last = null;
    while (!bench.none(PowerBounds.class)) {
      PowerBounds next = bench.command(PowerBounds.class);
      last = next.evse() == evse ? next : last;
    }
    if (last == null) {
      throw new AssertionError("nothing was told of EVSE " + evse);
    }
    return last;
  }

  private static double value(Optional<PowerBounds.Quantity> quantity) {
    return quantity.orElseThrow().value();
  }

  private void variable(String name, String value) {
    JsonNode answer =
        bench.asked(
            "SetVariables",
            "{\"setVariableData\":[{\"attributeValue\":\""
                + value
                + "\",\"component\":{\"name\":\"SmartChargingCtrlr\"},\"variable\":{\"name\":\""
                + name
                + "\"}}]}");
    assertEquals(
        "Accepted", answer.get("setVariableResult").get(0).get("attributeStatus").asText());
  }

  private String set(String purpose, String kind, String period) {
    JsonNode answer =
        bench.asked(
            "SetChargingProfile",
            "{\"evseId\":1,\"chargingProfile\":{\"id\":3,\"stackLevel\":0,\"chargingProfilePurpose\":\""
                + purpose
                + "\",\"chargingProfileKind\":\""
                + kind
                + "\",\"chargingSchedule\":[{\"id\":1,\"duration\":60,\"chargingRateUnit\":\"W\","
                + (kind.equals("Absolute") ? "\"startSchedule\":\"2026-03-01T12:00:00Z\"," : "")
                + "\"chargingSchedulePeriod\":["
                + period
                + "]}]}}");
    return answer.get("status").asText();
  }

  /** Decision 0205: several external systems all bind, whoever spoke first. */
  @Test
  void theLeastOfAllExternalSystemsCounts() {
    limits(1, 4_200.0);
    bench.report(
        new StationEvent.ExternalWord(
            "SO",
            1,
            Optional.of(1_000.0),
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            Optional.empty()));
    assertEquals(1_000, value(bounds(1).chargeLimit()));
    limits(1, 0.0);
    assertEquals(0, value(bounds(1).chargeLimit()));
  }

  /** K11.FR.01 to .06: 5 % is the significance; the limit itself holds at once. */
  @Test
  void aLimitHoldsAtOnceAndIsToldWhereItIsOfSignificance() {
    limits(0, 10_000.0);
    assertEquals(10_000, value(bounds(0).chargeLimit()));
    JsonNode told = bench.reply("NotifyChargingLimit", "{}");
    assertEquals("EMS", told.get("chargingLimit").get("chargingLimitSource").asText());
    assertEquals(10_000, told.at("/chargingSchedule/0/chargingSchedulePeriod/0/limit").asDouble());
    limits(0, 10_500.0);
    assertEquals(10_500, value(bounds(0).chargeLimit()));
    assertTrue(bench.frames.isEmpty());
    variable("NotifyChargingLimitWithSchedules", "false");
    limits(0, 10_501.0);
    assertFalse(bench.reply("NotifyChargingLimit", "{}").has("chargingSchedule"));
  }

  /** K13, and a word that ends by itself. */
  @Test
  void aReleasedLimitIsGone() {
    limits(1, 4_000.0);
    bench.reply("NotifyChargingLimit", "{}");
    assertEquals(4_000, value(bounds(1).chargeLimit()));
    limits(1, null);
    assertTrue(bounds(1).chargeLimit().isEmpty());
    assertEquals(1, bench.reply("ClearedChargingLimit", "{}").get("evseId").asInt());
    says(1, 4_000.0, null, false, bench.now().instant().plusSeconds(30));
    bench.reply("NotifyChargingLimit", "{}");
    bench.pass(29);
    assertEquals(4_000, value(bounds(1).chargeLimit()));
    bench.pass(2);
    assertTrue(bounds(1).chargeLimit().isEmpty());
    bench.reply("ClearedChargingLimit", "{}");
  }

  /** SC.01: the least of all; the profile of the back office is not replaced. */
  @Test
  void theLeastOfAllCounts() {
    assertEquals(
        "Accepted", set("TxDefaultProfile", "Absolute", "{\"startPeriod\":0,\"limit\":6000}"));
    limits(1, 9_000.0);
    assertEquals(6_000, value(bounds(1).chargeLimit()));
    limits(1, 3_000.0);
    assertEquals(3_000, value(bounds(1).chargeLimit()));
    assertEquals(2, bench.station.profiles().installed().size());
  }

  /** While the back office is away nothing piles up: it hears what is true when it is back. */
  @Test
  void theBackOfficeHearsTheLastWordWhenItIsBack() {
    bench.link.closed("gone", bench.now());
    for (int i = 1; i <= 300; i++) {
      limits(0, 100.0 * i);
    }
    bench.pass(5);
    bench.link.opened("ocpp2.1", bench.now());
    bench.pass(0.1);
    JsonNode told = bench.reply("NotifyChargingLimit", "{}");
    assertEquals(30_000, told.at("/chargingSchedule/0/chargingSchedulePeriod/0/limit").asDouble());
    assertTrue(bench.frames.isEmpty());
  }

  /** K11.FR.07, Q06.FR.08. */
  @Test
  void theBackOfficeMayForbidIt() {
    variable("ExternalConstraintsProfileDisallowed", "true");
    limits(1, 3_000.0);
    assertTrue(bench.none(PowerBounds.class));
    assertEquals(0, bench.station.profiles().installed().size());
  }

  /** K29.FR.03, Q05.FR.01, .05, .07: a profile that waits for the external system's set-point. */
  @Test
  void aProfileOfTheBackOfficeTakesItsValues() {
    variable("ExternalConstraintsProfileDisallowed", "true");
    assertEquals(
        "Accepted",
        set(
            "TxDefaultProfile",
            "Dynamic",
            "{\"startPeriod\":0,\"operationMode\":\"ExternalSetpoint\"}"));
    assertTrue(bounds(1).setpoint().isEmpty());
    says(0, null, -3_000.0, false, null);
    assertEquals(-3_000, value(bounds(1).setpoint()));
    bench.pass(50);
    says(0, null, -2_000.0, false, null);
    assertEquals(-2_000, value(bounds(1).setpoint()));
    bench.pass(59);
    assertTrue(bench.none(PowerBounds.class));
    bench.pass(2);
    assertEquals("none", bounds(1).profile());
  }

  /** Q06.FR.20 to .22. */
  @Test
  void whoseSetpointGoesFirst() {
    assertEquals(
        "Accepted",
        set(
            "TxDefaultProfile",
            "Dynamic",
            "{\"startPeriod\":0,\"operationMode\":\"CentralSetpoint\",\"setpoint\":1000}"));
    says(1, null, -3_000.0, false, null);
    assertEquals(-3_000, value(bounds(1).setpoint()));
    bench.reply("NotifyChargingLimit", "{}");
    variable("SetpointPriority", "CSMS");
    assertEquals(1_000, value(bounds(1).setpoint()));
  }

  /** K27: 5 kW of the default, 2 kW from the roof. */
  @Test
  void localGenerationComesOnTop() {
    assertEquals(
        "Accepted", set("TxDefaultProfile", "Absolute", "{\"startPeriod\":0,\"limit\":5000}"));
    says(0, 2_000.0, null, true, null);
    assertEquals(7_000, value(bounds(1).chargeLimit()));
    assertTrue(
        bench
            .reply("NotifyChargingLimit", "{}")
            .get("chargingLimit")
            .get("isLocalGeneration")
            .asBoolean());
    JsonNode composite = bench.asked("GetCompositeSchedule", "{\"evseId\":1,\"duration\":30}");
    assertEquals(7_000, composite.at("/schedule/chargingSchedulePeriod/0/limit").asDouble());
  }

  private static StationEvent.ChargingNeeds needs() {
    Optional<Double> none = Optional.empty();
    return new StationEvent.ChargingNeeds(
        1,
        "DC_BPT",
        "ScheduledControl",
        true,
        Optional.empty(),
        Optional.of(11_000.0),
        Optional.of(10_000.0),
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none);
  }

  /** K15.FR.03 to .05, K19.FR.04. */
  @Test
  void whatTheBackOfficeMakesOfNeedsIsTold() {
    bench.report(needs());
    bench.reply("NotifyEVChargingNeeds", "{\"status\":\"Accepted\"}");
    assertEquals(Verdict.ACCEPTED, bench.command(NeedsAnswer.class).verdict());
    bench.report(needs());
    bench.reply("NotifyEVChargingNeeds", "{\"status\":\"NoChargingProfile\"}");
    assertEquals(Verdict.NO_PROFILE, bench.command(NeedsAnswer.class).verdict());
    bench.report(needs());
    bench.refuse("NotifyEVChargingNeeds", "InternalError");
    assertEquals(Verdict.UNHEARD, bench.command(NeedsAnswer.class).verdict());
  }

  /** K15.FR.20: told later, with the time at which the vehicle said it. */
  @Test
  void needsWaitForTheBackOffice() {
    bench.link.closed("gone", bench.now());
    bench.report(needs());
    bench.pass(20);
    bench.link.opened("ocpp2.1", bench.now());
    bench.pass(0.1);
    JsonNode told = bench.reply("NotifyEVChargingNeeds", "{\"status\":\"Processing\"}");
    assertEquals(Bench.START, Instant.parse(told.get("timestamp").asText()));
  }
}
