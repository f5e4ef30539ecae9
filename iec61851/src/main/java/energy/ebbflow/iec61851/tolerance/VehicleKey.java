package energy.ebbflow.iec61851.tolerance;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a vehicle is remembered by: a keyed hash of an identity, never the identity itself (R27).
 *
 * @param text for storage and logs: the kind and 128 bits in hex, {@code evcc_id:0123…}
 */
public record VehicleKey(String text) {
  /** Length of the hash that is kept: no two vehicles of one station will ever share it. */
  private static final int HASH_BYTES = 16;

  /** Shortest secret; a shorter one would let the few billion MAC addresses be tried. */
  public static final int MIN_SECRET_BYTES = 16;

  /** Where the identity comes from, the most reliable first. */
  public enum Kind {
    /** EVCCID of ISO 15118. */
    EVCC_ID,
    /** MAC address of the vehicle's SLAC modem. */
    SLAC_MAC,
    /** Number of the vehicle in a fleet file. */
    FLEET,
    /** Contract identifier (EMAID); a contract may move to another vehicle. */
    CONTRACT,
    /** RFID or app token: belongs to a person, who may drive several vehicles. */
    ID_TOKEN,
    /** The one vehicle of a home, where the station is told that there is no other. */
    HOME
  }

  public VehicleKey {
    if (!text.matches("[a-z_]+:[0-9a-f]{32}")) {
      throw new IllegalArgumentException(
          "a vehicle key expects kind:32 hexadecimal digits, got " + text.length() + " characters");
    }
  }

  /**
   * Hashes an identity with the station's own secret, so that keys of two stations cannot be
   * compared and identities cannot be guessed from a stolen database. Case, colons, blanks and
   * hyphens of the identity do not matter.
   *
   * @param secret at least {@link #MIN_SECRET_BYTES} random bytes, kept by the station
   */
  public static VehicleKey of(Kind kind, String identity, byte[] secret) {
    if (secret.length < MIN_SECRET_BYTES) {
      throw new IllegalArgumentException(
          "a vehicle key expects a secret of at least "
              + MIN_SECRET_BYTES
              + " bytes, got "
              + secret.length);
    }
    String plain = identity.toUpperCase(Locale.ROOT).replaceAll("[:\\s-]", "");
    if (plain.isEmpty()) {
      throw new IllegalArgumentException("a vehicle key expects an identity, got an empty one");
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      mac.update(kind.name().getBytes(StandardCharsets.UTF_8));
      byte[] hash = mac.doFinal((":" + plain).getBytes(StandardCharsets.UTF_8));
      String hex = HexFormat.of().formatHex(Arrays.copyOf(hash, HASH_BYTES));
      return new VehicleKey(kind.name().toLowerCase(Locale.ROOT) + ":" + hex);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      // Every Java runtime must provide HmacSHA256, and any non-empty key fits it.
      throw new IllegalStateException("HmacSHA256 is missing from this Java runtime", e);
    }
  }

  @Override
  public String toString() {
    return text.substring(0, text.indexOf(':') + 7) + "…";
  }
}
