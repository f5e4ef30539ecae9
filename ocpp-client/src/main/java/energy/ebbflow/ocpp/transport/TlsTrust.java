package energy.ebbflow.ocpp.transport;

import energy.ebbflow.ocpp.config.OcppConfig;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.util.List;
import java.util.Optional;
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
   * The server's name and chain are always checked; absent for {@code ws:}.
   *
   * @throws IllegalArgumentException naming the file that cannot be used
   */
  static Optional<SslContext> of(OcppConfig config) {
    if (!"wss".equals(config.url().getScheme())) {
      return Optional.empty();
    }
    try {
      SslContextBuilder builder =
          SslContextBuilder.forClient().protocols("TLSv1.3", "TLSv1.2").ciphers(CIPHERS);
      config.trustedCertificates().ifPresent(pem -> builder.trustManager(pem.toFile()));
      config
          .clientCertificate()
          .ifPresent(own -> builder.keyManager(own.chain().toFile(), own.key().toFile()));
      return Optional.of(builder.endpointIdentificationAlgorithm("HTTPS").build());
    } catch (SSLException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "certificates of the back office link ("
              + config.trustedCertificates().map(Object::toString).orElse("the JDK's")
              + config.clientCertificate().map(c -> ", " + c.chain() + ", " + c.key()).orElse("")
              + "): "
              + e.getMessage(),
          e);
    }
  }
}
