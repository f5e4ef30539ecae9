package energy.ebbflow.simulator.exi.tls;

import java.util.Optional;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.PRFAlgorithm;
import org.bouncycastle.tls.crypto.CryptoHashAlgorithm;

/** The cipher suites of the vehicles' protocols, and those that stacks add to them. */
enum RecordSuite {
  /** ISO 15118-20 [V2G20-1856], first. */
  TLS_AES_256_GCM_SHA384(CipherSuite.TLS_AES_256_GCM_SHA384, Kind.TLS13_GCM, 32, true),
  /** ISO 15118-20 [V2G20-1856], second. */
  TLS_CHACHA20_POLY1305_SHA256(
      CipherSuite.TLS_CHACHA20_POLY1305_SHA256, Kind.TLS13_CHACHA20, 32, false),
  /** Beside them in what OpenSSL offers. */
  TLS_AES_128_GCM_SHA256(CipherSuite.TLS_AES_128_GCM_SHA256, Kind.TLS13_GCM, 16, false),
  /** ISO 15118-2 [V2G2-602]. */
  TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256(
      CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256, Kind.TLS12_CBC_SHA256, 16, false),
  /** ISO 15118-2 [V2G2-602]. */
  TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA256(
      CipherSuite.TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA256, Kind.TLS12_CBC_SHA256, 16, false),
  /** Offered by stacks that go beyond ISO 15118-2. */
  TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256(
      CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, Kind.TLS12_GCM, 16, false),
  /** Offered by stacks that go beyond ISO 15118-2. */
  TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384(
      CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, Kind.TLS12_GCM, 32, true);

  /** How a record is protected. */
  enum Kind {
    TLS13_GCM,
    TLS13_CHACHA20,
    TLS12_GCM,
    TLS12_CBC_SHA256
  }

  private final int code;
  private final Kind kind;
  private final int keyOctets;
  private final boolean sha384;

  RecordSuite(int code, Kind kind, int keyOctets, boolean sha384) {
    this.code = code;
    this.kind = kind;
    this.keyOctets = keyOctets;
    this.sha384 = sha384;
  }

  /** By the number in a ServerHello. */
  static Optional<RecordSuite> of(int code) {
    for (RecordSuite suite : values()) {
      if (suite.code == code) {
        return Optional.of(suite);
      }
    }
    return Optional.empty();
  }

  Kind kind() {
    return kind;
  }

  /** Length of the key of one direction, octets. */
  int keyOctets() {
    return keyOctets;
  }

  /** The hash of TLS 1.3's derivation, as Bouncy Castle counts it. */
  int hash() {
    return sha384 ? CryptoHashAlgorithm.sha384 : CryptoHashAlgorithm.sha256;
  }

  /** The pseudo-random function of TLS 1.2, as Bouncy Castle counts it. */
  int prf() {
    return sha384 ? PRFAlgorithm.tls_prf_sha384 : PRFAlgorithm.tls_prf_sha256;
  }
}
