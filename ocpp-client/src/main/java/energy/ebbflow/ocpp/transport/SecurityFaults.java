package energy.ebbflow.ocpp.transport;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Which faults of a connection are security events (A04; OCPP 2.1 part 2 appendix, section 2). */
final class SecurityFaults {
  /** Causes of causes that are looked at. */
  private static final int MAX_DEPTH = 16;

  private SecurityFaults() {}

  /** OCPP's name for it; absent where it is a fault like any other. */
  static Optional<String> eventOf(Throwable fault) {
    Throwable cause = fault;
    for (int i = 0; cause != null && i < MAX_DEPTH; i++) {
      if (cause instanceof CertificateException
          || cause instanceof CertPathValidatorException
          || cause instanceof CertPathBuilderException) {
        return Optional.of("InvalidCsmsCertificate");
      }
      if (cause instanceof WebSocketClientHandshakeException handshake
          && handshake.response() != null
          && handshake.response().status().equals(HttpResponseStatus.UNAUTHORIZED)) {
        return Optional.of("FailedToAuthenticateAtCsms");
      }
      if (cause instanceof SSLException) {
        Optional<String> event = ofHandshake(String.valueOf(cause.getMessage()));
        if (event.isPresent()) {
          return event;
        }
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  /**
   * The JDK tells the one from the other by words only; an alert {@code handshake_failure} may be
   * either and is neither.
   */
  private static Optional<String> ofHandshake(String text) {
    String words = text.toLowerCase(Locale.ROOT);
    if (words.contains("protocol version") || words.contains("protocol_version")) {
      return Optional.of("InvalidTLSVersion");
    }
    return words.contains("cipher") ? Optional.of("InvalidTLSCipherSuite") : Optional.empty();
  }
}
