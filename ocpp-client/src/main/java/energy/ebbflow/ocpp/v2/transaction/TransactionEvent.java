package energy.ebbflow.ocpp.v2.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.authorization.IdToken;
import energy.ebbflow.ocpp.v2.authorization.IdTokenInfo;
import energy.ebbflow.ocpp.v2.authorization.MessageContent;
import energy.ebbflow.ocpp.v2.metering.MeterValue;
import energy.ebbflow.ocpp.v2.type.Evse;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** TransactionEvent, OCPP 2.0.1 and 2.1 E01-E15: the money-relevant record. */
public final class TransactionEvent {
  public static final Action<Request, Response> ACTION =
      new Action<>("TransactionEvent", Request.class, Response.class);

  private TransactionEvent() {}

  /** What is asked or told. */
  public record Request(
      @SinceV21 Optional<JsonNode> costDetails,
      TransactionEventKind eventType,
      @Items @AbsentIfEmpty List<MeterValue> meterValue,
      Instant timestamp,
      TriggerReason triggerReason,
      @Range(min = 0) int seqNo,
      Optional<Boolean> offline,
      @Range(min = 0, max = 3) Optional<Integer> numberOfPhasesUsed,
      Optional<Integer> cableMaxCurrent,
      @Range(min = 0) Optional<Integer> reservationId,
      @SinceV21 Optional<PreconditioningStatus> preconditioningStatus,
      @SinceV21 Optional<Boolean> evseSleep,
      Transaction transactionInfo,
      Optional<Evse> evse,
      Optional<IdToken> idToken) {
    public Request {
      meterValue = List.copyOf(meterValue);
    }
  }

  /** The answer. */
  public record Response(
      Optional<BigDecimal> totalCost,
      Optional<Integer> chargingPriority,
      Optional<IdTokenInfo> idTokenInfo,
      @SinceV21 Optional<TransactionLimit> transactionLimit,
      Optional<MessageContent> updatedPersonalMessage,
      @SinceV21 @Items(max = 4) @AbsentIfEmpty List<MessageContent> updatedPersonalMessageExtra) {
    public Response {
      updatedPersonalMessageExtra = List.copyOf(updatedPersonalMessageExtra);
    }
  }
}
