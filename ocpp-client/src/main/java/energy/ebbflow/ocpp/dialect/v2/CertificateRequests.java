package energy.ebbflow.ocpp.dialect.v2;

import energy.ebbflow.ocpp.certificate.CertificateStore;
import energy.ebbflow.ocpp.device.SecurityVariables;
import energy.ebbflow.ocpp.dialect.Reply;
import energy.ebbflow.ocpp.dialect.Requests;
import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.domain.StorageException;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.rpc.ErrorCode;
import energy.ebbflow.ocpp.v2.certificate.CertificateSigned;
import energy.ebbflow.ocpp.v2.certificate.CertificateUse;
import energy.ebbflow.ocpp.v2.certificate.DeleteCertificate;
import energy.ebbflow.ocpp.v2.certificate.GetInstalledCertificateIds;
import energy.ebbflow.ocpp.v2.certificate.InstallCertificate;
import energy.ebbflow.ocpp.v2.certificate.SigningUse;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Certificates of the station and of those whom it trusts (A02, A03, M03 to M05). 1.6 carries the
 * same messages inside DataTransfer for what concerns vehicles.
 */
public final class CertificateRequests {
  private final Requests requests;
  private final Station station;

  public CertificateRequests(Requests requests, Station station) {
    this.requests = requests;
    this.station = station;
  }

  /** Names itself for its messages. */
  public void register() {
    requests.on(CertificateSigned.ACTION, this::signed);
    requests.on(InstallCertificate.ACTION, this::install);
    requests.on(DeleteCertificate.ACTION, this::delete);
    requests.on(GetInstalledCertificateIds.ACTION, this::installed);
  }

  private Reply signed(CertificateSigned.Request request, Instant now) {
    CertificateStore.Outcome outcome =
        station
            .signing()
            .signed(
                request.certificateType().orElse(SigningUse.CHARGING_STATION_CERTIFICATE),
                request.certificateChain(),
                request.requestId(),
                now);
    return requests.reply(
        new CertificateSigned.Response(
            outcome.accepted()
                ? CertificateSigned.Status.ACCEPTED
                : CertificateSigned.Status.REJECTED,
            why(outcome)));
  }

  private static Optional<StatusInfo> why(CertificateStore.Outcome outcome) {
    return outcome.accepted() ? Optional.empty() : Infos.info(outcome.reason(), outcome.text());
  }

  private Reply install(InstallCertificate.Request request, Instant now) {
    if (request.certificateType() == CertificateUse.V2G_CERTIFICATE_CHAIN) {
      // InstallCertificateUseEnumType does not have it: a chain is signed, not installed.
      return new Reply.Refuse(
          ErrorCode.PROPERTY_CONSTRAINT_VIOLATION, "payload.certificateType: a root");
    }
    try {
      CertificateStore.Outcome outcome =
          station.certificates().install(request.certificateType(), request.certificate(), now);
      counted();
      return requests.reply(
          new InstallCertificate.Response(
              outcome.accepted()
                  ? InstallCertificate.Status.ACCEPTED
                  : InstallCertificate.Status.REJECTED,
              why(outcome)));
    } catch (StorageException e) {
      // M05.FR.03: valid, but it could not be kept.
      return requests.reply(
          new InstallCertificate.Response(
              InstallCertificate.Status.FAILED, Infos.info("OutOfStorage", "")));
    }
  }

  private void counted() {
    station
        .device()
        .observe(
            SecurityVariables.CERTIFICATE_ENTRIES,
            Integer.toString(station.certificates().count()));
  }

  private Reply delete(DeleteCertificate.Request request, Instant now) {
    DeleteCertificate.Response response =
        switch (station.certificates().delete(request.certificateHashData())) {
          case DELETED ->
              new DeleteCertificate.Response(DeleteCertificate.Status.ACCEPTED, Optional.empty());
          case NOT_FOUND ->
              new DeleteCertificate.Response(
                  DeleteCertificate.Status.NOT_FOUND, Infos.info("NotFound", ""));
          case KEPT ->
              new DeleteCertificate.Response(
                  DeleteCertificate.Status.FAILED,
                  Infos.info("ReadOnly", "the station needs it to connect"));
        };
    counted();
    return requests.reply(response);
  }

  private Reply installed(GetInstalledCertificateIds.Request request, Instant now) {
    List<GetInstalledCertificateIds.HashDataChain> chains =
        station.certificates().entries(request.certificateType()).stream()
            .filter(
                e ->
                    !(e.use() == CertificateUse.OEM_ROOT_CERTIFICATE
                        && requests.version() != WireVersion.V21))
            .map(e -> new GetInstalledCertificateIds.HashDataChain(e.name(), e.use(), e.children()))
            .toList();
    return requests.reply(
        new GetInstalledCertificateIds.Response(
            chains.isEmpty()
                ? GetInstalledCertificateIds.Status.NOT_FOUND
                : GetInstalledCertificateIds.Status.ACCEPTED,
            chains.isEmpty() ? Infos.info("NotFound", "") : Optional.empty(),
            chains));
  }
}
