package energy.ebbflow.ocpp.transport;

import energy.ebbflow.ocpp.certificate.Hashes;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXCertPathChecker;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.PKIXRevocationChecker.Option;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks about each certificate of the path that was built, from the root down, each with its issuer:
 * what else a peer presents has no say (RFC 5280, section 6.1). One check; it waits for the
 * network, but only so long, however slowly a responder talks.
 */
final class RevocationCheck extends PKIXCertPathChecker {
  private static final Logger LOG = LoggerFactory.getLogger(RevocationCheck.class);

  /** Our own: how long one certificate may take, its responder and its list together. */
  private static final long CERTIFICATE_NANOS = TimeUnit.SECONDS.toNanos(8);

  /** Our own: how long all may take; within {@link WebSocketAttempt}'s time for a handshake. */
  private static final long TOTAL_NANOS = TimeUnit.SECONDS.toNanos(20);

  private final Set<TrustAnchor> anchors;
  private final Optional<Instant> at;
  private final Map<X509Certificate, byte[]> stapled;
  private final boolean soft;
  private final long beganNanos = System.nanoTime();
  private @Nullable X509Certificate issuer;

  /**
   * A check for one handshake, which begins now.
   *
   * @param at when the certificates must hold; absent: by the machine's clock
   * @param stapled OCSP responses of the server
   * @param soft who cannot be asked about is believed
   */
  RevocationCheck(
      Set<TrustAnchor> anchors,
      Optional<Instant> at,
      Map<X509Certificate, byte[]> stapled,
      boolean soft) {
    this.anchors = Set.copyOf(anchors);
    this.at = at;
    this.stapled = Map.copyOf(stapled);
    this.soft = soft;
  }

  @Override
  public void init(boolean forward) throws CertPathValidatorException {
    if (forward) {
      throw new CertPathValidatorException("revocation is checked from the root down");
    }
    issuer = null;
  }

  @Override
  public boolean isForwardCheckingSupported() {
    return false;
  }

  @Override
  public @Nullable Set<String> getSupportedExtensions() {
    return null;
  }

  @Override
  public void check(Certificate any, Collection<String> unresolved)
      throws CertPathValidatorException {
    X509Certificate certificate = (X509Certificate) any;
    X509Certificate by = issuer == null ? anchorOf(certificate) : issuer;
    issuer = certificate;
    // The JDK's soft rule is for responders that do not answer; without one it would refuse.
    if (!soft || stapled.containsKey(certificate) || Hashes.namesRevocation(certificate)) {
      inTime(certificate, by);
    }
  }

  private X509Certificate anchorOf(X509Certificate certificate) throws CertPathValidatorException {
    for (TrustAnchor anchor : anchors) {
      X509Certificate root = anchor.getTrustedCert();
      if (root.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
        try {
          certificate.verify(root.getPublicKey());
          return root;
        } catch (GeneralSecurityException e) {
          LOG.debug("another root has the same name: {}", e.getMessage());
        }
      }
    }
    throw new CertPathValidatorException(
        "expected a path that begins at a trusted root, got one of "
            + certificate.getIssuerX500Principal());
  }

  private void inTime(X509Certificate certificate, X509Certificate by)
      throws CertPathValidatorException {
    FutureTask<Optional<CertPathValidatorException>> asking =
        new FutureTask<>(() -> ask(certificate, by));
    // A virtual thread's socket is closed by an interrupt, so nothing of it is left behind.
    Thread.ofVirtual().name("ocpp-revocation").start(asking);
    long left = TOTAL_NANOS - (System.nanoTime() - beganNanos);
    Optional<CertPathValidatorException> fault;
    try {
      fault = asking.get(Math.clamp(left, 0, CERTIFICATE_NANOS), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      fault = Optional.of(undetermined("nobody said in time whether it was revoked", e));
      if (soft) {
        LOG.warn(
            "{}: nobody said in time whether it was revoked; it is believed",
            certificate.getSubjectX500Principal());
        fault = Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fault = Optional.of(undetermined("the station shuts down", e));
    } catch (ExecutionException e) {
      fault = Optional.of(undetermined(String.valueOf(e.getMessage()), e));
    } finally {
      asking.cancel(true);
    }
    if (fault.isPresent()) {
      throw fault.get();
    }
  }

  private static CertPathValidatorException undetermined(String text, Exception cause) {
    return new CertPathValidatorException(
        text, cause, null, -1, BasicReason.UNDETERMINED_REVOCATION_STATUS);
  }

  /** What the JDK finds; absent: not revoked. */
  private Optional<CertPathValidatorException> ask(X509Certificate certificate, X509Certificate by)
      throws GeneralSecurityException {
    CertPathValidator validator = CertPathValidator.getInstance("PKIX");
    PKIXRevocationChecker checker = (PKIXRevocationChecker) validator.getRevocationChecker();
    checker.setOptions(soft ? EnumSet.of(Option.SOFT_FAIL) : EnumSet.noneOf(Option.class));
    checker.setOcspResponses(stapled);
    PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(by, null)));
    at.map(Date::from).ifPresent(parameters::setDate);
    parameters.addCertPathChecker(checker);
    try {
      validator.validate(
          CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate)),
          parameters);
      return Optional.empty();
    } catch (CertPathValidatorException e) {
      return Optional.of(e);
    }
  }
}
