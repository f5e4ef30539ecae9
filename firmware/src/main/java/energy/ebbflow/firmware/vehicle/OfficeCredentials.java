package energy.ebbflow.firmware.vehicle;

import energy.ebbflow.iso15118.pki.Credentials;
import energy.ebbflow.iso15118.pki.Identity;
import energy.ebbflow.iso15118.pki.OcspSource;
import energy.ebbflow.iso15118.pki.PkiException;
import energy.ebbflow.iso15118.pki.Profile;
import energy.ebbflow.ocpp.OcppBackOffice;
import energy.ebbflow.ocpp.v2.certificate.CertificateUse;
import energy.ebbflow.ocpp.v2.certificate.SigningUse;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * Credentials in files, with what the back office adds to them: OCSP responses (M06) and roots of
 * vehicles that it installed (M05). Thread-safe.
 */
public final class OfficeCredentials implements Credentials {
  private final Credentials files;
  private final OcppBackOffice office;

  public OfficeCredentials(Credentials files, OcppBackOffice office) {
    this.files = files;
    this.office = office;
  }

  @Override
  public List<Identity> identities(Profile profile) throws PkiException {
    SigningUse use =
        switch (profile) {
          case ISO2 -> SigningUse.V2G_CERTIFICATE;
          case ISO20 -> SigningUse.V2G20_CERTIFICATE;
        };
    // What the back office signed is newer than what was put into a file.
    List<Identity> all = new ArrayList<>();
    office
        .identity(use)
        .ifPresent(own -> all.add(new Identity(own.key().getPrivate(), own.chain())));
    all.addAll(files.identities(profile));
    return all;
  }

  @Override
  public List<X509Certificate> trustAnchors(Profile profile) throws PkiException {
    List<X509Certificate> anchors = new ArrayList<>(files.trustAnchors(profile));
    anchors.addAll(office.roots(CertificateUse.OEM_ROOT_CERTIFICATE));
    return anchors;
  }

  @Override
  public List<X509CRL> revocationLists() throws PkiException {
    return files.revocationLists();
  }

  /** A file goes before what the back office said: somebody put it there. */
  @Override
  public OcspSource ocsp() throws PkiException {
    OcspSource first = files.ocsp();
    return (certificate, issuer, at) ->
        first
            .response(certificate, issuer, at)
            .or(() -> office.ocspResponse(certificate, issuer, at));
  }

  @Override
  public long version() {
    return files.version() * 31 + office.certificatesVersion();
  }
}
