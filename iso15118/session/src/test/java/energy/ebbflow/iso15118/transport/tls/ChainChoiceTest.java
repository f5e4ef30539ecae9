package energy.ebbflow.iso15118.transport.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.ebbflow.iso15118.pki.DevelopmentPki;
import energy.ebbflow.iso15118.pki.Identity;
import energy.ebbflow.iso15118.pki.PemFolder;
import energy.ebbflow.iso15118.pki.Profile;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.tls.IdentifierType;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.TrustedAuthority;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of two ISO 15118-2 chains is shown, by each way of naming a root (RFC 6066 6). */
class ChainChoiceTest {
  @TempDir static Path pki;
  private static List<Identity> chains;

  @BeforeAll
  static void keys() throws Exception {
    DevelopmentPki.write(pki, Instant.now(), new SecureRandom());
    chains = PemFolder.forCharger(pki).identities(Profile.ISO2);
    assertEquals(2, chains.size());
  }

  private static Optional<Identity> shown(TrustedAuthority... trusted) {
    int[] groups = {NamedGroup.secp256r1};
    return new ChainChoice(null, groups, List.of(trusted)).of(chains);
  }

  private static TrustedAuthority named(X509Certificate root, short by) {
    return switch (by) {
      case IdentifierType.key_sha1_hash -> new TrustedAuthority(by, ChainChoice.keyHash(root));
      case IdentifierType.cert_sha1_hash ->
          new TrustedAuthority(by, ChainChoice.certificateHash(root));
      default ->
          new TrustedAuthority(
              by, X500Name.getInstance(root.getSubjectX500Principal().getEncoded()));
    };
  }

  /** By the hash of its key, by that of its certificate, by its name: each chain can be had. */
  @Test
  void eachWayOfNaming() {
    for (Identity chain : chains) {
      X509Certificate root = chain.root().orElseThrow();
      for (short by :
          new short[] {
            IdentifierType.key_sha1_hash, IdentifierType.cert_sha1_hash, IdentifierType.x509_name
          }) {
        assertEquals(Optional.of(chain), shown(named(root, by)));
      }
    }
  }

  /** A vehicle that knows both, or neither, or has agreed on something before: our preference. */
  @Test
  void otherwiseTheFirst() throws Exception {
    Optional<Identity> first = Optional.of(chains.getFirst());
    X509Certificate second = chains.getLast().root().orElseThrow();
    X509Certificate foreign =
        PemFolder.forMisfitCharger(pki, "foreign")
            .identity(Profile.ISO2)
            .orElseThrow()
            .root()
            .orElseThrow();
    assertEquals(first, shown());
    assertEquals(first, shown(named(foreign, IdentifierType.cert_sha1_hash)));
    assertEquals(first, shown(new TrustedAuthority(IdentifierType.pre_agreed, null)));
    assertEquals(
        first,
        shown(
            named(second, IdentifierType.cert_sha1_hash),
            named(chains.getFirst().root().orElseThrow(), IdentifierType.cert_sha1_hash)));
  }

  /** RFC 8422 5.1: a certificate on a curve that the vehicle does not offer is none for it. */
  @Test
  void curveHasToBeOffered() {
    assertEquals(
        Optional.empty(),
        new ChainChoice(null, new int[] {NamedGroup.secp384r1}, List.of()).of(chains));
    assertEquals(
        Optional.of(chains.getFirst()),
        new ChainChoice(null, new int[] {NamedGroup.secp384r1, NamedGroup.secp256r1}, List.of())
            .of(chains));
  }
}
