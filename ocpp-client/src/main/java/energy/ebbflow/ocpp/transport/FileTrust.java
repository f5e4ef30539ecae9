package energy.ebbflow.ocpp.transport;

import energy.ebbflow.ocpp.certificate.CertificateStore;
import energy.ebbflow.ocpp.config.Revocation;
import energy.ebbflow.ocpp.v2.certificate.CertificateUse;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * Which servers of firmware and logs are trusted: those of the JDK's authorities, and of the
 * installed ones, unless they were revoked (decision 0211).
 */
final class FileTrust {
  private FileTrust() {}

  /**
   * TLS for one errand: what is installed may change between two of them.
   *
   * @param at when certificates must hold; absent: by the machine's clock
   */
  static SSLContext context(
      CertificateStore certificates, Revocation revocation, Optional<Instant> at)
      throws GeneralSecurityException {
    List<X509Certificate> roots = new ArrayList<>(ServerTrust.jdk());
    roots.addAll(certificates.roots(CertificateUse.CSMS_ROOT_CERTIFICATE));
    roots.addAll(certificates.roots(CertificateUse.MANUFACTURER_ROOT_CERTIFICATE));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new ServerTrust(roots, revocation, at)}, null);
    return context;
  }
}
