package energy.ebbflow.ocpp.dialect.v2;

import energy.ebbflow.ocpp.device.ClockVariables;
import energy.ebbflow.ocpp.device.Key;
import energy.ebbflow.ocpp.device.SecurityVariables;
import energy.ebbflow.ocpp.device.VariableSpec;
import energy.ebbflow.ocpp.device.Variables;
import energy.ebbflow.ocpp.dialect.FollowUp;
import energy.ebbflow.ocpp.dialect.Reply;
import energy.ebbflow.ocpp.dialect.Requests;
import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.profile.Refusal;
import energy.ebbflow.ocpp.rpc.ErrorCode;
import energy.ebbflow.ocpp.v2.devicemodel.AttributeName;
import energy.ebbflow.ocpp.v2.devicemodel.ComponentCriterion;
import energy.ebbflow.ocpp.v2.devicemodel.DataKind;
import energy.ebbflow.ocpp.v2.devicemodel.GenericDeviceModelStatus;
import energy.ebbflow.ocpp.v2.devicemodel.GetBaseReport;
import energy.ebbflow.ocpp.v2.devicemodel.GetReport;
import energy.ebbflow.ocpp.v2.devicemodel.GetVariableData;
import energy.ebbflow.ocpp.v2.devicemodel.GetVariableResult;
import energy.ebbflow.ocpp.v2.devicemodel.GetVariableStatus;
import energy.ebbflow.ocpp.v2.devicemodel.GetVariables;
import energy.ebbflow.ocpp.v2.devicemodel.Mutability;
import energy.ebbflow.ocpp.v2.devicemodel.NotifyReport;
import energy.ebbflow.ocpp.v2.devicemodel.ReportData;
import energy.ebbflow.ocpp.v2.devicemodel.SetVariableData;
import energy.ebbflow.ocpp.v2.devicemodel.SetVariableResult;
import energy.ebbflow.ocpp.v2.devicemodel.SetVariableStatus;
import energy.ebbflow.ocpp.v2.devicemodel.SetVariables;
import energy.ebbflow.ocpp.v2.devicemodel.VariableAttribute;
import energy.ebbflow.ocpp.v2.devicemodel.VariableCharacteristics;
import energy.ebbflow.ocpp.v2.type.Component;
import energy.ebbflow.ocpp.v2.type.Variable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The device model: get, set, report (block B). */
final class DeviceRequests {
  private final Requests requests;
  private final Station station;

  DeviceRequests(Requests requests, Station station) {
    this.requests = requests;
    this.station = station;
  }

  void register() {
    requests.on(GetVariables.ACTION, this::get);
    requests.on(SetVariables.ACTION, this::set);
    requests.on(GetBaseReport.ACTION, this::baseReport);
    requests.on(GetReport.ACTION, this::report);
  }

  private Optional<VariableSpec> find(Component component, Variable variable) {
    // No component of this station has instances.
    return component.instance().isPresent()
        ? Optional.empty()
        : station.device().find(Keys.of(component, variable)).filter(this::exists);
  }

  private boolean exists(VariableSpec spec) {
    return !(spec.v21Only() && requests.version() == WireVersion.V201);
  }

  private boolean knows(Component component, Variable variable) {
    return component.instance().isEmpty()
        && station.device().knowsComponent(Keys.of(component, variable));
  }

  private Reply get(GetVariables.Request request, Instant now) {
    int most = station.device().number(Variables.ITEMS_GET_VARIABLES);
    if (request.getVariableData().size() > most) {
      // B06.FR.16 allows an error, too; the certification (TC_B_08) wants each of them answered.
      return requests.reply(
          new GetVariables.Response(
              request.getVariableData().stream().map(DeviceRequests::tooMany).toList()));
    }
    return requests.reply(
        new GetVariables.Response(
            request.getVariableData().stream().map(data -> got(data, now)).toList()));
  }

  private String valueOf(Key key, Instant now) {
    return key.equals(ClockVariables.DATE_TIME)
        ? now.truncatedTo(ChronoUnit.MILLIS).toString()
        : station.device().value(key);
  }

  private static GetVariableResult tooMany(GetVariableData data) {
    return new GetVariableResult(
        GetVariableStatus.REJECTED,
        Infos.info("TooManyElements", ""),
        data.attributeType(),
        Optional.empty(),
        data.component(),
        data.variable());
  }

  private GetVariableResult got(GetVariableData data, Instant now) {
    Optional<VariableSpec> spec = find(data.component(), data.variable());
    GetVariableStatus status;
    Optional<String> value = Optional.empty();
    if (spec.isEmpty()) {
      status =
          knows(data.component(), data.variable())
              ? GetVariableStatus.UNKNOWN_VARIABLE
              : GetVariableStatus.UNKNOWN_COMPONENT;
    } else if (data.attributeType().orElse(AttributeName.ACTUAL) != AttributeName.ACTUAL) {
      status = GetVariableStatus.NOT_SUPPORTED_ATTRIBUTE_TYPE;
    } else if (spec.get().mutability() == Mutability.WRITE_ONLY) {
      // B06.FR.09: secrets are never read.
      status = GetVariableStatus.REJECTED;
    } else {
      status = GetVariableStatus.ACCEPTED;
      value = Optional.of(valueOf(spec.get().key(), now));
    }
    return new GetVariableResult(
        status, Optional.empty(), data.attributeType(), value, data.component(), data.variable());
  }

  private Reply set(SetVariables.Request request, Instant now) {
    int most = station.device().number(Variables.ITEMS_SET_VARIABLES);
    if (request.setVariableData().size() > most) {
      return new Reply.Refuse(
          ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION, "at most " + most + " variables at once");
    }
    List<SetVariableResult> results = new ArrayList<>();
    List<FollowUp> then = new ArrayList<>();
    for (SetVariableData data : request.setVariableData()) {
      Optional<Refusal> refusal = unfit(data);
      SetVariableStatus status = refusal.isPresent() ? SetVariableStatus.REJECTED : set(data);
      results.add(
          new SetVariableResult(
              data.attributeType(),
              status,
              refusal.flatMap(r -> Infos.info(r.reasonCode(), r.text())),
              data.component(),
              data.variable()));
      if (status == SetVariableStatus.ACCEPTED) {
        find(data.component(), data.variable()).flatMap(this::effect).ifPresent(then::add);
      }
    }
    return requests.reply(new SetVariables.Response(results), then.toArray(FollowUp[]::new));
  }

  /** What the station as a whole has against a value that looks well formed. */
  private Optional<Refusal> unfit(SetVariableData data) {
    boolean network =
        Keys.of(data.component(), data.variable()).folded().equals(NETWORK_PRIORITY)
            && data.attributeValue().matches("([0-4](,[0-4])*)?");
    return network
        ? station.networks().checkPriority(data.attributeValue())
        : station
            .tariffs()
            .unfit(Keys.of(data.component(), data.variable()), data.attributeValue())
            .or(
                () ->
                    station
                        .front()
                        .unfit(Keys.of(data.component(), data.variable()), data.attributeValue()));
  }

  private static final Key NETWORK_PRIORITY = SecurityVariables.NETWORK_PRIORITY.folded();

  /** What must happen at once; every other variable is read where it is used. */
  private Optional<FollowUp> effect(VariableSpec spec) {
    if (spec.key().equals(SecurityVariables.NETWORK_PRIORITY)) {
      return Optional.of(new FollowUp.NetworkChanged());
    }
    if (spec.key().equals(Variables.BASIC_AUTH_PASSWORD)) {
      station.networks().passwordSet();
      // A01.FR.02: the new password counts from the next connection, which is made at once.
      return Optional.of(new FollowUp.Reconnect("new password"));
    }
    return spec.key().equals(Variables.HEARTBEAT_INTERVAL)
        ? Optional.of(new FollowUp.HeartbeatChanged())
        : Optional.empty();
  }

  private SetVariableStatus set(SetVariableData data) {
    Optional<VariableSpec> spec = find(data.component(), data.variable());
    if (spec.isEmpty()) {
      return knows(data.component(), data.variable())
          ? SetVariableStatus.UNKNOWN_VARIABLE
          : SetVariableStatus.UNKNOWN_COMPONENT;
    }
    if (data.attributeType().orElse(AttributeName.ACTUAL) != AttributeName.ACTUAL) {
      return SetVariableStatus.NOT_SUPPORTED_ATTRIBUTE_TYPE;
    }
    return station.setVariable(spec.get(), data.attributeValue());
  }

  private Reply baseReport(GetBaseReport.Request request, Instant now) {
    List<VariableSpec> wanted =
        station.device().all().stream()
            .filter(this::exists)
            .filter(
                spec ->
                    switch (request.reportBase()) {
                      case CONFIGURATION_INVENTORY -> spec.mutability() != Mutability.READ_ONLY;
                      case FULL_INVENTORY -> true;
                      case SUMMARY_INVENTORY ->
                          spec.key().variable().equals("AvailabilityState")
                              || spec.key().variable().equals("Available");
                    })
            .toList();
    return requests.reply(
        new GetBaseReport.Response(GenericDeviceModelStatus.ACCEPTED, Optional.empty()),
        parts(request.requestId(), wanted, now));
  }

  private Reply report(GetReport.Request request, Instant now) {
    List<VariableSpec> wanted =
        station.device().all().stream()
            .filter(this::exists)
            .filter(s -> Keys.named(s.key(), request.componentVariable()))
            .filter(s -> fits(s, request.componentCriteria()))
            .toList();
    if (wanted.isEmpty()) {
      return requests.reply(
          new GetReport.Response(GenericDeviceModelStatus.EMPTY_RESULT_SET, Optional.empty()));
    }
    return requests.reply(
        new GetReport.Response(GenericDeviceModelStatus.ACCEPTED, Optional.empty()),
        parts(request.requestId(), wanted, now));
  }

  /**
   * What the component says of itself. B08.FR.07 to FR.10: one that does not say it is active,
   * available and enabled, and has no problem.
   */
  private boolean fits(VariableSpec spec, List<ComponentCriterion> criteria) {
    return criteria.isEmpty()
        || criteria.stream()
            .anyMatch(
                c ->
                    switch (c) {
                      case ACTIVE -> says(spec.key(), "Active", true);
                      case AVAILABLE -> says(spec.key(), "Available", true);
                      case ENABLED -> says(spec.key(), "Enabled", true);
                      case PROBLEM -> says(spec.key(), "Problem", false);
                    });
  }

  private boolean says(Key key, String variable, boolean usually) {
    Key own = new Key(key.component(), key.evse(), key.connector(), variable, Optional.empty());
    return station.device().find(own).isPresent() ? station.device().flag(own) : usually;
  }

  private FollowUp[] parts(int requestId, List<VariableSpec> wanted, Instant now) {
    int most = station.device().number(Variables.ITEMS_GET_REPORT);
    int count = Math.max(1, (wanted.size() + most - 1) / most);
    FollowUp[] parts = new FollowUp[count];
    for (int i = 0; i < count; i++) {
      List<ReportData> data =
          wanted.subList(i * most, Math.min(wanted.size(), (i + 1) * most)).stream()
              .map(spec -> data(spec, now))
              .toList();
      parts[i] =
          requests.send(
              NotifyReport.ACTION,
              new NotifyReport.Request(requestId, now, data, Optional.of(i < count - 1), i));
    }
    return parts;
  }

  private ReportData data(VariableSpec spec, Instant now) {
    Key key = spec.key();
    boolean secret = spec.mutability() == Mutability.WRITE_ONLY;
    VariableAttribute attribute =
        new VariableAttribute(
            Optional.of(AttributeName.ACTUAL),
            secret ? Optional.empty() : Optional.of(valueOf(key, now)),
            Optional.of(spec.mutability()),
            Optional.of(true),
            Optional.of(false));
    boolean number = spec.kind() == DataKind.INTEGER || spec.kind() == DataKind.DECIMAL;
    VariableCharacteristics characteristics =
        new VariableCharacteristics(
            spec.unit(),
            spec.kind(),
            number ? spec.min() : Optional.empty(),
            spec.max(),
            Optional.empty(),
            spec.choices().isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(",", spec.choices())),
            !secret);
    return new ReportData(
        Keys.component(key),
        new Variable(key.variable(), key.instance()),
        List.of(attribute),
        Optional.of(characteristics));
  }
}
