package energy.ebbflow.ocpp.transport;

import energy.ebbflow.ocpp.config.Revocation;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
  /** Our own: how long a responder may be silent, in s. */
  private static final String RESPONDER_SECONDS = "3";

  static {
    // The JDK reads them when it checks for the first time.
    usually("com.sun.security.enableCRLDP", "true");
    usually("com.sun.security.ocsp.timeout", RESPONDER_SECONDS);
    usually("com.sun.security.crl.timeout", RESPONDER_SECONDS);
    usually("com.sun.security.crl.readtimeout", RESPONDER_SECONDS);
  }

  private final Set<TrustAnchor> anchors = new LinkedHashSet<>();
  private final Revocation rule;
  private final Optional<Instant> at;

  /**
   * Trusts.
   *
   * @param roots whom to trust; nobody if empty
   * @param at when the certificates must hold; absent: by the machine's clock
   */
  ServerTrust(Collection<X509Certificate> roots, Revocation rule, Optional<Instant> at) {
    for (X509Certificate root : roots) {
      anchors.add(new TrustAnchor(root, null));
    }
    this.rule = rule;
    this.at = at;
  }

  private static void usually(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /** The JDK's, for one chain: a check of revocation begins with it. */
  private X509ExtendedTrustManager manager(Map<X509Certificate, byte[]> stapled)
      throws CertificateException {
    if (anchors.isEmpty()) {
      throw new CertificateException("no root certificate of the back office is in use");
    }
    try {
      PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, new X509CertSelector());
      at.map(Date::from).ifPresent(parameters::setDate);
      parameters.setRevocationEnabled(false);
      if (rule != Revocation.OFF) {
        parameters.addCertPathChecker(
            new RevocationCheck(anchors, at, stapled, rule == Revocation.SOFT));
      }
      TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
      factory.init(new CertPathTrustManagerParameters(parameters));
      return first(factory);
    } catch (GeneralSecurityException e) {
      throw new CertificateException(e);
    }
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

  /** The authorities that the JDK knows. */
  static List<X509Certificate> jdk() throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    return List.of(first(factory).getAcceptedIssuers());
  }

  /** What the server has stapled: one response for each certificate, empty where it has none. */
  private static Map<X509Certificate, byte[]> stapled(X509Certificate[] chain, SSLSession session) {
    Map<X509Certificate, byte[]> found = new HashMap<>();
    if (session instanceof ExtendedSSLSession extended) {
      List<byte[]> responses = extended.getStatusResponses();
      for (int i = 0; i < Math.min(chain.length, responses.size()); i++) {
        if (responses.get(i).length > 0) {
          found.putIfAbsent(chain[i], responses.get(i));
        }
      }
    }
    return found;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    manager(stapled(chain, engine.getHandshakeSession())).checkServerTrusted(chain, type, engine);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    manager(Map.of()).checkServerTrusted(chain, type, socket);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    manager(Map.of()).checkServerTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    throw nobody();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    throw nobody();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw nobody();
  }

  private static CertificateException nobody() {
    return new CertificateException("the station is a client here, it has none");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return anchors.stream().map(TrustAnchor::getTrustedCert).toArray(X509Certificate[]::new);
  }
}
