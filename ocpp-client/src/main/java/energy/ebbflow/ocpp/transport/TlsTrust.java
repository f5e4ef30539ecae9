package energy.ebbflow.ocpp.transport;

import energy.ebbflow.ocpp.config.OcppConfig;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Whom {@code wss:} trusts. */
final class TlsTrust {
  private TlsTrust() {}

  /** TLS 1.2 or 1.3, the server's name is checked; absent for {@code ws:}. */
  static Optional<SslContext> of(OcppConfig config) {
    if (!"wss".equals(config.url().getScheme())) {
      return Optional.empty();
    }
    try {
      SslContextBuilder builder = SslContextBuilder.forClient().protocols("TLSv1.3", "TLSv1.2");
      config.trustedCertificates().ifPresent(pem -> builder.trustManager(pem.toFile()));
      return Optional.of(builder.endpointIdentificationAlgorithm("HTTPS").build());
    } catch (SSLException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "trusted certificates of the back office: " + e.getMessage(), e);
    }
  }
}
