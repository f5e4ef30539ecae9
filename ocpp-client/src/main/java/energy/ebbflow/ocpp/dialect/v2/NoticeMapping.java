package energy.ebbflow.ocpp.dialect.v2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.ocpp.dialect.Outgoing;
import energy.ebbflow.ocpp.dialect.v2.der.DerNotices;
import energy.ebbflow.ocpp.dialect.v2.energy.EnergyMapping;
import energy.ebbflow.ocpp.dialect.v2.stream.StreamNotices;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.RecordReader;
import energy.ebbflow.ocpp.json.RecordWriter;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.upkeep.Notice;
import energy.ebbflow.ocpp.upkeep.NoticeAnswer;
import energy.ebbflow.ocpp.v2.authorization.Authorize;
import energy.ebbflow.ocpp.v2.authorization.AuthorizeCertificateStatus;
import energy.ebbflow.ocpp.v2.authorization.MessageContent;
import energy.ebbflow.ocpp.v2.certificate.Get15118EVCertificate;
import energy.ebbflow.ocpp.v2.certificate.GetCertificateChainStatus;
import energy.ebbflow.ocpp.v2.certificate.GetCertificateStatus;
import energy.ebbflow.ocpp.v2.certificate.SignCertificate;
import energy.ebbflow.ocpp.v2.diagnostics.LogStatusNotification;
import energy.ebbflow.ocpp.v2.diagnostics.NotifyCustomerInformation;
import energy.ebbflow.ocpp.v2.diagnostics.UploadStatus;
import energy.ebbflow.ocpp.v2.firmware.FirmwareStatusNotification;
import energy.ebbflow.ocpp.v2.metering.MeterValue;
import energy.ebbflow.ocpp.v2.metering.MeterValues;
import energy.ebbflow.ocpp.v2.operation.EventData;
import energy.ebbflow.ocpp.v2.operation.EventNotification;
import energy.ebbflow.ocpp.v2.operation.NotifyEvent;
import energy.ebbflow.ocpp.v2.reservation.ReservationStatusUpdate;
import energy.ebbflow.ocpp.v2.smartcharging.GenericStatus;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import energy.ebbflow.ocpp.v2.type.Variable;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Notices as messages of 2.x, and what their answers mean. */
public final class NoticeMapping {
  private final WireVersion version;
  private final RecordWriter writer;
  private final RecordReader answers;
  private final EnergyMapping energy;
  private final BiFunction<MeterSample, Boolean, List<MeterValue>> meter;
  private final DerNotices der;
  private final StreamNotices streams;

  /** Notices of a dialect that tells its meter values itself. */
  public NoticeMapping(WireVersion version) {
    this(version, (sample, triggered) -> List.of());
  }

  /**
   * All notices.
   *
   * @param meter values of an outlet without a transaction
   */
  NoticeMapping(WireVersion version, BiFunction<MeterSample, Boolean, List<MeterValue>> meter) {
    this.version = version;
    this.energy = new EnergyMapping(version);
    this.meter = meter;
    this.writer = new RecordWriter(version);
    this.answers = RecordReader.forgiving(version);
    this.der = new DerNotices(version);
    this.streams = new StreamNotices(version);
  }

  private <Q extends Record> Optional<Outgoing> call(Action<Q, ?> action, Q request) {
    return Optional.of(new Outgoing(action.name(), writer.write(request)));
  }

  /** The message; absent where this version has none. */
  public Optional<Outgoing> call(Notice notice) {
    return switch (notice) {
      case Notice.Signing signing ->
          call(
              SignCertificate.ACTION,
              new SignCertificate.Request(
                  signing.request(),
                  Optional.of(signing.use()),
                  Optional.empty(),
                  Optional.of(signing.requestId())));
      case Notice.Firmware firmware ->
          call(
              FirmwareStatusNotification.ACTION,
              new FirmwareStatusNotification.Request(
                  firmware.status(), firmware.requestId(), why(firmware.text())));
      case Notice.Log log ->
          call(
              LogStatusNotification.ACTION,
              new LogStatusNotification.Request(log.status(), log.requestId(), why(log.text())));
      case Notice.LogIdle _ ->
          call(
              LogStatusNotification.ACTION,
              new LogStatusNotification.Request(
                  UploadStatus.IDLE, Optional.empty(), Optional.empty()));
      case Notice.Event event -> call(NotifyEvent.ACTION, event(event));
      case Notice.CustomerData data ->
          call(
              NotifyCustomerInformation.ACTION,
              new NotifyCustomerInformation.Request(
                  data.text(), Optional.of(data.more()), data.part(), data.at(), data.requestId()));
      case Notice.ReservationEnded ended ->
          call(
              ReservationStatusUpdate.ACTION,
              new ReservationStatusUpdate.Request(ended.id(), ended.how()));
      case Notice.IdleValues idle ->
          Optional.of(meter.apply(idle.sample(), idle.triggered()))
              .filter(values -> !values.isEmpty())
              .flatMap(
                  values -> call(MeterValues.ACTION, new MeterValues.Request(idle.evse(), values)));
      case Notice.OfGrid grid -> der.call(grid);
      case Notice.OfStream stream -> streams.call(stream);
      case Notice.Plain plain ->
          plain.since21() && version == WireVersion.V201
              ? Optional.empty()
              : Optional.of(new Outgoing(plain.action().name(), writer.write(plain.request())));
      case Notice.CertificateStatus status ->
          call(GetCertificateStatus.ACTION, new GetCertificateStatus.Request(status.data()));
      case Notice.ChainStatus chain ->
          version == WireVersion.V21
              ? call(
                  GetCertificateChainStatus.ACTION,
                  new GetCertificateChainStatus.Request(chain.question().certificates()))
              : Optional.empty();
      case Notice.VehicleCertificate wanted ->
          wanted.question().exiRequest().length() > exiMax()
              ? Optional.empty()
              : call(Get15118EVCertificate.ACTION, request(wanted.question()));
      case Notice.Contract contract ->
          call(
              Authorize.ACTION,
              new Authorize.Request(
                  Tokens.of(contract.question().token(), version),
                  contract.question().certificate().filter(pem -> pem.length() <= pemMax()),
                  contract.question().hashes()));
      case Notice.Energy told -> energy.call(told.about());
    };
  }

  private static NotifyEvent.Request event(Notice.Event event) {
    return new NotifyEvent.Request(
        event.at(),
        Optional.empty(),
        0,
        List.of(
            new EventData(
                event.number(),
                event.at(),
                event.trigger(),
                Optional.empty(),
                event.value(),
                Optional.empty(),
                Optional.empty(),
                event.cleared() ? Optional.of(true) : Optional.empty(),
                Optional.empty(),
                Keys.component(event.key()),
                Optional.of(event.monitor()),
                EventNotification.CUSTOM_MONITOR,
                new Variable(event.key().variable(), event.key().instance()),
                Optional.of(event.severity()))));
  }

  private static Optional<StatusInfo> why(String text) {
    return text.isEmpty() ? Optional.empty() : Infos.info("Unspecified", text);
  }

  /** Longest message of a vehicle: a larger one cannot be carried. */
  private int exiMax() {
    return version == WireVersion.V21 ? 11_000 : 5_600;
  }

  /** Longest contract chain; a larger one is told by its hashes alone. */
  private int pemMax() {
    return version == WireVersion.V21 ? 10_000 : 5_500;
  }

  private static Get15118EVCertificate.Request request(
      StationEvent.VehicleCertificateQuestion question) {
    return new Get15118EVCertificate.Request(
        question.schema(),
        question.update()
            ? Get15118EVCertificate.CertificateAction.UPDATE
            : Get15118EVCertificate.CertificateAction.INSTALL,
        question.exiRequest(),
        question.chainsMax(),
        question.prioritised());
  }

  /** What the back office said. */
  public NoticeAnswer answer(Notice notice, ObjectNode payload) throws JsonFault {
    return switch (notice) {
      case Notice.Signing signing ->
          new NoticeAnswer.Taken(
              answers.read(payload, SignCertificate.Response.class).status()
                  == GenericStatus.ACCEPTED);
      case Notice.Firmware _,
          Notice.Log _,
          Notice.LogIdle _,
          Notice.Event _,
          Notice.CustomerData _,
          Notice.OfGrid _,
          Notice.IdleValues _,
          Notice.Plain _,
          Notice.ReservationEnded _ ->
          new NoticeAnswer.Noted();
      case Notice.OfStream stream -> streams.answer(stream, payload);
      case Notice.CertificateStatus asked -> status(payload);
      case Notice.ChainStatus chain ->
          new NoticeAnswer.Passed(
              new BackOfficeCommand.ChainAnswer(
                  chain.question().request(),
                  answers
                      .read(payload, GetCertificateChainStatus.Response.class)
                      .certificateStatus()));
      case Notice.VehicleCertificate wanted -> {
        Get15118EVCertificate.Response response =
            answers.read(payload, Get15118EVCertificate.Response.class);
        yield new NoticeAnswer.Passed(
            new BackOfficeCommand.VehicleCertificateAnswer(
                wanted.question().request(),
                response.status() == Get15118EVCertificate.Status.ACCEPTED,
                response.exiResponse(),
                response.remainingContracts()));
      }
      case Notice.Contract contract -> {
        Authorize.Response response = answers.read(payload, Authorize.Response.class);
        yield new NoticeAnswer.Contract(
            Tokens.verdict(response.idTokenInfo()),
            response
                .certificateStatus()
                .map(AuthorizeCertificateStatus::wire)
                .orElse(AuthorizeCertificateStatus.ACCEPTED.wire()),
            response.allowedEnergyTransfer().isEmpty()
                ? Optional.empty()
                : Optional.of(TransferRequests.of(response.allowedEnergyTransfer())),
            response.tariff(),
            response.idTokenInfo().personalMessage().map(MessageContent::content));
      }
      case Notice.Energy told -> new NoticeAnswer.Energy(energy.answer(told.about(), payload));
    };
  }

  private NoticeAnswer status(ObjectNode payload) throws JsonFault {
    GetCertificateStatus.Response response =
        answers.read(payload, GetCertificateStatus.Response.class);
    boolean good = response.status() == GetCertificateStatus.Status.ACCEPTED;
    return good && response.ocspResult().isPresent()
        ? new NoticeAnswer.Status(response.ocspResult().get())
        : new NoticeAnswer.Taken(false);
  }
}
