package energy.ebbflow.iso15118.pki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each thing that can be wrong with a key and its chain has one line that says it. */
class IdentityCheckTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  @TempDir Path pki;

  @BeforeEach
  void keys() throws Exception {
    DevelopmentPki.write(pki, NOW, new SecureRandom());
  }

  private String refusal(Profile profile) {
    PkiException refused =
        assertThrows(PkiException.class, () -> PemFolder.forCharger(pki).identities(profile));
    return String.valueOf(refused.getMessage());
  }

  private void copy(String from, String to) throws Exception {
    Files.copy(pki.resolve(from), pki.resolve(to), StandardCopyOption.REPLACE_EXISTING);
  }

  /** The key of another certificate on the same curve: only a signature tells. */
  @Test
  void keyOfAnotherCertificate() throws Exception {
    copy("vehicle/iso20/key.pem", "secc/iso20/key.pem");
    assertEquals(
        pki.resolve("secc/iso20")
            + ": expected the private key of DC=CPO,C=DE,O=Ebbflow,CN=Ebbflow development SECC"
            + " iso20, this is the key of another certificate",
        refusal(Profile.ISO20));
  }

  /** A key of another kind cannot sign at all as the certificate says. */
  @Test
  void keyOfAnotherKind() throws Exception {
    copy("secc/iso20-ed448/key.pem", "secc/iso20/key.pem");
    String refused = refusal(Profile.ISO20);
    assertTrue(refused.contains("the key cannot sign with SHA512withECDSA"), refused);
  }

  /** ISO 15118-2 is secp256r1 alone. */
  @Test
  void wrongCurve() throws Exception {
    copy("secc/iso20/chain.pem", "secc/iso2/chain.pem");
    copy("secc/iso20/key.pem", "secc/iso2/key.pem");
    assertEquals(
        pki.resolve("secc/iso2")
            + ": expected a secp256r1 key for iso2, the certificate has secp521r1",
        refusal(Profile.ISO2));
  }

  /** Leaf first, then who signed it. */
  @Test
  void wrongOrder() throws Exception {
    Path file = pki.resolve("secc/iso20/chain.pem");
    List<X509Certificate> chain = new ArrayList<>(Pem.certificates(file));
    Collections.swap(chain, 1, 2);
    Pem.writeCertificates(file, chain);
    String refused = refusal(Profile.ISO20);
    assertTrue(refused.contains("wrong chain order: "), refused);
    assertTrue(
        refused.endsWith(
            "the next certificate is DC=V2G,C=DE,O=Ebbflow,CN=CPO sub-CA 1" + " iso20"),
        refused);
    Collections.reverse(chain);
    Pem.writeCertificates(file, chain);
    assertTrue(refusal(Profile.ISO20).contains("is a CA"), refusal(Profile.ISO20));
  }

  /** The same names by other keys: it looks right and is not. */
  @Test
  void signedByAnother() throws Exception {
    List<X509Certificate> chain =
        new ArrayList<>(Pem.certificates(pki.resolve("secc/iso20/chain.pem")));
    chain.set(1, Pem.certificates(pki.resolve("wrong/foreign/secc/iso20/chain.pem")).get(1));
    Pem.writeCertificates(pki.resolve("secc/iso20/chain.pem"), chain);
    assertTrue(
        refusal(Profile.ISO20).contains("is not signed by the key of"), refusal(Profile.ISO20));
  }

  /** The root may be in the file; it is not sent. */
  @Test
  void rootInTheChain() throws Exception {
    Path file = pki.resolve("secc/iso20/chain.pem");
    List<X509Certificate> chain = new ArrayList<>(Pem.certificates(file));
    X509Certificate root = Pem.certificates(pki.resolve("secc/iso20/root.pem")).getFirst();
    chain.add(root);
    Pem.writeCertificates(file, chain);
    Files.delete(pki.resolve("secc/iso20/root.pem"));
    Identity identity = PemFolder.forCharger(pki).identity(Profile.ISO20).orElseThrow();
    assertEquals(3, identity.chain().size());
    assertEquals(Optional.of(root), identity.root());
  }

  /** Both sides of both ends of a certificate's time. */
  @Test
  void time() throws Exception {
    Identity identity = PemFolder.forCharger(pki).identity(Profile.ISO2).orElseThrow();
    Instant from = NOW.minus(Duration.ofDays(1));
    Instant until = NOW.plus(Duration.ofDays(3650));
    assertEquals(Optional.empty(), IdentityCheck.validity(identity, from));
    assertEquals(Optional.empty(), IdentityCheck.validity(identity, until));
    assertTrue(
        IdentityCheck.validity(identity, until.plusSeconds(1))
            .orElseThrow()
            .endsWith("expired on " + until));
    assertTrue(
        IdentityCheck.validity(identity, from.minusSeconds(1))
            .orElseThrow()
            .endsWith("is not valid before " + from));
  }

  /** A renewed file changes the version, and so does an OCSP response that came. */
  @Test
  void versionFollowsTheFiles() throws Exception {
    PemFolder folder = PemFolder.forCharger(pki);
    long before = folder.version();
    assertEquals(before, folder.version());
    Files.write(pki.resolve("secc/iso20/ocsp/9-new.der"), new byte[] {1});
    long after = folder.version();
    assertTrue(after != before);
    PkiException broken = assertThrows(PkiException.class, folder::ocsp);
    assertTrue(
        String.valueOf(broken.getMessage())
            .endsWith("9-new.der: expected an OCSP response in DER, this is none"),
        broken.getMessage());
  }
}
