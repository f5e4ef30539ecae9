package energy.ebbflow.ocpp.dialect.v2;

import energy.ebbflow.ocpp.device.Key;
import energy.ebbflow.ocpp.device.MonitoringVariables;
import energy.ebbflow.ocpp.device.VariableSpec;
import energy.ebbflow.ocpp.device.Variables;
import energy.ebbflow.ocpp.dialect.FollowUp;
import energy.ebbflow.ocpp.dialect.Reply;
import energy.ebbflow.ocpp.dialect.Requests;
import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.monitoring.Monitor;
import energy.ebbflow.ocpp.monitoring.Monitors;
import energy.ebbflow.ocpp.rpc.ErrorCode;
import energy.ebbflow.ocpp.stream.Streams;
import energy.ebbflow.ocpp.v2.devicemodel.GenericDeviceModelStatus;
import energy.ebbflow.ocpp.v2.monitoring.ClearVariableMonitoring;
import energy.ebbflow.ocpp.v2.monitoring.GetMonitoringReport;
import energy.ebbflow.ocpp.v2.monitoring.MonitorKind;
import energy.ebbflow.ocpp.v2.monitoring.NotifyMonitoringReport;
import energy.ebbflow.ocpp.v2.monitoring.SetMonitoringBase;
import energy.ebbflow.ocpp.v2.monitoring.SetMonitoringLevel;
import energy.ebbflow.ocpp.v2.monitoring.SetVariableMonitoring;
import energy.ebbflow.ocpp.v2.operation.EventNotification;
import energy.ebbflow.ocpp.v2.smartcharging.GenericStatus;
import energy.ebbflow.ocpp.v2.type.Variable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Monitors of variables (N02 to N06). */
final class MonitoringRequests {
  private static final int MAX_SEVERITY = 9;

  private final Requests requests;
  private final Station station;

  MonitoringRequests(Requests requests, Station station) {
    this.requests = requests;
    this.station = station;
  }

  void register() {
    requests.on(SetVariableMonitoring.ACTION, this::set);
    requests.on(ClearVariableMonitoring.ACTION, this::clear);
    requests.on(GetMonitoringReport.ACTION, this::report);
    requests.on(SetMonitoringBase.ACTION, this::base);
    requests.on(SetMonitoringLevel.ACTION, this::level);
  }

  private Reply set(SetVariableMonitoring.Request request, Instant now) {
    if (request.setMonitoringData().size() > MonitoringVariables.ITEMS) {
      return tooMany();
    }
    return requests.reply(
        new SetVariableMonitoring.Response(
            request.setMonitoringData().stream().map(this::set).toList()));
  }

  private static Reply tooMany() {
    return new Reply.Refuse(
        ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION,
        "at most " + MonitoringVariables.ITEMS + " monitors at once");
  }

  private SetVariableMonitoring.MonitoringResult set(SetVariableMonitoring.MonitoringData data) {
    Key key = Keys.of(data.component(), data.variable());
    Optional<VariableSpec> spec =
        data.component().instance().isPresent() ? Optional.empty() : station.device().find(key);
    SetVariableMonitoring.Status status;
    Optional<Integer> id = Optional.empty();
    if (spec.isEmpty()) {
      boolean known = data.component().instance().isEmpty() && station.device().knowsComponent(key);
      status =
          known
              ? SetVariableMonitoring.Status.UNKNOWN_VARIABLE
              : SetVariableMonitoring.Status.UNKNOWN_COMPONENT;
    } else if (data.periodicEventStream().isPresent() && !streamable(data)) {
      status = SetVariableMonitoring.Status.REJECTED;
    } else {
      Monitors.Answer answer =
          station
              .monitors()
              .set(
                  spec.get(),
                  data.type(),
                  data.value(),
                  data.transaction().orElse(false),
                  data.severity(),
                  data.id());
      id = answer.id();
      data.periodicEventStream()
          .ifPresent(
              stream ->
                  answer
                      .id()
                      .ifPresent(
                          number ->
                              station
                                  .monitors()
                                  .streams()
                                  .add(number, stream.interval(), stream.values())));
      status =
          switch (answer.outcome()) {
            case ACCEPTED -> SetVariableMonitoring.Status.ACCEPTED;
            case UNSUPPORTED -> SetVariableMonitoring.Status.UNSUPPORTED_MONITOR_TYPE;
            case REJECTED -> SetVariableMonitoring.Status.REJECTED;
            case DUPLICATE -> SetVariableMonitoring.Status.DUPLICATE;
          };
    }
    return new SetVariableMonitoring.MonitoringResult(
        id,
        Optional.empty(),
        status,
        data.type(),
        data.component(),
        data.variable(),
        data.severity());
  }

  /** N11: a stream carries what comes at times. */
  private static boolean streamable(SetVariableMonitoring.MonitoringData data) {
    boolean periodic =
        data.type() == MonitorKind.PERIODIC || data.type() == MonitorKind.PERIODIC_CLOCK_ALIGNED;
    return periodic
        && data.periodicEventStream()
            .filter(stream -> Streams.sound(stream.interval(), stream.values()))
            .isPresent();
  }

  private Reply clear(ClearVariableMonitoring.Request request, Instant now) {
    if (request.id().size() > MonitoringVariables.ITEMS) {
      return tooMany();
    }
    return requests.reply(
        new ClearVariableMonitoring.Response(
            request.id().stream()
                .map(
                    id ->
                        new ClearVariableMonitoring.ClearingResult(
                            station.monitors().clear(id)
                                ? ClearVariableMonitoring.Status.ACCEPTED
                                : ClearVariableMonitoring.Status.NOT_FOUND,
                            id,
                            Optional.empty()))
                .toList()));
  }

  private Reply report(GetMonitoringReport.Request request, Instant now) {
    List<Monitor> wanted =
        station.monitors().all().stream()
            .filter(m -> Keys.named(m.key(), request.componentVariable()))
            .filter(m -> fits(m.kind(), request.monitoringCriteria()))
            .toList();
    if (wanted.isEmpty()) {
      return requests.reply(
          new GetMonitoringReport.Response(
              GenericDeviceModelStatus.EMPTY_RESULT_SET, Optional.empty()));
    }
    return requests.reply(
        new GetMonitoringReport.Response(GenericDeviceModelStatus.ACCEPTED, Optional.empty()),
        parts(request.requestId(), wanted, now));
  }

  private static boolean fits(MonitorKind kind, List<GetMonitoringReport.Criterion> criteria) {
    GetMonitoringReport.Criterion own =
        switch (kind) {
          case UPPER_THRESHOLD, LOWER_THRESHOLD ->
              GetMonitoringReport.Criterion.THRESHOLD_MONITORING;
          case DELTA, TARGET_DELTA, TARGET_DELTA_RELATIVE ->
              GetMonitoringReport.Criterion.DELTA_MONITORING;
          case PERIODIC, PERIODIC_CLOCK_ALIGNED ->
              GetMonitoringReport.Criterion.PERIODIC_MONITORING;
        };
    return criteria.isEmpty() || criteria.contains(own);
  }

  private FollowUp[] parts(int requestId, List<Monitor> wanted, Instant now) {
    int most = station.device().number(Variables.ITEMS_GET_REPORT);
    List<FollowUp> parts = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i += most) {
      int end = Math.min(wanted.size(), i + most);
      parts.add(
          requests.send(
              NotifyMonitoringReport.ACTION,
              new NotifyMonitoringReport.Request(
                  wanted.subList(i, end).stream().map(MonitoringRequests::data).toList(),
                  requestId,
                  Optional.of(end < wanted.size()),
                  i / most,
                  now)));
    }
    return parts.toArray(FollowUp[]::new);
  }

  private static NotifyMonitoringReport.MonitoringData data(Monitor m) {
    return new NotifyMonitoringReport.MonitoringData(
        Keys.component(m.key()),
        new Variable(m.key().variable(), m.key().instance()),
        List.of(
            new NotifyMonitoringReport.VariableMonitoring(
                m.id(),
                m.transaction(),
                m.value(),
                m.kind(),
                m.severity(),
                EventNotification.CUSTOM_MONITOR)));
  }

  private Reply base(SetMonitoringBase.Request request, Instant now) {
    switch (request.monitoringBase()) {
      case ALL -> {}
      // N03.FR.04, FR.05: every monitor of this station is one that the back office set.
      case FACTORY_DEFAULT, HARD_WIRED_ONLY -> station.monitors().clearAll();
    }
    station.shown(MonitoringVariables.BASE, request.monitoringBase().wire());
    return requests.reply(
        new SetMonitoringBase.Response(GenericDeviceModelStatus.ACCEPTED, Optional.empty()));
  }

  private Reply level(SetMonitoringLevel.Request request, Instant now) {
    boolean known = request.severity() <= MAX_SEVERITY;
    if (known) {
      station.shown(MonitoringVariables.LEVEL, Integer.toString(request.severity()));
    }
    return requests.reply(
        new SetMonitoringLevel.Response(
            known ? GenericStatus.ACCEPTED : GenericStatus.REJECTED,
            known ? Optional.empty() : Infos.info("ValueOutOfRange", "0 to 9")));
  }
}
