package energy.ebbflow.ocpp.dialect.v16;

import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.ocpp.dialect.BootAnswer;
import energy.ebbflow.ocpp.dialect.Dialect;
import energy.ebbflow.ocpp.dialect.Outgoing;
import energy.ebbflow.ocpp.dialect.Reply;
import energy.ebbflow.ocpp.dialect.Requests;
import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.Mrec;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.RecordReader;
import energy.ebbflow.ocpp.json.RecordWriter;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.link.Registration;
import energy.ebbflow.ocpp.outbox.QueuedEvent;
import energy.ebbflow.ocpp.outbox.SecurityEvents;
import energy.ebbflow.ocpp.rpc.Frame;
import energy.ebbflow.ocpp.token.TokenVerdict;
import energy.ebbflow.ocpp.upkeep.Notice;
import energy.ebbflow.ocpp.upkeep.NoticeAnswer;
import energy.ebbflow.ocpp.v16.core.Authorize;
import energy.ebbflow.ocpp.v16.core.BootNotification;
import energy.ebbflow.ocpp.v16.core.Heartbeat;
import energy.ebbflow.ocpp.v16.core.SecurityEventNotification;
import energy.ebbflow.ocpp.v16.core.StartTransaction;
import energy.ebbflow.ocpp.v16.core.StatusNotification;
import energy.ebbflow.ocpp.v16.core.StopTransaction;
import energy.ebbflow.ocpp.v16.metering.MeterValues;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntSupplier;

/** OCPP 1.6J. */
public final class V16Dialect implements Dialect {
  private static final int MAX_VENDOR = 20;
  private static final int MAX_INFO = 50;

  /** Vendor of the error codes that are our own. */
  private static final String OWN_VENDOR = "energy.ebbflow";

  private final Station station;
  private final RecordWriter writer = new RecordWriter(WireVersion.V16);
  private final RecordReader answers = RecordReader.forgiving(WireVersion.V16);
  private final Numbers numbers;
  private final TransactionMapping transactions;
  private final ConnectorStates states;
  private final NoticeMapping notices;
  private final Requests requests = new Requests(WireVersion.V16);

  public V16Dialect(Station station) {
    this.station = station;
    this.numbers = new Numbers(station.store());
    MeterMapping meter = new MeterMapping(station.device());
    this.transactions = new TransactionMapping(numbers, meter, station.reservations());
    this.states = new ConnectorStates(station);
    new CoreRequests(requests, station, numbers).register();
    PlugAndCharge plugAndCharge = new PlugAndCharge(station);
    this.notices = new NoticeMapping(plugAndCharge, meter);
    new ProfileRequests(requests, station, numbers, plugAndCharge).register();
    new TokenRequests(requests, station).register();
    new SecurityRequests(requests, station).register();
    new FileRequests(requests, station).register();
    new ReservationRequests(requests, station).register();
  }

  @Override
  public WireVersion version() {
    return WireVersion.V16;
  }

  private Outgoing call(String action, Record request) {
    return new Outgoing(action, writer.write(request));
  }

  @Override
  public Outgoing boot(String reason) {
    return call(
        BootNotification.ACTION.name(),
        new BootNotification.Request(
            Requests.bounded(station.config().vendor(), MAX_VENDOR),
            station.config().model(),
            Optional.of(station.config().serial()),
            Optional.of(station.config().firmwareVersion())));
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
    return call(Heartbeat.ACTION.name(), new Heartbeat.Request());
  }

  @Override
  public Instant heartbeatAnswer(ObjectNode payload) throws JsonFault {
    return answers.read(payload, Heartbeat.Response.class).currentTime();
  }

  @Override
  public Optional<Outgoing> transaction(QueuedEvent event) {
    return transactions
        .request(event)
        .map(
            request ->
                switch (request) {
                  case StartTransaction.Request start ->
                      call(StartTransaction.ACTION.name(), start);
                  case StopTransaction.Request stop -> call(StopTransaction.ACTION.name(), stop);
                  case MeterValues.Request values -> call(MeterValues.ACTION.name(), values);
                  default -> throw new IllegalStateException("no request of a transaction");
                });
  }

  @Override
  public Optional<TokenVerdict> transactionAnswer(QueuedEvent event, ObjectNode payload)
      throws JsonFault {
    String id = event.event().transaction();
    if (numbers.of(id).isEmpty()) {
      StartTransaction.Response started = answers.read(payload, StartTransaction.Response.class);
      numbers.put(id, started.transactionId());
      return Optional.of(TokenRequests.verdict(started.idTagInfo()));
    }
    transactions.answered(event.event());
    if (event.event().kind() == StationEvent.Transaction.Kind.ENDED) {
      numbers.remove(id);
    }
    return Optional.empty();
  }

  @Override
  public void transactionRefused(String id, StationEvent.Transaction.Kind kind) {
    if (kind == StationEvent.Transaction.Kind.ENDED) {
      transactions.forget(id);
      numbers.remove(id);
    } else if (numbers.of(id).isEmpty()) {
      numbers.put(id, Numbers.REFUSED);
    }
  }

  @Override
  public boolean changesStatus(StationEvent.Transaction event) {
    return states.changedBy(event);
  }

  @Override
  public Optional<Outgoing> authorise(IdToken token) {
    return TransactionMapping.carries(token)
        ? Optional.of(call(Authorize.ACTION.name(), new Authorize.Request(token.value())))
        : Optional.empty();
  }

  @Override
  public TokenVerdict authoriseAnswer(ObjectNode payload) throws JsonFault {
    return TokenRequests.verdict(answers.read(payload, Authorize.Response.class).idTagInfo());
  }

  @Override
  public Outgoing status(StationEvent.ConnectorStatus status) {
    StatusNotification.Status state = states.tell(status);
    boolean faulted = state == StatusNotification.Status.FAULTED;
    return call(
        StatusNotification.ACTION.name(),
        new StatusNotification.Request(
            status.evse(),
            faulted ? "OtherError" : "NoError",
            Optional.empty(),
            state,
            Optional.of(status.at()),
            Optional.empty(),
            Optional.empty()));
  }

  @Override
  public Optional<Outgoing> fault(StationEvent.Fault fault, int eventId) {
    Optional<Mrec> mrec = Mrec.named(fault.code());
    return Optional.of(
        call(
            StatusNotification.ACTION.name(),
            new StatusNotification.Request(
                fault.evse(),
                fault.cleared() ? "NoError" : errorCode(fault.code()),
                Optional.of(Requests.bounded(fault.text(), MAX_INFO)),
                states.current(fault.evse()),
                Optional.of(fault.at()),
                Optional.of(mrec.isPresent() ? Mrec.VENDOR : OWN_VENDOR),
                Optional.of(
                    Requests.bounded(mrec.map(Mrec::code).orElse(fault.code()), MAX_INFO)))));
  }

  /** The error codes of 1.6 that a fault of ours can be told by. */
  private static String errorCode(String code) {
    return switch (code) {
      case "ebbflow.MeterImplausible" -> "PowerMeterFailure";
      case "ebbflow.QueueOverflow", "ebbflow.StorageFailed", "ebbflow.SafetyControllerLost" ->
          "InternalError";
      default -> Mrec.named(code).map(Mrec::ocpp16).orElse(Mrec.OTHER_ERROR);
    };
  }

  /** StatusNotification is the message of 1.6 that every back office shows to people. */
  @Override
  public Outgoing minimumCurrent(StationEvent.MinimumCurrent told, IntSupplier eventIds) {
    return call(
        StatusNotification.ACTION.name(),
        new StatusNotification.Request(
            told.evse(),
            "NoError",
            Optional.of(Requests.bounded(told.text(), MAX_INFO)),
            states.current(told.evse()),
            Optional.of(told.at()),
            Optional.of("energy.ebbflow"),
            Optional.of(
                Requests.bounded(
                    told.reason().isEmpty() ? told.event() : told.event() + ":" + told.reason(),
                    MAX_INFO))));
  }

  /** 1.6 has no message for it. */
  @Override
  public Optional<Outgoing> needs(StationEvent.ChargingNeeds needs, Instant now) {
    return Optional.empty();
  }

  @Override
  public Outgoing security(SecurityEvents.Event event) {
    return call(
        SecurityEventNotification.ACTION.name(),
        new SecurityEventNotification.Request(
            event.kind(),
            Instant.parse(event.at()),
            event.info().isEmpty() ? Optional.empty() : Optional.of(event.info())));
  }

  @Override
  public Optional<Outgoing> notice(Notice notice) {
    return notices.call(notice);
  }

  @Override
  public NoticeAnswer noticeAnswer(Notice notice, ObjectNode payload) throws JsonFault {
    return notices.answer(notice, payload);
  }

  @Override
  public Reply asked(Frame.Call call, Instant now) {
    return requests.answer(call, now);
  }
}
