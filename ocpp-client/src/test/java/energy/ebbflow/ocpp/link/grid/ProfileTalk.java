package energy.ebbflow.ocpp.link.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import energy.ebbflow.ocpp.link.Bench;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** A charging station with a transaction, and a back office that sets charging profiles. */
abstract class ProfileTalk {
  Bench bench;

  ProfileTalk(Path folder) {
    bench = Bench.withGrid(folder).online();
    bench.report(Bench.transaction(Kind.STARTED, "tx", "Authorized"));
    bench.reply("TransactionEvent", "{}");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  /** A profile of EVSE 1 with one schedule; {@code more} goes into the profile. */
  static String profile(
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

  static String schedule(String more, String periods) {
    return "{\"id\":7,\"chargingRateUnit\":\"W\","
        + more
        + "\"chargingSchedulePeriod\":["
        + periods
        + "]}";
  }

  static final String NOW = "\"startSchedule\":\"2026-03-01T12:00:00Z\",";

  String set(String profile) {
    JsonNode answer = bench.asked("SetChargingProfile", profile);
    return answer.get("status").asText().equals("Accepted")
        ? "ok"
        : answer.get("statusInfo").get("reasonCode").asText();
  }

  String setPeriod(String period) {
    return set(profile(1, 0, "TxDefaultProfile", "Absolute", "", schedule(NOW, period)));
  }

  PowerBounds bounds() {
    PowerBounds last = bench.command(PowerBounds.class);
    while (!bench.none(PowerBounds.class)) {
      last = bench.command(PowerBounds.class);
    }
    return last;
  }

  static double value(Optional<PowerBounds.Quantity> quantity) {
    return quantity.orElseThrow().value();
  }

  void dynamic(int id, int level, String more, String schedule) {
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
}
