package energy.ebbflow.ocpp.dialect.v2;

import energy.ebbflow.ocpp.dialect.Requests;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.v2.operation.EventData;
import energy.ebbflow.ocpp.v2.operation.EventNotification;
import energy.ebbflow.ocpp.v2.operation.EventTrigger;
import energy.ebbflow.ocpp.v2.operation.NotifyEvent;
import energy.ebbflow.ocpp.v2.type.Component;
import energy.ebbflow.ocpp.v2.type.Evse;
import energy.ebbflow.ocpp.v2.type.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * Charging by duty cycle as events of the device model (N07): variables of the component {@code
 * SmartChargingCtrlr} of the EVSE, one for what happened and one for each power.
 */
final class MinimumCurrentMapping {
  /** NotifyEventRequest: longest technical code and text. */
  private static final int MAX_CODE = 50;

  private static final int MAX_INFO = 500;

  private MinimumCurrentMapping() {}

  static NotifyEvent.Request request(StationEvent.MinimumCurrent told, IntSupplier eventIds) {
    List<EventData> events = new ArrayList<>();
    events.add(
        event(
            told,
            eventIds,
            "MinimumCurrent",
            told.event(),
            told.reason().isEmpty()
                ? Optional.empty()
                : Optional.of(Requests.bounded(told.reason(), MAX_CODE)),
            Optional.of(Requests.bounded(told.text(), MAX_INFO))));
    told.requestWatts()
        .ifPresent(watts -> events.add(power(told, eventIds, "MinimumCurrentRequest", watts)));
    told.offeredWatts()
        .ifPresent(watts -> events.add(power(told, eventIds, "MinimumCurrentOffered", watts)));
    return new NotifyEvent.Request(told.at(), Optional.empty(), 0, events);
  }

  private static EventData power(
      StationEvent.MinimumCurrent told, IntSupplier eventIds, String variable, double watts) {
    return event(
        told,
        eventIds,
        variable,
        String.format(Locale.ROOT, "%.0f", watts),
        Optional.empty(),
        Optional.empty());
  }

  private static EventData event(
      StationEvent.MinimumCurrent told,
      IntSupplier eventIds,
      String variable,
      String value,
      Optional<String> code,
      Optional<String> info) {
    return new EventData(
        eventIds.getAsInt(),
        told.at(),
        EventTrigger.DELTA,
        Optional.empty(),
        value,
        code,
        info,
        Optional.empty(),
        Optional.empty(),
        new Component(
            Optional.of(new Evse(told.evse(), Optional.empty())),
            "SmartChargingCtrlr",
            Optional.empty()),
        Optional.empty(),
        EventNotification.HARD_WIRED_NOTIFICATION,
        new Variable(variable, Optional.empty()),
        Optional.empty());
  }
}
