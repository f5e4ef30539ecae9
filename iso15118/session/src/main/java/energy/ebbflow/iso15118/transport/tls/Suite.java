package energy.ebbflow.iso15118.transport.tls;

import energy.ebbflow.iso15118.pki.Profile;
import java.util.Arrays;
import org.bouncycastle.tls.CipherSuite;

/** The cipher suites of the two standards, in the order in which we prefer them. */
enum Suite {
  /** ISO 15118-20 [V2G20-1856], first. */
  TLS_AES_256_GCM_SHA384(Profile.ISO20, CipherSuite.TLS_AES_256_GCM_SHA384),
  /** ISO 15118-20 [V2G20-1856], second. */
  TLS_CHACHA20_POLY1305_SHA256(Profile.ISO20, CipherSuite.TLS_CHACHA20_POLY1305_SHA256),
  /** ISO 15118-2 [V2G2-602]; before the static one, because it has forward secrecy. */
  TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256(
      Profile.ISO2, CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256),
  /** ISO 15118-2 [V2G2-602], for a vehicle that has nothing else. */
  TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA256(
      Profile.ISO2, CipherSuite.TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA256);

  private final Profile profile;
  private final int code;

  Suite(Profile profile, int code) {
    this.profile = profile;
    this.code = code;
  }

  /** The numbers of the suites of these profiles. */
  static int[] codes(java.util.Collection<Profile> profiles) {
    return Arrays.stream(values())
        .filter(suite -> profiles.contains(suite.profile))
        .mapToInt(suite -> suite.code)
        .toArray();
  }

  /** The name of a suite's number. */
  static String name(int code) {
    for (Suite suite : values()) {
      if (suite.code == code) {
        return suite.name();
      }
    }
    return String.format("suite 0x%04X", code);
  }
}
