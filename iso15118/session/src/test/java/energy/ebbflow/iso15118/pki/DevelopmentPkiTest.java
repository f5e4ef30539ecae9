package energy.ebbflow.iso15118.pki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevelopmentPkiTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  @TempDir Path folder;

  /** Every chain the bench needs ends in the other side's root, by a validator that is not ours. */
  @Test
  void everyChainValidates() throws Exception {
    DevelopmentPki.write(folder, NOW, new SecureRandom());
    for (Profile profile : Profile.values()) {
      validate(PemFolder.forCharger(folder), PemFolder.forVehicle(folder), profile);
      validate(PemFolder.forVehicle(folder), PemFolder.forCharger(folder), profile);
    }
  }

  /** ISO 15118-20 wants P-521, ISO 15118-2 P-256; the two chains share nothing. */
  @Test
  void curvesAreThoseOfTheStandards() throws Exception {
    DevelopmentPki.write(folder, NOW, new SecureRandom());
    PemFolder charger = PemFolder.forCharger(folder);
    assertEquals(521, bits(charger.identity(Profile.ISO20).orElseThrow()));
    assertEquals(256, bits(charger.identity(Profile.ISO2).orElseThrow()));
  }

  /** Vehicles look for CPO in a charger's certificate (RISE-V2G refuses one without). */
  @Test
  void leavesNameTheirDomain() throws Exception {
    DevelopmentPki.write(folder, NOW, new SecureRandom());
    PemFolder charger = PemFolder.forCharger(folder);
    PemFolder vehicle = PemFolder.forVehicle(folder);
    for (Profile profile : Profile.values()) {
      assertTrue(subject(charger.identity(profile).orElseThrow()).contains("DC=CPO"));
      assertTrue(subject(vehicle.identity(profile).orElseThrow()).contains("DC=OEM"));
    }
  }

  private static String subject(Identity identity) {
    return identity.chain().getFirst().getSubjectX500Principal().getName();
  }

  /** A private key is readable by its owner only. */
  @Test
  void keysAreSecret() throws Exception {
    DevelopmentPki.write(folder, NOW, new SecureRandom());
    assertEquals(
        PosixFilePermissions.fromString("rw-------"),
        Files.getPosixFilePermissions(folder.resolve("secc/iso20/key.pem")));
  }

  /** The error names the file and what was expected in it. */
  @Test
  void brokenFilesAreNamed() throws Exception {
    DevelopmentPki.write(folder, NOW, new SecureRandom());
    Path chain = folder.resolve("secc/iso20/chain.pem");
    Files.writeString(chain, "no certificate\n");
    PkiException broken =
        assertThrows(
            PkiException.class, () -> PemFolder.forCharger(folder).identity(Profile.ISO20));
    assertEquals(chain + ": expected at least one CERTIFICATE, none found", broken.getMessage());
  }

  /** A side without a certificate is not an error: the caller decides what that means. */
  @Test
  void emptyFolderHasNoIdentity() throws Exception {
    assertTrue(PemFolder.forVehicle(folder).identity(Profile.ISO20).isEmpty());
    assertTrue(PemFolder.forVehicle(folder).trustAnchors(Profile.ISO20).isEmpty());
  }

  /** Nothing of a key is ever printed. */
  @Test
  void identityPrintsNoKey() throws Exception {
    DevelopmentPki.write(folder, NOW, new SecureRandom());
    Identity identity = PemFolder.forCharger(folder).identity(Profile.ISO20).orElseThrow();
    assertFalse(identity.toString().contains(identity.key().toString()));
  }

  private static int bits(Identity identity) {
    return ((java.security.interfaces.ECPublicKey) identity.chain().getFirst().getPublicKey())
        .getParams()
        .getCurve()
        .getField()
        .getFieldSize();
  }

  private static void validate(Credentials shown, Credentials trusting, Profile profile)
      throws Exception {
    List<X509Certificate> chain = shown.identity(profile).orElseThrow().chain();
    assertEquals(3, chain.size());
    Set<TrustAnchor> anchors =
        trusting.trustAnchors(profile).stream()
            .map(root -> new TrustAnchor(root, null))
            .collect(java.util.stream.Collectors.toSet());
    PKIXParameters parameters = new PKIXParameters(anchors);
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(NOW));
    CertPathValidator.getInstance("PKIX")
        .validate(
            CertificateFactory.getInstance("X.509", new BouncyCastleProvider())
                .generateCertPath(chain),
            parameters);
  }
}
