package energy.ebbflow.ocpp.dialect.v16;

import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.ocpp.dialect.Outgoing;
import energy.ebbflow.ocpp.json.EnumSpelling;
import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.RecordReader;
import energy.ebbflow.ocpp.json.RecordWriter;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.upkeep.Notice;
import energy.ebbflow.ocpp.upkeep.NoticeAnswer;
import energy.ebbflow.ocpp.v16.core.Verdict;
import energy.ebbflow.ocpp.v16.firmware.DiagnosticsStatusNotification;
import energy.ebbflow.ocpp.v16.firmware.FirmwareStatusNotification;
import energy.ebbflow.ocpp.v16.metering.MeterValues;
import energy.ebbflow.ocpp.v16.security.LogStatusNotification;
import energy.ebbflow.ocpp.v16.security.SignCertificate;
import energy.ebbflow.ocpp.v16.security.SignedFirmwareStatusNotification;
import energy.ebbflow.ocpp.v2.certificate.SigningUse;
import energy.ebbflow.ocpp.v2.diagnostics.UploadStatus;
import java.util.Optional;

/** Notices as messages of 1.6: its own, the security whitepaper's, or those of DataTransfer. */
final class NoticeMapping {
  private final PlugAndCharge plugAndCharge;
  private final MeterMapping meter;
  private final RecordWriter writer = new RecordWriter(WireVersion.V16);
  private final RecordReader answers = RecordReader.forgiving(WireVersion.V16);

  NoticeMapping(PlugAndCharge plugAndCharge, MeterMapping meter) {
    this.plugAndCharge = plugAndCharge;
    this.meter = meter;
  }

  private <Q extends Record> Optional<Outgoing> call(Action<Q, ?> action, Q request) {
    return Optional.of(new Outgoing(action.name(), writer.write(request)));
  }

  private static boolean ofStation(Notice.Signing signing) {
    return signing.use() == SigningUse.CHARGING_STATION_CERTIFICATE;
  }

  Optional<Outgoing> call(Notice notice) {
    return switch (notice) {
      case Notice.Signing signing ->
          ofStation(signing)
              ? call(SignCertificate.ACTION, new SignCertificate.Request(signing.request()))
              : plugAndCharge.call(notice);
      case Notice.Firmware firmware -> firmware(firmware);
      case Notice.Log log -> log(log);
      // 1.6 tells reservations by the state of the connector, has no monitors, no DER control, no
      // screen.
      case Notice.ReservationEnded _,
          Notice.Event _,
          Notice.CustomerData _,
          Notice.Energy _,
          Notice.Plain _,
          Notice.OfGrid _,
          Notice.OfStream _ ->
          Optional.empty();
      case Notice.IdleValues idle ->
          Optional.of(meter.idle(idle.sample(), idle.triggered()))
              .filter(values -> !values.isEmpty())
              .flatMap(
                  values ->
                      call(
                          MeterValues.ACTION,
                          new MeterValues.Request(idle.evse(), Optional.empty(), values)));
      case Notice.LogIdle idle ->
          idle.whitepaper()
              ? call(
                  LogStatusNotification.ACTION,
                  new LogStatusNotification.Request(UploadStatus.IDLE, Optional.empty()))
              : call(
                  DiagnosticsStatusNotification.ACTION,
                  new DiagnosticsStatusNotification.Request(
                      DiagnosticsStatusNotification.Status.IDLE));
      case Notice.CertificateStatus _,
          Notice.ChainStatus _,
          Notice.VehicleCertificate _,
          Notice.Contract _ ->
          plugAndCharge.call(notice);
    };
  }

  /** 1.6 alone knows seven of the statuses; what it has no word for is not told. */
  private Optional<Outgoing> firmware(Notice.Firmware notice) {
    if (notice.requestId().isPresent()) {
      return call(
          SignedFirmwareStatusNotification.ACTION,
          new SignedFirmwareStatusNotification.Request(notice.status(), notice.requestId()));
    }
    return EnumSpelling.find(
            FirmwareStatusNotification.Status.class, notice.status().wire(), WireVersion.V16)
        .flatMap(
            status ->
                call(
                    FirmwareStatusNotification.ACTION,
                    new FirmwareStatusNotification.Request(status)));
  }

  private Optional<Outgoing> log(Notice.Log notice) {
    if (notice.requestId().isPresent()) {
      // The whitepaper's list of statuses ends before AcceptedCanceled.
      UploadStatus status =
          notice.status() == UploadStatus.ACCEPTED_CANCELED
              ? UploadStatus.UPLOAD_FAILURE
              : notice.status();
      return call(
          LogStatusNotification.ACTION,
          new LogStatusNotification.Request(status, notice.requestId()));
    }
    return call(
        DiagnosticsStatusNotification.ACTION,
        new DiagnosticsStatusNotification.Request(
            switch (notice.status()) {
              case IDLE -> DiagnosticsStatusNotification.Status.IDLE;
              case UPLOADING -> DiagnosticsStatusNotification.Status.UPLOADING;
              case UPLOADED -> DiagnosticsStatusNotification.Status.UPLOADED;
              case BAD_MESSAGE,
                  NOT_SUPPORTED_OPERATION,
                  PERMISSION_DENIED,
                  UPLOAD_FAILURE,
                  ACCEPTED_CANCELED ->
                  DiagnosticsStatusNotification.Status.UPLOAD_FAILED;
            }));
  }

  NoticeAnswer answer(Notice notice, ObjectNode payload) throws JsonFault {
    return switch (notice) {
      case Notice.Signing signing ->
          ofStation(signing)
              ? new NoticeAnswer.Taken(
                  answers.read(payload, SignCertificate.Response.class).status()
                      == Verdict.ACCEPTED)
              : plugAndCharge.answer(notice, payload);
      case Notice.Firmware _,
          Notice.Log _,
          Notice.LogIdle _,
          Notice.Event _,
          Notice.CustomerData _,
          Notice.Plain _,
          Notice.OfGrid _,
          Notice.IdleValues _,
          Notice.OfStream _,
          Notice.ReservationEnded _,
          Notice.Energy _ ->
          new NoticeAnswer.Noted();
      case Notice.CertificateStatus _,
          Notice.ChainStatus _,
          Notice.VehicleCertificate _,
          Notice.Contract _ ->
          plugAndCharge.answer(notice, payload);
    };
  }
}
