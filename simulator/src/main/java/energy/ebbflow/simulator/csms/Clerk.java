package energy.ebbflow.simulator.csms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.simulator.csms.ledger.Ledger;
import energy.ebbflow.simulator.csms.ledger.LedgerTransaction;
import java.time.Instant;
import java.util.Optional;

/** Answers the requests of a station that speaks OCPP 2.x. Owned by its desk. */
final class Clerk {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Reception reception;
  private final Ledger ledger;
  private final DeskFacts facts;

  Clerk(Reception reception, Ledger ledger, DeskFacts facts) {
    this.reception = reception;
    this.ledger = ledger;
    this.facts = facts;
  }

  /**
   * Answers a request whose payload has been checked.
   *
   * @return empty if the bench back office does not offer this action
   */
  Optional<Answer> answer(String action, JsonNode payload, Instant now) {
    return Optional.ofNullable(
        switch (action) {
          case "BootNotification" -> new Answer(reception.boot(now));
          case "Heartbeat" -> new Answer(object().put("currentTime", now.toString()));
          case "StatusNotification" -> {
            facts.connectorStatus(
                payload.path("evseId").asInt() + "." + payload.path("connectorId").asInt(),
                payload.path("connectorStatus").asText());
            yield new Answer(object());
          }
          case "Authorize" -> new Answer(tokenInfo(payload.path("idToken")));
          case "TransactionEvent" -> transaction(payload);
          case "SignCertificate" -> new Answer(object().put("status", "Accepted"));
          // The bench has no responder behind it, and no contracts.
          case "GetCertificateStatus" -> new Answer(object().put("status", "Failed"));
          case "Get15118EVCertificate" ->
              new Answer(object().put("status", "Failed").put("exiResponse", ""));
          // Whatever profile the script has comes when the script says, not because of the needs.
          case "NotifyEVChargingNeeds" -> new Answer(object().put("status", "Processing"));
          case "NotifyEVChargingSchedule" -> new Answer(object().put("status", "Accepted"));
          case "DataTransfer" -> new Answer(object().put("status", "UnknownVendorId"));
          case "PullDynamicScheduleUpdate" -> new Answer(object().put("status", "Rejected"));
          case "MeterValues",
              "NotifyEvent",
              "NotifyReport",
              "NotifyChargingLimit",
              "ClearedChargingLimit",
              "ReportChargingProfiles",
              "SecurityEventNotification",
              "LogStatusNotification",
              "FirmwareStatusNotification",
              "ReservationStatusUpdate",
              "NotifyMonitoringReport",
              "NotifyCustomerInformation",
              "NotifyPriorityCharging" ->
              new Answer(object());
          default -> null;
        });
  }

  private Answer transaction(JsonNode payload) {
    Optional<LedgerTransaction> booked = ledger.book(payload);
    JsonNode token = payload.path("idToken");
    return new Answer(token.isObject() ? tokenInfo(token) : object(), booked);
  }

  private ObjectNode tokenInfo(JsonNode token) {
    String status = reception.token(token.path("idToken").asText());
    ObjectNode answer = object();
    answer.putObject("idTokenInfo").put("status", status);
    return answer;
  }

  private static ObjectNode object() {
    return JSON.createObjectNode();
  }
}
