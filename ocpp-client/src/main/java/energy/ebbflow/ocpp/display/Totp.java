package energy.ebbflow.ocpp.display;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one-time password in the address of a web payment, version 1 (OCPP 2.1 C25): HMAC-SHA-256 of
 * the number of the interval, one character of 62 for each of {@code length} bytes.
 */
final class Totp {
  private static final String ALPHABET =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final int OFFSET_MASK = 0x0f;

  private Totp() {}

  static String at(String secret, int validitySeconds, int length, Instant now) {
    return of(secret, Math.floorDiv(now.getEpochSecond(), validitySeconds), length);
  }

  /**
   * The password of one interval.
   *
   * @param interval seconds since 1970 by the validity, rounded down
   */
  static String of(String secret, long interval, int length) {
    byte[] hash;
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(interval).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
    int offset = hash[hash.length - 1] & OFFSET_MASK;
    StringBuilder password = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      int value = Byte.toUnsignedInt(hash[(offset + i) % hash.length]);
      password.append(ALPHABET.charAt(value % ALPHABET.length()));
    }
    return password.toString();
  }
}
