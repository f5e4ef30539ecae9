package energy.ebbflow.ocpp.transport;

import energy.ebbflow.ocpp.certificate.Hashes;
import energy.ebbflow.ocpp.config.Revocation;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.PKIXRevocationChecker.Option;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Checks the chain of a server and whether it was revoked: by the OCSP response that it staples,
 * otherwise by the responder that the certificate names, otherwise by the CRL that it names (RFC
 * 6960, RFC 5280 section 6.3, RFC 6066 section 8). Whoever checks waits for the network: never on
 * the link's thread.
 */
final class ServerTrust extends X509ExtendedTrustManager {
  /** Our own: how long a responder may take, in s; a chain has two certificates or three. */
  private static final String RESPONDER_SECONDS = "3";

  static {
    // The JDK reads them when it checks for the first time.
    usually("com.sun.security.enableCRLDP", "true");
    usually("com.sun.security.ocsp.timeout", RESPONDER_SECONDS);
    usually("com.sun.security.crl.timeout", RESPONDER_SECONDS);
    usually("com.sun.security.crl.readtimeout", RESPONDER_SECONDS);
  }

  private final Revocation rule;
  private final X509ExtendedTrustManager whole;
  private final X509ExtendedTrustManager leaf;
  private final X509ExtendedTrustManager none;

  /**
   * Trusts.
   *
   * @param roots whom to trust; those of the JDK if empty
   * @param at when the certificates must hold; absent: by the machine's clock
   */
  ServerTrust(Collection<X509Certificate> roots, Revocation rule, Optional<Instant> at)
      throws GeneralSecurityException {
    Set<TrustAnchor> anchors = new LinkedHashSet<>();
    for (X509Certificate root : roots.isEmpty() ? jdk() : roots) {
      anchors.add(new TrustAnchor(root, null));
    }
    EnumSet<Option> options =
        rule == Revocation.SOFT ? EnumSet.of(Option.SOFT_FAIL) : EnumSet.noneOf(Option.class);
    this.rule = rule;
    this.whole = manager(anchors, at, Optional.of(EnumSet.copyOf(options)));
    options.add(Option.ONLY_END_ENTITY);
    this.leaf = manager(anchors, at, Optional.of(options));
    this.none = manager(anchors, at, Optional.empty());
  }

  private static void usually(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  private static X509ExtendedTrustManager manager(
      Set<TrustAnchor> anchors, Optional<Instant> at, Optional<EnumSet<Option>> revocation)
      throws GeneralSecurityException {
    PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, new X509CertSelector());
    at.map(Date::from).ifPresent(parameters::setDate);
    parameters.setRevocationEnabled(revocation.isPresent());
    if (revocation.isPresent()) {
      PKIXRevocationChecker checker =
          (PKIXRevocationChecker) CertPathValidator.getInstance("PKIX").getRevocationChecker();
      checker.setOptions(revocation.get());
      parameters.addCertPathChecker(checker);
    }
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(new CertPathTrustManagerParameters(parameters));
    return first(factory);
  }

  private static X509ExtendedTrustManager first(TrustManagerFactory factory)
      throws GeneralSecurityException {
    for (TrustManager one : factory.getTrustManagers()) {
      if (one instanceof X509ExtendedTrustManager manager) {
        return manager;
      }
    }
    throw new GeneralSecurityException("the JDK has no trust manager for X.509");
  }

  private static List<X509Certificate> jdk() throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    return List.of(first(factory).getAcceptedIssuers());
  }

  /**
   * The JDK's soft rule is for responders that do not answer; a certificate that names none would
   * fail. Softly, such a certificate is not asked about.
   */
  private X509ExtendedTrustManager judge(X509Certificate[] chain, boolean stapled) {
    return switch (rule) {
      case OFF -> none;
      case HARD -> whole;
      case SOFT -> {
        boolean named = stapled || Hashes.namesRevocation(chain[0]);
        boolean above =
            Arrays.stream(chain).skip(1).allMatch(c -> self(c) || Hashes.namesRevocation(c));
        yield !named ? none : above ? whole : leaf;
      }
    };
  }

  private static boolean self(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
  }

  private static boolean stapled(SSLSession session) {
    return session instanceof ExtendedSSLSession extended
        && !extended.getStatusResponses().isEmpty();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    judge(chain, stapled(engine.getHandshakeSession())).checkServerTrusted(chain, type, engine);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    judge(chain, false).checkServerTrusted(chain, type, socket);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    judge(chain, false).checkServerTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    none.checkClientTrusted(chain, type, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    none.checkClientTrusted(chain, type, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    none.checkClientTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return none.getAcceptedIssuers();
  }
}
