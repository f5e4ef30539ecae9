package energy.ebbflow.simulator.csms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.simulator.csms.script.ScriptAction;
import java.time.Instant;
import java.util.Optional;

/** Builds the requests of the back office: those of OCPP 2.x here. Pure. */
final class Requests {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final int TX_PROFILE_ID = 1;
  private static final int TX_DEFAULT_PROFILE_ID = 2;

  private Requests() {}

  /** A request ready to be sent. */
  record Request(String action, JsonNode payload) {}

  /** What must be known to fill in a request. */
  record Context(Dialect dialect, Optional<String> openTransaction, int number, Instant now) {}

  /**
   * The request for a step of the script.
   *
   * @return empty if the dialect has no words for it, or there is no transaction to stop
   */
  static Optional<Request> of(ScriptAction action, Context context) {
    return context.dialect() == Dialect.OCPP_1_6
        ? Requests16.of(action, context)
        : of2(action, context);
  }

  private static Optional<Request> of2(ScriptAction action, Context context) {
    return switch (action) {
      case ScriptAction.RemoteStart start -> Optional.of(remoteStart(start, context));
      case ScriptAction.RemoteStop _ ->
          context
              .openTransaction()
              .map(id -> new Request("RequestStopTransaction", object().put("transactionId", id)));
      case ScriptAction.Setpoint setpoint -> Optional.of(setpoint(setpoint.watts(), context));
      case ScriptAction.Limit limit ->
          Optional.of(profile(limitPeriod(limit.value(), context), limit.unit().word(), context));
      case ScriptAction.ClearProfiles _ ->
          Optional.of(new Request("ClearChargingProfile", clearCriteria()));
      case ScriptAction.Reset reset ->
          Optional.of(
              new Request(
                  "Reset", object().put("type", reset.immediately() ? "Immediate" : "OnIdle")));
      case ScriptAction.Unlock unlock ->
          Optional.of(
              new Request(
                  "UnlockConnector", object().put("evseId", unlock.evse()).put("connectorId", 1)));
      case ScriptAction.SetVariable set -> Optional.of(setVariable(set));
      case ScriptAction.AllowTransfer allow ->
          context.dialect().bidirectional()
              ? context.openTransaction().map(id -> allowTransfer(id, allow))
              : Optional.empty();
      case ScriptAction.Reserve reserve -> Optional.of(reserve(reserve, context));
      case ScriptAction.CancelReservation cancel ->
          Optional.of(new Request("CancelReservation", object().put("reservationId", cancel.id())));
      case ScriptAction.Trigger trigger -> Optional.of(trigger(trigger));
      case ScriptAction.Call call -> Optional.of(new Request(call.action(), json(call.payload())));
      case ScriptAction.Disconnect _ -> Optional.empty();
      case ScriptAction.Garbage _ -> Optional.empty();
    };
  }

  private static Request remoteStart(ScriptAction.RemoteStart start, Context context) {
    ObjectNode payload = object().put("remoteStartId", context.number());
    payload.put("evseId", start.evse());
    payload.putObject("idToken").put("idToken", start.token()).put("type", "Central");
    return new Request("RequestStartTransaction", payload);
  }

  /** SetChargingProfile with a set-point. */
  static Request setpoint(double watts, Context context) {
    ObjectNode period = object().put("startPeriod", 0);
    ObjectNode place = period;
    if (!context.dialect().bidirectional()) {
      // 2.0.1 requires a limit, and has customData as the place for vendors.
      period.put("limit", Math.max(0, watts));
      place = period.putObject("customData").put("vendorId", Requests16.V2X);
    }
    place.put("operationMode", "CentralSetpoint").put("setpoint", watts);
    return profile(period, "W", context);
  }

  private static Request reserve(ScriptAction.Reserve reserve, Context context) {
    ObjectNode payload = object().put("id", reserve.id());
    payload.put("expiryDateTime", context.now().plusSeconds(reserve.seconds()).toString());
    payload.putObject("idToken").put("idToken", reserve.token()).put("type", "Central");
    return new Request("ReserveNow", payload.put("evseId", reserve.evse()));
  }

  private static Request trigger(ScriptAction.Trigger trigger) {
    ObjectNode payload = object().put("requestedMessage", trigger.message());
    ObjectNode evse = payload.putObject("evse").put("id", trigger.evse());
    if (trigger.message().equals("StatusNotification")) {
      // F06.FR.12: the status is that of a connector.
      evse.put("connectorId", 1);
    }
    return new Request("TriggerMessage", payload);
  }

  private static ObjectNode limitPeriod(double value, Context context) {
    ObjectNode period = object().put("startPeriod", 0).put("limit", value);
    if (context.dialect().bidirectional()) {
      period.put("operationMode", "ChargingOnly");
    }
    return period;
  }

  /** A profile of the open transaction; without one, the default for the next. */
  private static Request profile(ObjectNode period, String unit, Context context) {
    ObjectNode payload = object().put("evseId", 1);
    ObjectNode profile = payload.putObject("chargingProfile");
    boolean running = context.openTransaction().isPresent();
    // K01.FR.05: a profile with the id of an earlier one replaces it; another id at the same
    // stack level would be a second profile there, which the station has to refuse.
    profile.put("id", running ? TX_PROFILE_ID : TX_DEFAULT_PROFILE_ID).put("stackLevel", 0);
    profile.put("chargingProfilePurpose", running ? "TxProfile" : "TxDefaultProfile");
    context.openTransaction().ifPresent(id -> profile.put("transactionId", id));
    profile.put("chargingProfileKind", "Absolute");
    ObjectNode schedule = profile.putArray("chargingSchedule").addObject();
    schedule.put("id", context.number()).put("chargingRateUnit", unit);
    schedule.put("startSchedule", context.now().toString());
    schedule.putArray("chargingSchedulePeriod").add(period);
    return new Request("SetChargingProfile", payload);
  }

  private static ObjectNode clearCriteria() {
    ObjectNode payload = object();
    payload.putObject("chargingProfileCriteria").put("evseId", 1);
    return payload;
  }

  private static Request setVariable(ScriptAction.SetVariable set) {
    ObjectNode payload = object();
    ObjectNode data = payload.putArray("setVariableData").addObject();
    data.put("attributeValue", set.value());
    data.putObject("component").put("name", set.component());
    data.putObject("variable").put("name", set.variable());
    return new Request("SetVariables", payload);
  }

  private static Request allowTransfer(String transaction, ScriptAction.AllowTransfer allow) {
    ObjectNode payload = object().put("transactionId", transaction);
    ArrayNode modes = payload.putArray("allowedEnergyTransfer");
    allow.modes().forEach(modes::add);
    return new Request("NotifyAllowedEnergyTransfer", payload);
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "expected JSON as payload, came " + e.getOriginalMessage(), e);
    }
  }

  private static ObjectNode object() {
    return JSON.createObjectNode();
  }
}
