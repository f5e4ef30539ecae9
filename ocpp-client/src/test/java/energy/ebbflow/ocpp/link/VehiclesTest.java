package energy.ebbflow.ocpp.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.json.WireVersion;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The memory of vehicles, and charging by duty cycle, over every dialect. */
class VehiclesTest {
  private static final StationEvent.MinimumCurrent ABOVE =
      new StationEvent.MinimumCurrent(
          1,
          "AboveRequest",
          "VEHICLE_INTOLERANT",
          Optional.of(2_760.0),
          Optional.of(4_140.0),
          "4140 W are offered instead of 2760 W",
          Instant.EPOCH);

  @TempDir Path folder;

  private static String request(WireVersion version, String messageId, String data) {
    String value = version == WireVersion.V16 ? "\"" + data.replace("\"", "\\\"") + "\"" : data;
    return "{\"vendorId\":\"energy.ebbflow.vehicles\",\"messageId\":\""
        + messageId
        + "\",\"data\":"
        + value
        + "}";
  }

  /** A request reaches the station as it is, and its answer the back office. */
  @ParameterizedTest
  @EnumSource(
      value = WireVersion.class,
      names = {"V16", "V201", "V21"})
  void theMemoryIsReadAndChangedByDataTransfer(WireVersion version) {
    try (Bench bench = new Bench(folder, version).online()) {
      bench.ask("DataTransfer", request(version, "SetVehicle", "{\"id_token\":\"a\"}"));
      BackOfficeCommand.Vehicles asked = bench.command(BackOfficeCommand.Vehicles.class);
      assertEquals("SetVehicle", asked.action());
      assertEquals("{\"id_token\":\"a\"}", asked.request());
      bench.report(new StationEvent.CommandResult(asked.command(), true, "{\"minimumAmps\":8.0}"));
      JsonNode answer = bench.answer();
      assertEquals("Accepted", answer.get("status").asText());
      String data =
          version == WireVersion.V16 ? answer.get("data").asText() : answer.get("data").toString();
      assertEquals("{\"minimumAmps\":8.0}", data);
    }
  }

  /** What is refused says why; what is too long, or unknown, does not reach the station. */
  @ParameterizedTest
  @EnumSource(
      value = WireVersion.class,
      names = {"V16", "V201", "V21"})
  void wrongRequestsAreRefused(WireVersion version) {
    try (Bench bench = new Bench(folder, version).online()) {
      bench.ask("DataTransfer", request(version, "ForgetVehicle", "{}"));
      long command = bench.command(BackOfficeCommand.Vehicles.class).command();
      bench.report(new StationEvent.CommandResult(command, false, "{\"error\":\"none\"}"));
      JsonNode refused = bench.answer();
      assertEquals("Rejected", refused.get("status").asText());
      assertTrue(refused.get("data").toString().contains("error"), refused::toString);
      assertEquals(
          "UnknownMessageId",
          bench.asked("DataTransfer", request(version, "Other", "{}")).get("status").asText());
      String longest = "{\"a\":\"" + "x".repeat(4_096 - 8) + "\"}";
      bench.ask("DataTransfer", request(version, "ListVehicles", longest));
      assertEquals(4_096, bench.command(BackOfficeCommand.Vehicles.class).request().length());
      String tooLong = "{\"a\":\"" + "x".repeat(4_096 - 7) + "\"}";
      assertEquals(
          "Rejected",
          bench
              .asked("DataTransfer", request(version, "ListVehicles", tooLong))
              .get("status")
              .asText());
    }
  }

  /** R2: power above the request is told with its reason and its amount. */
  @ParameterizedTest
  @EnumSource(
      value = WireVersion.class,
      names = {"V201", "V21"})
  void powerAboveTheRequestIsAnEventOfTheDeviceModel(WireVersion version) {
    try (Bench bench = new Bench(folder, version).online()) {
      bench.report(ABOVE);
      JsonNode events = bench.reply("NotifyEvent", "{}").get("eventData");
      assertEquals(3, events.size());
      assertEquals("AboveRequest", events.get(0).get("actualValue").asText());
      assertEquals("VEHICLE_INTOLERANT", events.get(0).get("techCode").asText());
      assertEquals("SmartChargingCtrlr", events.get(0).get("component").get("name").asText());
      assertEquals(1, events.get(0).get("component").get("evse").get("id").asInt());
      assertEquals("2760", events.get(1).get("actualValue").asText());
      assertEquals("MinimumCurrentOffered", events.get(2).get("variable").get("name").asText());
      assertEquals("4140", events.get(2).get("actualValue").asText());
    }
  }

  /** 1.6 has no events; every back office shows the words of a status. */
  @Test
  void powerAboveTheRequestIsAStatusIn16() {
    try (Bench bench = new Bench(folder, WireVersion.V16).online()) {
      bench.report(ABOVE);
      JsonNode status = bench.reply("StatusNotification", "{}");
      assertEquals("NoError", status.get("errorCode").asText());
      assertEquals("AboveRequest:VEHICLE_INTOLERANT", status.get("vendorErrorCode").asText());
      assertEquals("4140 W are offered instead of 2760 W", status.get("info").asText());
    }
  }
}
