package energy.ebbflow.simulator.csms;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.simulator.csms.Requests.Context;
import energy.ebbflow.simulator.csms.Requests.Request;
import energy.ebbflow.simulator.csms.script.ScriptAction;
import java.util.Map;
import java.util.Optional;

/** Builds the requests of the back office in words of OCPP 1.6J. Pure. */
final class Requests16 {
  /** The station's extension for set-points; see docs/protocol/ocpp-vendor-extension.md. */
  static final String V2X = "energy.ebbflow.v2x";

  /** Configuration keys of 1.6 (section 9) for what 2.x calls a variable of a component. */
  private static final Map<String, String> KEYS =
      Map.ofEntries(
          Map.entry("OCPPCommCtrlr.HeartbeatInterval", "HeartbeatInterval"),
          Map.entry("OCPPCommCtrlr.WebSocketPingInterval", "WebSocketPingInterval"),
          Map.entry("OCPPCommCtrlr.MessageAttempts", "TransactionMessageAttempts"),
          Map.entry("OCPPCommCtrlr.MessageAttemptInterval", "TransactionMessageRetryInterval"),
          Map.entry("SampledDataCtrlr.TxUpdatedInterval", "MeterValueSampleInterval"),
          Map.entry("SampledDataCtrlr.TxUpdatedMeasurands", "MeterValuesSampledData"),
          Map.entry("SampledDataCtrlr.TxEndedMeasurands", "StopTxnSampledData"),
          Map.entry("AlignedDataCtrlr.Interval", "ClockAlignedDataInterval"),
          Map.entry("AlignedDataCtrlr.Measurands", "MeterValuesAlignedData"),
          Map.entry("AuthCtrlr.LocalAuthorizeOffline", "LocalAuthorizeOffline"),
          Map.entry("AuthCtrlr.LocalPreAuthorize", "LocalPreAuthorize"),
          Map.entry("AuthCtrlr.OfflineTxForUnknownIdEnabled", "AllowOfflineTxForUnknownId"),
          Map.entry("AuthCacheCtrlr.Enabled", "AuthorizationCacheEnabled"),
          Map.entry("LocalAuthListCtrlr.Enabled", "LocalAuthListEnabled"));

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Requests16() {}

  /** The request for a step of the script, as {@link Requests#of} has it. */
  static Optional<Request> of(ScriptAction action, Context context) {
    return switch (action) {
      case ScriptAction.RemoteStart start ->
          request(
              "RemoteStartTransaction",
              object().put("connectorId", start.evse()).put("idTag", start.token()));
      case ScriptAction.RemoteStop _ ->
          number(context)
              .map(id -> new Request("RemoteStopTransaction", object().put("transactionId", id)));
      case ScriptAction.Setpoint setpoint -> Optional.of(setpoint(setpoint.watts(), context));
      case ScriptAction.Limit limit -> Optional.of(limit(limit, context));
      case ScriptAction.ClearProfiles _ ->
          request("ClearChargingProfile", object().put("connectorId", 1));
      case ScriptAction.Reset reset ->
          request("Reset", object().put("type", reset.immediately() ? "Hard" : "Soft"));
      case ScriptAction.Unlock unlock ->
          request("UnlockConnector", object().put("connectorId", unlock.evse()));
      case ScriptAction.SetVariable set ->
          request(
              "ChangeConfiguration",
              object()
                  .put(
                      "key",
                      KEYS.getOrDefault(set.component() + "." + set.variable(), set.variable()))
                  .put("value", set.value()));
      case ScriptAction.Reserve reserve ->
          request(
              "ReserveNow",
              object()
                  .put("connectorId", reserve.evse())
                  .put("expiryDate", context.now().plusSeconds(reserve.seconds()).toString())
                  .put("idTag", reserve.token())
                  .put("reservationId", reserve.id()));
      case ScriptAction.CancelReservation cancel ->
          request("CancelReservation", object().put("reservationId", cancel.id()));
      case ScriptAction.Trigger trigger ->
          request(
              "TriggerMessage",
              object()
                  .put("requestedMessage", message(trigger.message()))
                  .put("connectorId", trigger.evse()));
      // A right of the transaction's user has no words in 1.6.
      case ScriptAction.AllowTransfer _ -> Optional.empty();
      case ScriptAction.Call call ->
          Optional.of(new Request(call.action(), Requests.json(call.payload())));
      case ScriptAction.Disconnect _ -> Optional.empty();
      case ScriptAction.Garbage _ -> Optional.empty();
    };
  }

  private static Optional<Request> request(String action, ObjectNode payload) {
    return Optional.of(new Request(action, payload));
  }

  private static Optional<Integer> number(Context context) {
    return context.openTransaction().filter(id -> id.matches("\\d{1,9}")).map(Integer::valueOf);
  }

  /** What a transaction tells is a MeterValues there. */
  private static String message(String message) {
    return message.equals("TransactionEvent") ? "MeterValues" : message;
  }

  /** A SetChargingProfileRequest of 2.1 as text inside DataTransfer. */
  private static Request setpoint(double watts, Context context) {
    Context bidirectional =
        new Context(Dialect.OCPP_2_1, context.openTransaction(), context.number(), context.now());
    return new Request(
        "DataTransfer",
        object()
            .put("vendorId", V2X)
            .put("messageId", "SetChargingProfile")
            .put("data", Requests.setpoint(watts, bidirectional).payload().toString()));
  }

  private static Request limit(ScriptAction.Limit limit, Context context) {
    ObjectNode payload = object().put("connectorId", 1);
    ObjectNode profile = payload.putObject("csChargingProfiles");
    Optional<Integer> running = number(context);
    profile.put("chargingProfileId", running.isPresent() ? 1 : 2);
    running.ifPresent(id -> profile.put("transactionId", id));
    profile.put("stackLevel", 0);
    profile.put("chargingProfilePurpose", running.isPresent() ? "TxProfile" : "TxDefaultProfile");
    profile.put("chargingProfileKind", "Absolute");
    ObjectNode schedule = profile.putObject("chargingSchedule");
    schedule.put("startSchedule", context.now().toString());
    schedule.put("chargingRateUnit", limit.unit().word());
    schedule
        .putArray("chargingSchedulePeriod")
        .addObject()
        .put("startPeriod", 0)
        .put("limit", limit.value());
    return new Request("SetChargingProfile", payload);
  }

  private static ObjectNode object() {
    return JSON.createObjectNode();
  }
}
