package energy.ebbflow.simulator.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.simulator.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An OCPP message in a few words. */
final class OcppText {
  private static final int WORDS_CHARACTERS_MAX = 100;

  private OcppText() {}

  /** What to show of a message; empty if it goes without saying. */
  static Optional<String> of(TraceEvent event) {
    String action = event.text("action");
    JsonNode payload = event.body().path("payload");
    String arrow = event.text("direction").equals("csms>cs") ? "csms → evse  " : "evse → csms  ";
    return switch (event.text("type")) {
      case "CALL", "SEND" -> request(arrow, action, payload);
      case "CALLRESULT" -> result(arrow, action, payload);
      case "CALLERROR" ->
          Optional.of(
              arrow
                  + action
                  + " refused: "
                  + payload.path("code").asText()
                  + " "
                  + payload.path("text").asText());
      default -> Optional.of(arrow + "no OCPP: " + cut(payload.asText()));
    };
  }

  /** Whether it is one of the many that only carry meter values. */
  static boolean routine(TraceEvent event) {
    JsonNode payload = event.body().path("payload");
    return event.text("action").equals("Heartbeat")
        || (event.text("action").equals("TransactionEvent")
            && payload.path("eventType").asText().equals("Updated")
            && payload.path("triggerReason").asText().equals("MeterValuePeriodic"))
        || event.text("action").equals("MeterValues");
  }

  private static Optional<String> request(String arrow, String action, JsonNode payload) {
    return Optional.of(arrow + action + words(action, payload));
  }

  private static Optional<String> result(String arrow, String action, JsonNode payload) {
    String status =
        payload
            .path("status")
            .asText(
                payload
                    .path("idTokenInfo")
                    .path("status")
                    .asText(payload.path("idTagInfo").path("status").asText("")));
    boolean goesWithoutSaying =
        (action.equals("TransactionEvent") || action.equals("StopTransaction"))
            && status.equals("Accepted");
    if (status.isEmpty() || goesWithoutSaying) {
      return Optional.empty();
    }
    String reason = payload.path("statusInfo").path("reasonCode").asText("");
    return Optional.of(
        arrow + action + ": " + status + (reason.isEmpty() ? "" : " (" + reason + ")"));
  }

  private static String words(String action, JsonNode payload) {
    List<String> words = new ArrayList<>();
    switch (action) {
      case "TransactionEvent" -> {
        words.add(payload.path("eventType").asText());
        words.add(payload.path("triggerReason").asText());
        words.add(payload.path("transactionInfo").path("chargingState").asText());
        words.add(payload.path("transactionInfo").path("stoppedReason").asText());
        words.add("#" + payload.path("seqNo").asInt());
      }
      case "SetChargingProfile" -> {
        JsonNode profile =
            payload.path(payload.has("chargingProfile") ? "chargingProfile" : "csChargingProfiles");
        JsonNode schedules = profile.path("chargingSchedule");
        JsonNode schedule = schedules.isArray() ? schedules.path(0) : schedules;
        JsonNode period = schedule.path("chargingSchedulePeriod").path(0);
        String unit = schedule.path("chargingRateUnit").asText();
        words.add(profile.path("chargingProfilePurpose").asText());
        words.add(figure("set-point", period.path("setpoint"), unit));
        words.add(figure("limit", period.path("limit"), unit));
        words.add(figure("discharge limit", period.path("dischargeLimit"), unit));
      }
      case "StatusNotification" ->
          words.add(payload.path("connectorStatus").asText(payload.path("status").asText()));
      case "BootNotification" -> words.add(payload.path("reason").asText());
      case "NotifyEVChargingNeeds" ->
          words.add(payload.path("chargingNeeds").path("requestedEnergyTransfer").asText());
      case "NotifyEvent" ->
          words.add(payload.path("eventData").path(0).path("variable").path("name").asText());
      case "StartTransaction" -> words.add("outlet " + payload.path("connectorId").asInt());
      case "StopTransaction" -> {
        words.add("#" + payload.path("transactionId").asInt());
        words.add(payload.path("reason").asText());
      }
      case "ChangeConfiguration" ->
          words.add(payload.path("key").asText() + " = " + payload.path("value").asText());
      case "DataTransfer" -> {
        words.add(payload.path("vendorId").asText());
        words.add(payload.path("messageId").asText());
      }
      case "SetVariables" -> {
        JsonNode data = payload.path("setVariableData").path(0);
        words.add(
            data.path("variable").path("name").asText()
                + " = "
                + data.path("attributeValue").asText());
      }
      default -> {}
    }
    words.removeIf(String::isEmpty);
    return words.isEmpty() ? "" : "  " + cut(String.join(" · ", words));
  }

  private static String figure(String name, JsonNode value, String unit) {
    return value.isNumber()
        ? String.format(Locale.ROOT, "%s %+.0f %s", name, value.doubleValue(), unit)
        : "";
  }

  private static String cut(String text) {
    return text.length() <= WORDS_CHARACTERS_MAX
        ? text
        : text.substring(0, WORDS_CHARACTERS_MAX) + "…";
  }
}
