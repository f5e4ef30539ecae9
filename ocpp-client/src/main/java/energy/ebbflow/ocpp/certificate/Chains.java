package energy.ebbflow.ocpp.certificate;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a chain holds (RFC 5280, section 6). */
public final class Chains {
  private Chains() {}

  /** Signed by its own key, and the key of an authority. */
  static boolean root(X509Certificate certificate) {
    if (certificate.getBasicConstraints() < 0
        || !certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal())) {
      return false;
    }
    try {
      certificate.verify(certificate.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** An authority that another one signed. */
  static boolean signed(X509Certificate certificate, X509Certificate by) {
    if (certificate.getBasicConstraints() < 0
        || !certificate.getIssuerX500Principal().equals(by.getSubjectX500Principal())) {
      return false;
    }
    try {
      certificate.verify(by.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /**
   * What is wrong with a chain, leaf first; a root at its end is allowed and proves nothing.
   *
   * @param anchors whom to trust
   */
  public static Optional<String> fault(
      List<X509Certificate> chain, Collection<X509Certificate> anchors, Instant at) {
    if (anchors.isEmpty()) {
      return Optional.of("no root certificate to check it with");
    }
    List<X509Certificate> path = new ArrayList<>(chain);
    if (path.size() > 1 && root(path.getLast())) {
      path.removeLast();
    }
    try {
      Set<TrustAnchor> trusted =
          anchors.stream().map(a -> new TrustAnchor(a, null)).collect(Collectors.toSet());
      PKIXParameters parameters = new PKIXParameters(trusted);
      // Revocation of the station's own certificates is the business of whoever checks them.
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(at));
      CertPathValidator.getInstance("PKIX")
          .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
      return Optional.empty();
    } catch (CertPathValidatorException e) {
      return Optional.of(e.getReason() + ": " + e.getMessage());
    } catch (GeneralSecurityException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
