package energy.ebbflow.iso15118.pki;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/**
 * Where the OCSP responses come from that the charger staples to its own chain: files, or a back
 * office that was asked for them (OCPP GetCertificateStatus). Asked in the middle of a handshake on
 * the thread of the link: it answers from memory and does not block. Thread-safe.
 */
@FunctionalInterface
public interface OcspSource {
  /** Has no responses. */
  OcspSource NONE = (certificate, issuer, at) -> Optional.empty();

  /**
   * The response for one certificate.
   *
   * @param at the moment of the handshake
   * @return an OCSPResponse (RFC 6960, DER) that {@code at} lies within, from its thisUpdate to its
   *     nextUpdate; empty where there is none
   */
  Optional<byte[]> response(X509Certificate certificate, X509Certificate issuer, Instant at);
}
