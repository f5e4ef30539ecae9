package energy.ebbflow.ocpp.dialect.v2;

import energy.ebbflow.ocpp.dialect.Reply;
import energy.ebbflow.ocpp.dialect.Requests;
import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.errand.Errand;
import energy.ebbflow.ocpp.firmware.UpdateOrder;
import energy.ebbflow.ocpp.rpc.ErrorCode;
import energy.ebbflow.ocpp.upkeep.FirmwareUpdates;
import energy.ebbflow.ocpp.upkeep.LogUploads;
import energy.ebbflow.ocpp.v2.diagnostics.GetLog;
import energy.ebbflow.ocpp.v2.firmware.PublishFirmware;
import energy.ebbflow.ocpp.v2.firmware.UnpublishFirmware;
import energy.ebbflow.ocpp.v2.firmware.UpdateFirmware;
import java.time.Instant;
import java.util.Optional;

/** Firmware and logs (blocks L and N01). */
final class FileRequests {
  /** Attempts where the back office names none, and the time between them. */
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
    requests.on(GetLog.ACTION, this::log);
    // L03, L04 are for local controllers that hand firmware on to stations behind them.
    requests.on(PublishFirmware.ACTION, (q, now) -> notHere());
    requests.on(UnpublishFirmware.ACTION, (q, now) -> notHere());
  }

  private static Reply notHere() {
    return new Reply.Refuse(ErrorCode.NOT_SUPPORTED, "this station is no local controller");
  }

  private Reply update(UpdateFirmware.Request request, Instant now) {
    UpdateFirmware.Firmware firmware = request.firmware();
    if (firmware.signature().isPresent() != firmware.signingCertificate().isPresent()) {
      return requests.reply(
          new UpdateFirmware.Response(
              UpdateFirmware.Status.REJECTED,
              Infos.info("MissingParam", "signature and signingCertificate belong together")));
    }
    FirmwareUpdates.Answer answer =
        station
            .firmware()
            .order(
                new UpdateOrder(
                    Optional.of(request.requestId()),
                    firmware.location(),
                    firmware.retrieveDateTime(),
                    firmware.installDateTime(),
                    firmware
                        .signature()
                        .map(
                            signature ->
                                new UpdateOrder.Seal(
                                    firmware.signingCertificate().orElseThrow(), signature)),
                    request.retries().orElse(RETRIES) + 1,
                    request.retryInterval().orElse(RETRY_SECONDS)),
                now);
    UpdateFirmware.Status status =
        switch (answer.verdict()) {
          case ACCEPTED -> UpdateFirmware.Status.ACCEPTED;
          case ACCEPTED_CANCELED -> UpdateFirmware.Status.ACCEPTED_CANCELED;
          case REJECTED -> UpdateFirmware.Status.REJECTED;
          case INVALID_CERTIFICATE -> UpdateFirmware.Status.INVALID_CERTIFICATE;
        };
    return requests.reply(
        new UpdateFirmware.Response(
            status,
            answer.reason().isEmpty()
                ? Optional.empty()
                : Infos.info(answer.reason(), answer.text())));
  }

  private Reply log(GetLog.Request request, Instant now) {
    if (request.logType() == GetLog.LogKind.DATA_COLLECTOR_LOG) {
      return requests.reply(
          new GetLog.Response(
              GetLog.Status.REJECTED,
              Infos.info("UnsupportedParam", "there is no data collector"),
              Optional.empty()));
    }
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
    return requests.reply(
        new GetLog.Response(
            status,
            answer.reason().isEmpty()
                ? Optional.empty()
                : Infos.info(answer.reason(), answer.text()),
            answer.fileName()));
  }
}
