package energy.ebbflow.ocpp.dialect.v16;

import energy.ebbflow.ocpp.certificate.CertificateStore;
import energy.ebbflow.ocpp.dialect.Reply;
import energy.ebbflow.ocpp.dialect.Requests;
import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.domain.StorageException;
import energy.ebbflow.ocpp.v16.core.Verdict;
import energy.ebbflow.ocpp.v16.security.CertificateSigned;
import energy.ebbflow.ocpp.v16.security.CertificateUse;
import energy.ebbflow.ocpp.v16.security.DeleteCertificate;
import energy.ebbflow.ocpp.v16.security.GetInstalledCertificateIds;
import energy.ebbflow.ocpp.v16.security.InstallCertificate;
import energy.ebbflow.ocpp.v2.certificate.CertificateHashData;
import energy.ebbflow.ocpp.v2.certificate.SigningUse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Certificates in 1.6, as the security whitepaper has them (A02, A03, M03 to M05). */
final class SecurityRequests {
  private final Requests requests;
  private final Station station;

  SecurityRequests(Requests requests, Station station) {
    this.requests = requests;
    this.station = station;
  }

  void register() {
    requests.on(CertificateSigned.ACTION, this::signed);
    requests.on(InstallCertificate.ACTION, this::install);
    requests.on(DeleteCertificate.ACTION, this::delete);
    requests.on(GetInstalledCertificateIds.ACTION, this::installed);
  }

  private Reply signed(CertificateSigned.Request request, Instant now) {
    boolean taken =
        station
            .signing()
            .signed(
                SigningUse.CHARGING_STATION_CERTIFICATE,
                request.certificateChain(),
                Optional.empty(),
                now)
            .accepted();
    return requests.reply(
        new CertificateSigned.Response(taken ? Verdict.ACCEPTED : Verdict.REJECTED));
  }

  private static energy.ebbflow.ocpp.v2.certificate.CertificateUse use(CertificateUse use) {
    return switch (use) {
      case CENTRAL_SYSTEM_ROOT_CERTIFICATE ->
          energy.ebbflow.ocpp.v2.certificate.CertificateUse.CSMS_ROOT_CERTIFICATE;
      case MANUFACTURER_ROOT_CERTIFICATE ->
          energy.ebbflow.ocpp.v2.certificate.CertificateUse.MANUFACTURER_ROOT_CERTIFICATE;
    };
  }

  private Reply install(InstallCertificate.Request request, Instant now) {
    InstallCertificate.Status status;
    try {
      status =
          station
                  .certificates()
                  .install(use(request.certificateType()), request.certificate(), now)
                  .accepted()
              ? InstallCertificate.Status.ACCEPTED
              : InstallCertificate.Status.REJECTED;
    } catch (StorageException e) {
      status = InstallCertificate.Status.FAILED;
    }
    return requests.reply(new InstallCertificate.Response(status));
  }

  private Reply delete(DeleteCertificate.Request request, Instant now) {
    return requests.reply(
        new DeleteCertificate.Response(
            switch (station.certificates().delete(request.certificateHashData())) {
              case DELETED -> DeleteCertificate.Status.ACCEPTED;
              case NOT_FOUND -> DeleteCertificate.Status.NOT_FOUND;
              case KEPT -> DeleteCertificate.Status.FAILED;
            }));
  }

  private Reply installed(GetInstalledCertificateIds.Request request, Instant now) {
    List<CertificateHashData> names =
        station.certificates().entries(List.of(use(request.certificateType()))).stream()
            .map(CertificateStore.Entry::name)
            .toList();
    return requests.reply(
        new GetInstalledCertificateIds.Response(
            names,
            names.isEmpty()
                ? GetInstalledCertificateIds.Status.NOT_FOUND
                : GetInstalledCertificateIds.Status.ACCEPTED));
  }
}
