package energy.ebbflow.ocpp.transport;

import energy.ebbflow.ocpp.certificate.CertificateStore;
import energy.ebbflow.ocpp.certificate.Pem;
import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.network.Endpoint;
import energy.ebbflow.ocpp.v2.certificate.SigningUse;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;

/** Whom {@code wss:} trusts, and how it shows who the station is. */
final class TlsTrust {
  /**
   * TLS 1.3, and of 1.2 what has forward secrecy and authenticated encryption: the first two of
   * OCPP 2.1 A00.FR.318; its RSA key exchange is left out, no server should need it.
   */
  private static final List<String> CIPHERS =
      List.of(
          "TLS_AES_256_GCM_SHA384",
          "TLS_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");

  private TlsTrust() {}

  /**
   * The server's name and chain are always checked; absent for {@code ws:}. Trusted are the roots
   * of the configuration and those that a back office installed; the JDK's only where there is no
   * such root at all, not even one that is out of use.
   *
   * @param at when certificates must hold; absent: by the machine's clock
   * @throws IllegalArgumentException naming the file that cannot be used
   */
  static Optional<SslContext> of(
      Endpoint endpoint, OcppConfig config, CertificateStore certificates, Optional<Instant> at) {
    if (!endpoint.secure()) {
      return Optional.empty();
    }
    try {
      SslContextBuilder builder =
          SslContextBuilder.forClient().protocols("TLSv1.3", "TLSv1.2").ciphers(CIPHERS);
      Set<X509Certificate> roots = new LinkedHashSet<>(certificates.backOfficeRoots());
      if (config.trustedCertificates().isPresent()) {
        for (X509Certificate root : file(config.trustedCertificates().get())) {
          if (!certificates.superseded(root)) {
            roots.add(root);
          }
        }
      }
      if (config.trustedCertificates().isEmpty() && !certificates.knowsBackOffice()) {
        roots.addAll(ServerTrust.jdk());
      }
      builder.trustManager(new ServerTrust(roots, config.revocation(), at));
      if (endpoint.securityProfile() == 3) {
        show(builder, config, certificates);
      }
      return Optional.of(builder.endpointIdentificationAlgorithm("HTTPS").build());
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "certificates of the back office link ("
              + config.trustedCertificates().map(Object::toString).orElse("the JDK's")
              + config.clientCertificate().map(c -> ", " + c.chain() + ", " + c.key()).orElse("")
              + "): "
              + e.getMessage(),
          e);
    }
  }

  private static List<X509Certificate> file(Path pem) throws IOException, CertificateException {
    List<X509Certificate> roots = Pem.all(Files.readString(pem));
    if (roots.isEmpty()) {
      throw new CertificateException(pem + ": expected certificates in PEM, got none");
    }
    return roots;
  }

  /** What a back office signed counts more than what the configuration brought. */
  private static void show(
      SslContextBuilder builder, OcppConfig config, CertificateStore certificates)
      throws SSLException {
    Optional<CertificateStore.Identity> own =
        certificates.identity(SigningUse.CHARGING_STATION_CERTIFICATE);
    if (own.isPresent()) {
      builder.keyManager(own.get().key().getPrivate(), own.get().chain());
    } else if (config.clientCertificate().isPresent()) {
      OcppConfig.ClientCertificate given = config.clientCertificate().get();
      builder.keyManager(given.chain().toFile(), given.key().toFile());
    } else {
      throw new IllegalArgumentException("security profile 3 wants a certificate of the station");
    }
  }
}
