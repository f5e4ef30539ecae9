package energy.ebbflow.simulator.csms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.simulator.csms.ledger.Ledger;
import energy.ebbflow.simulator.csms.ledger.LedgerTransaction;
import energy.ebbflow.simulator.csms.shape.ShapeBook;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Answers the requests of a station that speaks OCPP 1.6J. Owned by its desk. */
final class Clerk16 {
  /** The OCA's whitepaper "Using ISO 15118 Plug and Charge with OCPP 1.6", section 4. */
  static final String PLUG_AND_CHARGE = "org.openchargealliance.iso15118pnc";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Reception reception;
  private final Ledger ledger;
  private final DeskFacts facts;
  private final Clerk inner;
  private final Supplier<ShapeBook> innerShapes;

  /**
   * A clerk.
   *
   * @param inner answers what comes as a message of 2.0.1 inside a DataTransfer
   */
  Clerk16(
      Reception reception,
      Ledger ledger,
      DeskFacts facts,
      Clerk inner,
      Supplier<ShapeBook> innerShapes) {
    this.reception = reception;
    this.ledger = ledger;
    this.facts = facts;
    this.inner = inner;
    this.innerShapes = innerShapes;
  }

  /** Answers a request whose payload has been checked; empty if it is none of a station. */
  Optional<Answer> answer(String action, JsonNode payload, Instant now) {
    return Optional.ofNullable(
        switch (action) {
          case "BootNotification" -> new Answer(reception.boot(now));
          case "Heartbeat" -> new Answer(object().put("currentTime", now.toString()));
          case "Authorize" -> new Answer(withTag(object(), payload.path("idTag").asText()));
          case "StatusNotification" -> status(payload);
          case "StartTransaction" -> start(payload);
          case "MeterValues" -> new Answer(object(), ledger.values(payload));
          case "StopTransaction" -> stop(payload);
          case "DataTransfer" -> new Answer(transfer(payload, now));
          case "SignCertificate" -> new Answer(object().put("status", "Accepted"));
          case "SecurityEventNotification",
              "LogStatusNotification",
              "DiagnosticsStatusNotification",
              "FirmwareStatusNotification",
              "SignedFirmwareStatusNotification" ->
              new Answer(object());
          default -> null;
        });
  }

  /** The nine states of 1.6 (4.9) mix what 2.x tells apart: the plug, and the transaction. */
  private Answer status(JsonNode payload) {
    int connector = payload.path("connectorId").asInt();
    String status = payload.path("status").asText();
    if (connector > 0) {
      boolean plugged =
          switch (status) {
            case "Preparing", "Charging", "SuspendedEV", "SuspendedEVSE", "Finishing" -> true;
            default -> false;
          };
      facts.connectorStatus(connector + ".1", plugged ? "Occupied" : status);
      ledger.chargingState(
          connector,
          switch (status) {
            case "Charging", "SuspendedEV", "SuspendedEVSE" -> status;
            case "Preparing" -> "EVConnected";
            default -> "Idle";
          });
    }
    return new Answer(object());
  }

  private Answer start(JsonNode payload) {
    OptionalInt number = ledger.start(payload);
    ObjectNode answer = withTag(object(), payload.path("idTag").asText());
    answer.put("transactionId", number.orElse(-1));
    return new Answer(answer, ledger.find(String.valueOf(number.orElse(-1))));
  }

  private Answer stop(JsonNode payload) {
    Optional<LedgerTransaction> booked = ledger.stop(payload);
    ObjectNode answer = object();
    return new Answer(
        payload.has("idTag") ? withTag(answer, payload.path("idTag").asText()) : answer, booked);
  }

  private ObjectNode withTag(ObjectNode answer, String tag) {
    answer.putObject("idTagInfo").put("status", status(reception.token(tag)));
    return answer;
  }

  /** IdTagInfo of 1.6 (7.8) has five words; the others of 2.x are Invalid there. */
  private static String status(String word) {
    return switch (word) {
      case "Accepted", "Blocked", "Expired", "ConcurrentTx" -> word;
      default -> "Invalid";
    };
  }

  private ObjectNode transfer(JsonNode payload, Instant now) {
    if (!payload.path("vendorId").asText().equals(PLUG_AND_CHARGE)) {
      return object().put("status", "UnknownVendorId");
    }
    String action = payload.path("messageId").asText();
    ShapeBook shapes = innerShapes.get();
    if (!shapes.knows(action)) {
      return object().put("status", "UnknownMessageId");
    }
    JsonNode message;
    try {
      message = JSON.readTree(payload.path("data").asText());
    } catch (JsonProcessingException e) {
      return object().put("status", "Rejected").put("data", "expected JSON in data");
    }
    if (!shapes.checkRequest(action, message).isEmpty()) {
      return object()
          .put("status", "Rejected")
          .put("data", shapes.checkRequest(action, message).getFirst().toString());
    }
    return inner
        .answer(action, message, now)
        .map(a -> object().put("status", "Accepted").put("data", a.payload().toString()))
        .orElseGet(() -> object().put("status", "UnknownMessageId"));
  }

  private static ObjectNode object() {
    return JSON.createObjectNode();
  }
}
