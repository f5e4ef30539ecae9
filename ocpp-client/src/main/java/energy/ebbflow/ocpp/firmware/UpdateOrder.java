package energy.ebbflow.ocpp.firmware;

import java.time.Instant;
import java.util.Optional;

/**
 * What the back office ordered (L01, L02).
 *
 * @param requestId absent in 1.6 without the security whitepaper
 * @param location http, https, ftp or ftps
 * @param retrieveAt when the image may be fetched
 * @param installAt when it may be installed
 * @param signature absent where the order is not signed
 * @param attempts how often it is fetched at most, at least 1
 * @param retrySeconds between two attempts
 */
public record UpdateOrder(
    Optional<Integer> requestId,
    String location,
    Instant retrieveAt,
    Optional<Instant> installAt,
    Optional<Seal> signature,
    int attempts,
    int retrySeconds) {
  /** More attempts than these would go on for ever. */
  static final int MAX_ATTEMPTS = 100;

  /** Longest time between two attempts. */
  static final int MAX_RETRY_SECONDS = 86_400;

  public UpdateOrder {
    attempts = Math.clamp(attempts, 1, MAX_ATTEMPTS);
    retrySeconds = Math.clamp(retrySeconds, 1, MAX_RETRY_SECONDS);
  }

  /**
   * Who signed the image.
   *
   * @param certificate PEM
   * @param signature base64
   */
  public record Seal(String certificate, String signature) {}

  /** Locations may carry a password. */
  @Override
  public String toString() {
    return "UpdateOrder[" + requestId + "]";
  }
}
