package energy.ebbflow.ocpp.dialect.v2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.ocpp.dialect.BootAnswer;
import energy.ebbflow.ocpp.dialect.Dialect;
import energy.ebbflow.ocpp.dialect.Outgoing;
import energy.ebbflow.ocpp.dialect.Reply;
import energy.ebbflow.ocpp.dialect.Requests;
import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.dialect.v2.der.DerRequests;
import energy.ebbflow.ocpp.dialect.v2.display.DisplayRequests;
import energy.ebbflow.ocpp.dialect.v2.energy.EnergyRequests;
import energy.ebbflow.ocpp.dialect.v2.energy.LocalTimes;
import energy.ebbflow.ocpp.dialect.v2.stream.StreamRequests;
import energy.ebbflow.ocpp.dialect.v2.tariff.TariffRequests;
import energy.ebbflow.ocpp.domain.EnergyTransfer;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.Mrec;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.energy.EnergyNotice;
import energy.ebbflow.ocpp.json.EnumSpelling;
import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.RecordReader;
import energy.ebbflow.ocpp.json.RecordWriter;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.link.Registration;
import energy.ebbflow.ocpp.outbox.QueuedEvent;
import energy.ebbflow.ocpp.outbox.SecurityEvents;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.rpc.Frame;
import energy.ebbflow.ocpp.token.TokenVerdict;
import energy.ebbflow.ocpp.upkeep.Notice;
import energy.ebbflow.ocpp.upkeep.NoticeAnswer;
import energy.ebbflow.ocpp.v2.authorization.Authorize;
import energy.ebbflow.ocpp.v2.authorization.MessageContent;
import energy.ebbflow.ocpp.v2.needs.EnergyTransferMode;
import energy.ebbflow.ocpp.v2.operation.ConnectorStatus;
import energy.ebbflow.ocpp.v2.operation.EventData;
import energy.ebbflow.ocpp.v2.operation.EventNotification;
import energy.ebbflow.ocpp.v2.operation.EventTrigger;
import energy.ebbflow.ocpp.v2.operation.NotifyEvent;
import energy.ebbflow.ocpp.v2.operation.StatusNotification;
import energy.ebbflow.ocpp.v2.provisioning.BootNotification;
import energy.ebbflow.ocpp.v2.provisioning.BootReason;
import energy.ebbflow.ocpp.v2.provisioning.ChargingStation;
import energy.ebbflow.ocpp.v2.provisioning.Heartbeat;
import energy.ebbflow.ocpp.v2.provisioning.SecurityEventNotification;
import energy.ebbflow.ocpp.v2.transaction.TransactionEvent;
import energy.ebbflow.ocpp.v2.type.Component;
import energy.ebbflow.ocpp.v2.type.Evse;
import energy.ebbflow.ocpp.v2.type.Variable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/** OCPP 2.0.1 or 2.1. */
public final class V2Dialect implements Dialect {
  /** Longest technical code and text of an event. */
  private static final int MAX_TECH_CODE = 50;

  private static final int MAX_TECH_INFO = 500;

  private final WireVersion version;
  private final Station station;
  private final RecordWriter writer;
  private final RecordReader answers;
  private final TransactionMapping transactions;
  private final Requests requests;
  private final NoticeMapping notices;

  /**
   * Speaks one version.
   *
   * @param version 2.0.1 or 2.1
   * @param publicKey of the station's meter values, as OCPP wants it
   */
  public V2Dialect(WireVersion version, Station station, String publicKey) {
    this.version = version;
    this.station = station;
    this.writer = new RecordWriter(version);
    this.answers = RecordReader.forgiving(version);
    MeterMapping meter = new MeterMapping(station.device(), version, publicKey);
    this.transactions = new TransactionMapping(version, meter, station.reservations());
    this.requests = new Requests(version);
    new RemoteRequests(requests, station).register();
    new ProfileRequests(requests, station).register();
    new DeviceRequests(requests, station).register();
    new TokenRequests(requests, station).register();
    new TransferRequests(requests, station).register();
    new CertificateRequests(requests, station).register();
    new NetworkRequests(requests, station).register();
    new FileRequests(requests, station).register();
    new ReservationRequests(requests, station).register();
    new MonitoringRequests(requests, station).register();
    new CustomerRequests(requests, station).register();
    new EnergyRequests(requests, station).register();
    new DerRequests(requests, station.derControls()).register();
    new StreamRequests(requests, station.monitors().streams()).register();
    new TariffRequests(requests, station).register();
    new DisplayRequests(requests, station).register();
    this.notices = new NoticeMapping(version, meter::idle);
  }

  @Override
  public WireVersion version() {
    return version;
  }

  private <Q extends Record> Outgoing call(Action<Q, ?> action, Q request) {
    return new Outgoing(action.name(), writer.write(request));
  }

  @Override
  public Outgoing boot(String reason) {
    return call(
        BootNotification.ACTION,
        new BootNotification.Request(
            new ChargingStation(
                Optional.of(station.config().serial()),
                station.config().model(),
                Optional.empty(),
                station.config().vendor(),
                Optional.of(station.config().firmwareVersion())),
            EnumSpelling.find(BootReason.class, reason, version).orElse(BootReason.UNKNOWN)));
  }

  @Override
  public BootAnswer bootAnswer(ObjectNode payload) throws JsonFault {
    BootNotification.Response response = answers.read(payload, BootNotification.Response.class);
    Registration.Verdict verdict =
        switch (response.status()) {
          case ACCEPTED -> Registration.Verdict.ACCEPTED;
          case PENDING -> Registration.Verdict.PENDING;
          case REJECTED -> Registration.Verdict.REJECTED;
        };
    return new BootAnswer(verdict, response.interval(), response.currentTime());
  }

  @Override
  public Outgoing heartbeat() {
    return call(Heartbeat.ACTION, new Heartbeat.Request());
  }

  @Override
  public Instant heartbeatAnswer(ObjectNode payload) throws JsonFault {
    return answers.read(payload, Heartbeat.Response.class).currentTime();
  }

  @Override
  public Optional<Outgoing> transaction(QueuedEvent event) {
    return Optional.of(call(TransactionEvent.ACTION, transactions.request(event)));
  }

  @Override
  public Optional<TokenVerdict> transactionAnswer(QueuedEvent event, ObjectNode payload)
      throws JsonFault {
    TransactionEvent.Response response = answers.read(payload, TransactionEvent.Response.class);
    station
        .tariffs()
        .heard(event.event().transaction(), response.totalCost(), response.transactionLimit());
    station
        .front()
        .said(
            event.event().evse(),
            response.totalCost(),
            Stream.concat(
                    response.updatedPersonalMessage().stream(),
                    response.updatedPersonalMessageExtra().stream())
                .toList());
    return response.idTokenInfo().map(Tokens::verdict);
  }

  @Override
  public Optional<Outgoing> authorise(IdToken token) {
    return Optional.of(
        call(
            Authorize.ACTION,
            new Authorize.Request(Tokens.of(token, version), Optional.empty(), List.of())));
  }

  @Override
  public TokenVerdict authoriseAnswer(ObjectNode payload) throws JsonFault {
    return Tokens.verdict(answers.read(payload, Authorize.Response.class).idTokenInfo());
  }

  @Override
  public Optional<Set<EnergyTransfer>> authoriseAllows(ObjectNode payload) throws JsonFault {
    List<EnergyTransferMode> modes =
        answers.read(payload, Authorize.Response.class).allowedEnergyTransfer();
    return modes.isEmpty() ? Optional.empty() : Optional.of(TransferRequests.of(modes));
  }

  @Override
  public Optional<JsonNode> authoriseTariff(ObjectNode payload) throws JsonFault {
    return answers.read(payload, Authorize.Response.class).tariff();
  }

  @Override
  public Optional<String> authoriseWords(ObjectNode payload) throws JsonFault {
    return answers
        .read(payload, Authorize.Response.class)
        .idTokenInfo()
        .personalMessage()
        .map(MessageContent::content);
  }

  @Override
  public Outgoing status(StationEvent.ConnectorStatus status) {
    return call(
        StatusNotification.ACTION,
        new StatusNotification.Request(
            status.at(),
            ConnectorStatus.valueOf(status.status().name()),
            status.evse(),
            status.connector()));
  }

  @Override
  public Optional<Outgoing> fault(StationEvent.Fault fault, int eventId) {
    Optional<Evse> evse =
        fault.evse() == 0
            ? Optional.empty()
            : Optional.of(new Evse(fault.evse(), Optional.empty()));
    EventData data =
        new EventData(
            eventId,
            fault.at(),
            EventTrigger.ALERTING,
            Optional.empty(),
            Boolean.toString(!fault.cleared()),
            Optional.of(
                Requests.bounded(
                    Mrec.named(fault.code()).map(Mrec::code).orElse(fault.code()), MAX_TECH_CODE)),
            Optional.of(Requests.bounded(fault.code() + ": " + fault.text(), MAX_TECH_INFO)),
            Optional.of(fault.cleared()),
            Optional.empty(),
            new Component(evse, fault.evse() == 0 ? "ChargingStation" : "EVSE", Optional.empty()),
            Optional.empty(),
            EventNotification.HARD_WIRED_NOTIFICATION,
            new Variable("Problem", Optional.empty()),
            Optional.empty());
    return Optional.of(
        call(
            NotifyEvent.ACTION,
            new NotifyEvent.Request(fault.at(), Optional.empty(), 0, List.of(data))));
  }

  @Override
  public Outgoing minimumCurrent(StationEvent.MinimumCurrent told, IntSupplier eventIds) {
    return call(NotifyEvent.ACTION, MinimumCurrentMapping.request(told, eventIds));
  }

  @Override
  public Optional<Outgoing> needs(StationEvent.ChargingNeeds needs, Instant now) {
    return NeedsMapping.request(needs, version, now)
        .map(
            request ->
                call(energy.ebbflow.ocpp.v2.smartcharging.NotifyEvChargingNeeds.ACTION, request));
  }

  @Override
  public Outgoing security(SecurityEvents.Event event) {
    return call(
        SecurityEventNotification.ACTION,
        new SecurityEventNotification.Request(
            event.kind(),
            Instant.parse(event.at()),
            event.info().isEmpty() ? Optional.empty() : Optional.of(event.info())));
  }

  @Override
  public Optional<Outgoing> notice(Notice notice) {
    if (notice instanceof Notice.Energy(EnergyNotice.Needs needs)) {
      return needs(needs.needs(), needs.at());
    }
    return notices.call(notice);
  }

  @Override
  public NoticeAnswer noticeAnswer(Notice notice, ObjectNode payload) throws JsonFault {
    return notices.answer(notice, payload);
  }

  @Override
  public Reply asked(Frame.Call call, Instant now) {
    LocalTimes.unzone(call.payload());
    return requests.answer(call, now);
  }
}
