package energy.ebbflow.ocpp.dialect.v16;

import energy.ebbflow.ocpp.dialect.Reply;
import energy.ebbflow.ocpp.dialect.Requests;
import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.errand.Errand;
import energy.ebbflow.ocpp.firmware.UpdateOrder;
import energy.ebbflow.ocpp.upkeep.FirmwareUpdates;
import energy.ebbflow.ocpp.upkeep.LogUploads;
import energy.ebbflow.ocpp.upkeep.Notice;
import energy.ebbflow.ocpp.v16.firmware.GetDiagnostics;
import energy.ebbflow.ocpp.v16.firmware.UpdateFirmware;
import energy.ebbflow.ocpp.v16.security.GetLog;
import energy.ebbflow.ocpp.v16.security.SignedUpdateFirmware;
import energy.ebbflow.ocpp.v2.firmware.FirmwareStatus;
import java.time.Instant;
import java.util.Optional;

/** Firmware and logs in 1.6 (firmware management; security whitepaper L01, N01). */
final class FileRequests {
  private static final int RETRIES = 2;
  private static final int RETRY_SECONDS = 60;

  private final Requests requests;
  private final Station station;

  FileRequests(Requests requests, Station station) {
    this.requests = requests;
    this.station = station;
  }

  void register() {
    requests.on(UpdateFirmware.ACTION, this::update);
    requests.on(SignedUpdateFirmware.ACTION, this::signedUpdate);
    requests.on(GetDiagnostics.ACTION, this::diagnostics);
    requests.on(GetLog.ACTION, this::log);
  }

  /** The answer has no status: a refusal is told as a download that failed. */
  private Reply update(UpdateFirmware.Request request, Instant now) {
    FirmwareUpdates.Answer answer =
        station
            .firmware()
            .order(
                new UpdateOrder(
                    Optional.empty(),
                    request.location(),
                    request.retrieveDate(),
                    Optional.empty(),
                    Optional.empty(),
                    request.retries().orElse(RETRIES) + 1,
                    request.retryInterval().orElse(RETRY_SECONDS)),
                now);
    return switch (answer.verdict()) {
      case ACCEPTED, ACCEPTED_CANCELED -> requests.reply(new UpdateFirmware.Response());
      case REJECTED, INVALID_CERTIFICATE -> {
        station.tell(
            new Notice.Firmware(FirmwareStatus.DOWNLOAD_FAILED, Optional.empty(), answer.text()));
        yield requests.reply(new UpdateFirmware.Response());
      }
    };
  }

  private Reply signedUpdate(SignedUpdateFirmware.Request request, Instant now) {
    SignedUpdateFirmware.Firmware firmware = request.firmware();
    FirmwareUpdates.Answer answer =
        station
            .firmware()
            .order(
                new UpdateOrder(
                    Optional.of(request.requestId()),
                    firmware.location(),
                    firmware.retrieveDateTime(),
                    firmware.installDateTime(),
                    Optional.of(
                        new UpdateOrder.Seal(firmware.signingCertificate(), firmware.signature())),
                    request.retries().orElse(RETRIES) + 1,
                    request.retryInterval().orElse(RETRY_SECONDS)),
                now);
    return requests.reply(
        new SignedUpdateFirmware.Response(
            switch (answer.verdict()) {
              case ACCEPTED -> SignedUpdateFirmware.Status.ACCEPTED;
              case ACCEPTED_CANCELED -> SignedUpdateFirmware.Status.ACCEPTED_CANCELED;
              case REJECTED -> SignedUpdateFirmware.Status.REJECTED;
              case INVALID_CERTIFICATE -> SignedUpdateFirmware.Status.INVALID_CERTIFICATE;
            }));
  }

  /** 1.6, 5.9: without a file name there is nothing to be sent. */
  private Reply diagnostics(GetDiagnostics.Request request, Instant now) {
    LogUploads.Answer answer =
        station
            .logs()
            .want(
                new LogUploads.Wanted(
                    Optional.empty(),
                    request.location(),
                    new Errand.LogExcerpt(false, request.startTime(), request.stopTime()),
                    request.retries().orElse(RETRIES) + 1,
                    request.retryInterval().orElse(RETRY_SECONDS)),
                now);
    return requests.reply(new GetDiagnostics.Response(answer.fileName()));
  }

  private Reply log(GetLog.Request request, Instant now) {
    LogUploads.Answer answer =
        station
            .logs()
            .want(
                new LogUploads.Wanted(
                    Optional.of(request.requestId()),
                    request.log().remoteLocation(),
                    new Errand.LogExcerpt(
                        request.logType() == GetLog.LogKind.SECURITY_LOG,
                        request.log().oldestTimestamp(),
                        request.log().latestTimestamp()),
                    request.retries().orElse(RETRIES) + 1,
                    request.retryInterval().orElse(RETRY_SECONDS)),
                now);
    GetLog.Status status =
        answer.fileName().isEmpty()
            ? GetLog.Status.REJECTED
            : answer.replaces() ? GetLog.Status.ACCEPTED_CANCELED : GetLog.Status.ACCEPTED;
    return requests.reply(new GetLog.Response(status, answer.fileName()));
  }
}
