package energy.ebbflow.simulator.exi.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.tls.crypto.TlsCryptoUtils;
import org.bouncycastle.tls.crypto.TlsSecret;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/**
 * The keys of one direction, from a certain record on: takes the protection off its records, in
 * order. What was not protected with these keys is told apart with certainty.
 */
final class RecordKeys {
  private static final int TAG_BITS = 128;
  private static final int TAG_OCTETS = TAG_BITS / 8;
  private static final int IV_OCTETS = 12;
  private static final int BLOCK = 16;
  private static final int MAC_OCTETS = 32;
  private static final BcTlsCrypto CRYPTO = new BcTlsCrypto(new SecureRandom());

  /** A record without its protection. */
  record Plain(int type, byte[] content) {}

  private final RecordSuite suite;
  private final byte[] key;
  private final byte[] iv;
  private final byte[] macKey;
  private final boolean encryptThenMac;
  private final Optional<byte[]> secret;
  private long sequence;

  private RecordKeys(
      RecordSuite suite,
      byte[] key,
      byte[] iv,
      byte[] macKey,
      boolean encryptThenMac,
      Optional<byte[]> secret) {
    this.suite = suite;
    this.key = key;
    this.iv = iv;
    this.macKey = macKey;
    this.encryptThenMac = encryptThenMac;
    this.secret = secret;
  }

  /** Of TLS 1.3, from a traffic secret (RFC 8446 7.3). */
  static RecordKeys tls13(RecordSuite suite, byte[] trafficSecret) {
    return new RecordKeys(
        suite,
        expand(suite, trafficSecret, "key", suite.keyOctets()),
        expand(suite, trafficSecret, "iv", IV_OCTETS),
        new byte[0],
        false,
        Optional.of(trafficSecret));
  }

  /** The keys that follow a KeyUpdate (RFC 8446 7.2). */
  RecordKeys next() {
    byte[] current = secret.orElseThrow();
    return tls13(suite, expand(suite, current, "traffic upd", current.length));
  }

  private static byte[] expand(RecordSuite suite, byte[] secret, String label, int octets) {
    try {
      TlsSecret from = CRYPTO.createSecret(secret.clone());
      return TlsCryptoUtils.hkdfExpandLabel(from, suite.hash(), label, new byte[0], octets)
          .extract();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Of TLS 1.2, from the master secret (RFC 5246 6.3). */
  static RecordKeys tls12(
      RecordSuite suite,
      byte[] master,
      byte[] clientRandom,
      byte[] serverRandom,
      boolean encryptThenMac,
      boolean client) {
    boolean cbc = suite.kind() == RecordSuite.Kind.TLS12_CBC_SHA256;
    int macOctets = cbc ? MAC_OCTETS : 0;
    int ivOctets = cbc ? 0 : 4;
    byte[] seed =
        ByteBuffer.allocate(serverRandom.length + clientRandom.length)
            .put(serverRandom)
            .put(clientRandom)
            .array();
    byte[] block =
        CRYPTO
            .createSecret(master.clone())
            .deriveUsingPRF(
                suite.prf(), "key expansion", seed, 2 * (macOctets + suite.keyOctets() + ivOctets))
            .extract();
    byte[] mac = part(block, 0, macOctets, client);
    byte[] key = part(block, 2 * macOctets, suite.keyOctets(), client);
    byte[] iv = part(block, 2 * (macOctets + suite.keyOctets()), ivOctets, client);
    return new RecordKeys(suite, key, iv, mac, encryptThenMac && cbc, Optional.empty());
  }

  private static byte[] part(byte[] block, int from, int octets, boolean client) {
    int at = from + (client ? 0 : octets);
    return Arrays.copyOfRange(block, at, at + octets);
  }

  /**
   * Takes the protection off the next record.
   *
   * @param header its five octets
   * @return empty where it was not protected with these keys at this place
   */
  Optional<Plain> open(byte[] header, byte[] fragment) {
    try {
      Optional<Plain> plain =
          switch (suite.kind()) {
            case TLS13_GCM, TLS13_CHACHA20 -> tls13(header, fragment);
            case TLS12_GCM -> tls12Gcm(header, fragment);
            case TLS12_CBC_SHA256 -> tls12Cbc(header, fragment);
          };
      if (plain.isPresent()) {
        sequence++;
      }
      return plain;
    } catch (AEADBadTagException otherKeys) {
      return Optional.empty();
    } catch (GeneralSecurityException unusable) {
      throw new IllegalStateException("this JDK cannot " + suite, unusable);
    }
  }

  private Optional<Plain> tls13(byte[] header, byte[] fragment) throws GeneralSecurityException {
    if (fragment.length <= TAG_OCTETS) {
      return Optional.empty();
    }
    byte[] nonce = iv.clone();
    byte[] number = ByteBuffer.allocate(Long.BYTES).putLong(sequence).array();
    for (int i = 0; i < number.length; i++) {
      nonce[IV_OCTETS - number.length + i] ^= number[i];
    }
    byte[] inner = aead(nonce, header, fragment);
    int end = inner.length;
    while (end > 0 && inner[end - 1] == 0) {
      end--;
    }
    return end == 0
        ? Optional.empty()
        : Optional.of(new Plain(inner[end - 1] & 0xFF, Arrays.copyOf(inner, end - 1)));
  }

  private Optional<Plain> tls12Gcm(byte[] header, byte[] fragment) throws GeneralSecurityException {
    int explicit = 8;
    if (fragment.length < explicit + TAG_OCTETS) {
      return Optional.empty();
    }
    byte[] nonce = ByteBuffer.allocate(IV_OCTETS).put(iv).put(fragment, 0, explicit).array();
    byte[] sealed = Arrays.copyOfRange(fragment, explicit, fragment.length);
    byte[] plain = aead(nonce, associated(header, sealed.length - TAG_OCTETS), sealed);
    return Optional.of(new Plain(header[0] & 0xFF, plain));
  }

  private byte[] aead(byte[] nonce, byte[] associated, byte[] sealed)
      throws GeneralSecurityException {
    boolean chacha = suite.kind() == RecordSuite.Kind.TLS13_CHACHA20;
    Cipher cipher = Cipher.getInstance(chacha ? "ChaCha20-Poly1305" : "AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(key, chacha ? "ChaCha20" : "AES"),
        chacha ? new IvParameterSpec(nonce) : new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(associated);
    return cipher.doFinal(sealed);
  }

  /** MAC before or after the encryption: RFC 5246 6.2.3.2, RFC 7366. */
  private Optional<Plain> tls12Cbc(byte[] header, byte[] fragment) throws GeneralSecurityException {
    int sealed = fragment.length - (encryptThenMac ? MAC_OCTETS : 0);
    if (sealed < 2 * BLOCK || sealed % BLOCK != 0) {
      return Optional.empty();
    }
    if (encryptThenMac) {
      byte[] expected = mac(associated(header, sealed), Arrays.copyOf(fragment, sealed));
      if (!MessageDigest.isEqual(expected, Arrays.copyOfRange(fragment, sealed, fragment.length))) {
        return Optional.empty();
      }
    }
    Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(key, "AES"),
        new IvParameterSpec(fragment, 0, BLOCK));
    byte[] padded = cipher.doFinal(fragment, BLOCK, sealed - BLOCK);
    int end = padded.length - 1 - (padded[padded.length - 1] & 0xFF);
    int length = encryptThenMac ? end : end - MAC_OCTETS;
    if (length < 0) {
      return Optional.empty();
    }
    byte[] content = Arrays.copyOf(padded, length);
    boolean whole =
        encryptThenMac
            || MessageDigest.isEqual(
                mac(associated(header, length), content), Arrays.copyOfRange(padded, length, end));
    return whole ? Optional.of(new Plain(header[0] & 0xFF, content)) : Optional.empty();
  }

  private byte[] mac(byte[] associated, byte[] content) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(macKey, "HmacSHA256"));
    mac.update(associated);
    return mac.doFinal(content);
  }

  private byte[] associated(byte[] header, int length) {
    return ByteBuffer.allocate(Long.BYTES + 5)
        .putLong(sequence)
        .put(header, 0, 3)
        .putShort((short) length)
        .array();
  }
}
