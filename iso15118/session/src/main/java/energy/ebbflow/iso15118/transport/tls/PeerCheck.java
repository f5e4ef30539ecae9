package energy.ebbflow.iso15118.transport.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXCertPathValidatorResult;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.TlsFatalAlert;
import org.jspecify.annotations.Nullable;

/**
 * Whether a peer's chain may be believed: path to one of the roots (RFC 5280), use of the leaf,
 * revocation lists. A list that is out of date still counts for what it names.
 *
 * @param anchors roots to end in
 * @param lists revocation lists
 */
record PeerCheck(List<X509Certificate> anchors, List<X509CRL> lists) {
  private static final int DIGITAL_SIGNATURE = 0;
  private static final BouncyCastleProvider BC = new BouncyCastleProvider();

  PeerCheck {
    anchors = List.copyOf(anchors);
    lists = List.copyOf(lists);
  }

  /**
   * Checks a chain.
   *
   * @param chain leaf first, the others in any order
   * @param purpose what the leaf is for, where it has an extended key usage at all
   * @return the root it ends in
   * @throws TlsFatalAlert with the alert for the peer and the reason for the log
   */
  X509Certificate check(List<X509Certificate> chain, KeyPurposeId purpose, Instant at)
      throws IOException {
    List<X509Certificate> path = untilAnchor(chain);
    X509Certificate root = path(path, at);
    usage(path.getFirst(), purpose);
    for (int i = 0; i < path.size(); i++) {
      revocation(path.get(i), i + 1 < path.size() ? path.get(i + 1) : root);
    }
    return root;
  }

  /**
   * From the leaf to the one before the anchor, whatever else came and in whatever order (RFC 8446
   * 4.4.2): peers send a leaf twice, or their root along.
   */
  private List<X509Certificate> untilAnchor(List<X509Certificate> chain) {
    List<X509Certificate> path = new ArrayList<>();
    X509Certificate next = chain.getFirst();
    while (next != null && path.size() < chain.size()) {
      path.add(next);
      next = issuer(next, chain);
    }
    return path;
  }

  /** The CA of a certificate among those that came; null where it is a root, or is not there. */
  private @Nullable X509Certificate issuer(
      X509Certificate certificate, List<X509Certificate> chain) {
    for (X509Certificate each : chain) {
      boolean root = each.getSubjectX500Principal().equals(each.getIssuerX500Principal());
      if (!root
          && !anchors.contains(each)
          && !each.equals(certificate)
          && each.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
        return each;
      }
    }
    return null;
  }

  private X509Certificate path(List<X509Certificate> path, Instant at) throws IOException {
    Date moment = Date.from(at);
    for (X509Certificate certificate : path) {
      if (moment.after(certificate.getNotAfter())) {
        throw new TlsFatalAlert(
            AlertDescription.certificate_expired,
            name(certificate) + " expired on " + certificate.getNotAfter().toInstant());
      }
    }
    try {
      Set<TrustAnchor> roots = new HashSet<>();
      for (X509Certificate anchor : anchors) {
        roots.add(new TrustAnchor(anchor, null));
      }
      PKIXParameters parameters = new PKIXParameters(roots);
      parameters.setRevocationEnabled(false);
      parameters.setDate(moment);
      var result =
          (PKIXCertPathValidatorResult)
              CertPathValidator.getInstance("PKIX", BC)
                  .validate(
                      CertificateFactory.getInstance("X.509", BC).generateCertPath(path),
                      parameters);
      return result.getTrustAnchor().getTrustedCert();
    } catch (CertPathValidatorException refused) {
      throw refusal(path, refused);
    } catch (GeneralSecurityException unusable) {
      throw new TlsFatalAlert(
          AlertDescription.bad_certificate, String.valueOf(unusable.getMessage()), unusable);
    }
  }

  private TlsFatalAlert refusal(List<X509Certificate> path, CertPathValidatorException refused) {
    X509Certificate last = path.getLast();
    boolean rootKnown =
        anchors.stream()
            .anyMatch(root -> root.getSubjectX500Principal().equals(last.getIssuerX500Principal()));
    if (!rootKnown) {
      return new TlsFatalAlert(
          AlertDescription.unknown_ca,
          "none of our " + anchors.size() + " roots is " + last.getIssuerX500Principal().getName());
    }
    return new TlsFatalAlert(
        AlertDescription.bad_certificate,
        name(path.getFirst()) + ": " + refused.getMessage(),
        refused);
  }

  private static void usage(X509Certificate leaf, KeyPurposeId purpose) throws IOException {
    boolean[] usage = leaf.getKeyUsage();
    if (usage != null && !usage[DIGITAL_SIGNATURE]) {
      throw new TlsFatalAlert(
          AlertDescription.unsupported_certificate,
          name(leaf) + " has no key usage digitalSignature");
    }
    try {
      List<String> purposes = leaf.getExtendedKeyUsage();
      if (purposes != null
          && !purposes.contains(purpose.getId())
          && !purposes.contains(KeyPurposeId.anyExtendedKeyUsage.getId())) {
        throw new TlsFatalAlert(
            AlertDescription.unsupported_certificate,
            name(leaf) + " has another extended key usage than " + purpose.getId());
      }
    } catch (CertificateException unreadable) {
      throw new TlsFatalAlert(AlertDescription.bad_certificate, "unreadable usage", unreadable);
    }
  }

  private void revocation(X509Certificate certificate, X509Certificate issuer) throws IOException {
    for (X509CRL list : lists) {
      if (list.getIssuerX500Principal().equals(certificate.getIssuerX500Principal())
          && list.isRevoked(certificate)
          && signedBy(list, issuer)) {
        throw new TlsFatalAlert(
            AlertDescription.certificate_revoked, name(certificate) + " was revoked");
      }
    }
  }

  private static boolean signedBy(X509CRL list, X509Certificate issuer) {
    try {
      list.verify(issuer.getPublicKey(), BC);
      return true;
    } catch (GeneralSecurityException foreign) {
      return false;
    }
  }

  private static String name(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().getName();
  }
}
