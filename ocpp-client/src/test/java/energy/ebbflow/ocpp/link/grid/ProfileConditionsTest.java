package energy.ebbflow.ocpp.link.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import energy.ebbflow.ocpp.link.Bench;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What decides about profiles beside the time: absence, local time, chance, state of charge. */
class ProfileConditionsTest extends ProfileTalk {
  private final Path folder;

  ProfileConditionsTest(@TempDir Path folder) {
    super(folder);
    this.folder = folder;
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

  /** Begins anew after so many seconds in which the station had no power. */
  private void restart(double seconds) {
    long nanos = bench.nanos + (long) (seconds * Bench.SECOND);
    bench.close();
    bench = Bench.withGrid(folder);
    bench.nanos = nanos;
    bench.link.start(bench.now());
  }

  /** K01.FR.101: 20 s before the restart and 10 s after it are 30 s. */
  @Test
  void aRestartDoesNotBeginTheAbsenceAnew() {
    setPeriod("{\"startPeriod\":0,\"limit\":2000}");
    dynamic(5, 1, "\"maxOfflineDuration\":30,", "");
    bench.link.closed("gone", bench.now());
    bench.pass(20);
    restart(0);
    assertEquals("CentralSetpoint", bounds().operationMode());
    bench.pass(9.5);
    assertTrue(bench.none(PowerBounds.class));
    bench.pass(1);
    assertEquals("ChargingOnly", bounds().operationMode());
  }

  /** A power cut tells nobody when it comes: the absence is known to a minute. */
  @Test
  void aPowerCutIsAnAbsence() {
    setPeriod("{\"startPeriod\":0,\"limit\":2000}");
    dynamic(5, 1, "\"maxOfflineDuration\":600,\"invalidAfterOfflineDuration\":true,", "");
    bench.pass(100);
    restart(700);
    assertEquals("ChargingOnly", bounds().operationMode());
    bench.link.opened("ocpp2.1", bench.now());
    bench.reply("BootNotification", Bench.boot("Accepted", 300));
    assertEquals(1, bench.station.profiles().installed().size(), "K01.FR.102: gone for good");
  }

  @Test
  void anAbsenceThatIsOverDoesNotCountAgain() {
    dynamic(5, 1, "\"maxOfflineDuration\":30,", "");
    bench.link.closed("gone", bench.now());
    bench.pass(20);
    bench.link.opened("ocpp2.1", bench.now());
    bench.pass(45);
    restart(1);
    assertEquals("CentralSetpoint", bounds().operationMode());
    bench.pass(10);
    assertTrue(bench.none(PowerBounds.class));
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
