package energy.ebbflow.iso15118.transport.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iso15118.pki.Credentials;
import energy.ebbflow.iso15118.pki.DevelopmentPki;
import energy.ebbflow.iso15118.pki.Identity;
import energy.ebbflow.iso15118.pki.KeyKind;
import energy.ebbflow.iso15118.pki.OcspSource;
import energy.ebbflow.iso15118.pki.PemFolder;
import energy.ebbflow.iso15118.pki.Profile;
import energy.ebbflow.iso15118.transport.TransportException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Vector;
import org.bouncycastle.tls.CertificateStatusRequest;
import org.bouncycastle.tls.CertificateStatusRequestItemV2;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.crypto.TlsCrypto;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole handshakes of both sides in memory: which chain is shown, what is stapled, who goes. */
class HandshakeTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final TlsCrypto CRYPTO = new BcTlsCrypto(new SecureRandom());

  @TempDir static Path pki;

  @BeforeAll
  static void keys() throws Exception {
    DevelopmentPki.write(pki, NOW, new SecureRandom());
  }

  private static Material charger() throws Exception {
    return Material.read(PemFolder.forCharger(pki));
  }

  private static Material vehicle() throws Exception {
    return Material.read(PemFolder.forVehicle(pki));
  }

  private static ChargerPeer charger(Material material) {
    return new ChargerPeer(CRYPTO, material, true, NOW);
  }

  private static VehiclePeer vehicle(Material material, Profile... profiles) {
    Set<Profile> offered = EnumSet.copyOf(List.of(profiles));
    return new VehiclePeer(CRYPTO, material, offered, Suite.codes(offered), NOW);
  }

  private static Material only(Material material, Profile profile, KeyKind kind) {
    return new Material(
        Map.of(
            profile,
            material.all(profile).stream()
                .filter(each -> KeyKind.of(each.leaf().getPublicKey()).equals(Optional.of(kind)))
                .toList()),
        material.peers(),
        material.ocsp());
  }

  /** A vehicle that knows the roots of some chargers only. */
  private static Material knowing(Material vehicle, String root) {
    List<X509Certificate> anchors =
        vehicle.peers().anchors().stream()
            .filter(each -> each.getSubjectX500Principal().getName().endsWith(root))
            .toList();
    assertEquals(1, anchors.size(), root);
    return new Material(vehicle.identities(), new PeerCheck(anchors, List.of()), vehicle.ocsp());
  }

  private static String shown(VehiclePeer vehicle) {
    return vehicle.chargerChain().getFirst().getSubjectX500Principal().getName();
  }

  /** ISO 15118-20: both sides with a chain of each kind; every staple comes, every one is good. */
  @ParameterizedTest
  @EnumSource(KeyKind.class)
  void bothSidesInEachKindOfKey(KeyKind kind) throws Exception {
    ChargerPeer charger = charger(only(charger(), Profile.ISO20, kind));
    VehiclePeer vehicle = vehicle(only(vehicle(), Profile.ISO20, kind), Profile.ISO20);
    assertTrue(TlsWarmUp.shakeHands(charger, vehicle));
    assertEquals("TLSv1.3 TLS_AES_256_GCM_SHA384", charger.summary());
    assertEquals(charger.summary(), vehicle.summary());
    assertTrue(charger.peerVerified());
    assertTrue(vehicle.peerVerified());
    assertEquals(3, vehicle.staples());
  }

  /** A charger has one kind of key and the vehicle another: each verifies the other's. */
  @Test
  void kindsMayDiffer() throws Exception {
    ChargerPeer charger = charger(only(charger(), Profile.ISO20, KeyKind.SECP521R1));
    VehiclePeer vehicle = vehicle(only(vehicle(), Profile.ISO20, KeyKind.ED448), Profile.ISO20);
    assertTrue(TlsWarmUp.shakeHands(charger, vehicle));
    assertTrue(charger.peerVerified());
  }

  /** ISO 15118-2: the charger's certificate alone, and its staple; the vehicle shows nothing. */
  @Test
  void tls12() throws Exception {
    ChargerPeer charger = charger(charger());
    VehiclePeer vehicle = vehicle(vehicle(), Profile.ISO2);
    assertTrue(TlsWarmUp.shakeHands(charger, vehicle));
    assertEquals("TLSv1.2 TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256", vehicle.summary());
    assertFalse(charger.peerVerified());
    assertEquals(3, vehicle.staples(), "status_request_v2 asks for the whole chain");
  }

  /** RFC 6066: a vehicle that knows the older extension only gets the leaf's response. */
  @Test
  void olderStatusRequestIsForTheLeaf() throws Exception {
    VehiclePeer vehicle =
        new VehiclePeer(
            CRYPTO, vehicle(), Set.of(Profile.ISO2), Suite.codes(Set.of(Profile.ISO2)), NOW) {
          @Override
          @SuppressWarnings("NullAway") // The provider's own word for "do not ask".
          protected Vector<CertificateStatusRequestItemV2> getMultiCertStatusRequest() {
            return null;
          }
        };
    assertTrue(TlsWarmUp.shakeHands(charger(charger()), vehicle));
    assertEquals(1, vehicle.staples());
  }

  /** Who does not ask gets none, in either version. */
  @ParameterizedTest
  @EnumSource(Profile.class)
  void withoutRequestNothingIsStapled(Profile profile) throws Exception {
    VehiclePeer vehicle =
        new VehiclePeer(CRYPTO, vehicle(), Set.of(profile), Suite.codes(Set.of(profile)), NOW) {
          @Override
          @SuppressWarnings("NullAway") // The provider's own word for "do not ask".
          protected Vector<CertificateStatusRequestItemV2> getMultiCertStatusRequest() {
            return null;
          }

          @Override
          @SuppressWarnings("NullAway") // The provider's own word for "do not ask".
          protected CertificateStatusRequest getCertificateStatusRequest() {
            return null;
          }
        };
    assertTrue(TlsWarmUp.shakeHands(charger(charger()), vehicle));
    assertEquals(0, vehicle.staples());
  }

  /** [V2G2-602]: the suite with the key of the certificate, for a vehicle that has no other. */
  @Test
  void staticKeyAgreement() throws Exception {
    ChargerPeer charger = charger(charger());
    VehiclePeer vehicle =
        new VehiclePeer(
            CRYPTO,
            vehicle(),
            Set.of(Profile.ISO2),
            new int[] {CipherSuite.TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA256},
            NOW);
    assertTrue(TlsWarmUp.shakeHands(charger, vehicle));
    assertEquals("TLSv1.2 TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA256", charger.summary());
  }

  /** [V2G20-1856]: the second suite is taken where the vehicle has no other. */
  @Test
  void secondSuiteOfTls13() throws Exception {
    VehiclePeer vehicle =
        new VehiclePeer(
            CRYPTO,
            vehicle(),
            Set.of(Profile.ISO20),
            new int[] {CipherSuite.TLS_CHACHA20_POLY1305_SHA256},
            NOW);
    assertTrue(TlsWarmUp.shakeHands(charger(charger()), vehicle));
    assertEquals("TLSv1.3 TLS_CHACHA20_POLY1305_SHA256", vehicle.summary());
  }

  /** A vehicle that offers both versions gets the newer; one that has only the older, that. */
  @Test
  void newestVersionThatBothHave() throws Exception {
    VehiclePeer both = vehicle(vehicle(), Profile.ISO20, Profile.ISO2);
    assertTrue(TlsWarmUp.shakeHands(charger(charger()), both));
    assertTrue(both.summary().startsWith("TLSv1.3"));
    VehiclePeer again = vehicle(vehicle(), Profile.ISO20, Profile.ISO2);
    Material only2 = only(charger(), Profile.ISO2, KeyKind.SECP256R1);
    assertTrue(TlsWarmUp.shakeHands(charger(only2), again));
    assertTrue(again.summary().startsWith("TLSv1.2"));
  }

  /** trusted_ca_keys (RFC 6066 6): of two chains the one whose root the vehicle knows. */
  @Test
  void rootThatAnOlderVehicleKnows() throws Exception {
    for (String chain : List.of("iso2", "iso2-second")) {
      VehiclePeer vehicle = vehicle(knowing(vehicle(), "V2G root " + chain), Profile.ISO2);
      assertTrue(TlsWarmUp.shakeHands(charger(charger()), vehicle));
      assertTrue(shown(vehicle).endsWith("SECC " + chain), shown(vehicle));
    }
  }

  /** certificate_authorities (RFC 8446 4.2.4) does the same in TLS 1.3. */
  @Test
  void rootThatANewerVehicleKnows() throws Exception {
    for (String chain : List.of("iso20", "iso20-ed448", "iso20-p256")) {
      VehiclePeer vehicle = vehicle(knowing(vehicle(), "V2G root " + chain), Profile.ISO20);
      assertTrue(TlsWarmUp.shakeHands(charger(charger()), vehicle));
      assertTrue(shown(vehicle).endsWith("SECC " + chain), shown(vehicle));
    }
  }

  private static Material misfit(String misfit) throws Exception {
    return Material.read(PemFolder.forMisfit(pki, misfit));
  }

  private static String refusal(ChargerPeer charger, VehiclePeer vehicle) {
    TlsFatalAlert alert =
        assertThrows(TlsFatalAlert.class, () -> TlsWarmUp.shakeHands(charger, vehicle));
    return TlsFailure.describe(alert);
  }

  /** Each wrong certificate of a vehicle has its own alert and its own words. */
  @Test
  void wrongVehicles() throws Exception {
    String expired = refusal(charger(charger()), vehicle(misfit("expired"), Profile.ISO20));
    assertTrue(expired.startsWith("certificate_expired: "), expired);
    assertTrue(expired.contains("Expired vehicle iso20"), expired);
    String foreign = refusal(charger(charger()), vehicle(misfit("foreign"), Profile.ISO20));
    assertTrue(foreign.startsWith("unknown_ca: none of our 4 roots is DC=V2G,C=DE"), foreign);
    String revoked = refusal(charger(charger()), vehicle(misfit("revoked"), Profile.ISO20));
    assertTrue(revoked.startsWith("certificate_revoked: "), revoked);
  }

  /** And each wrong certificate of a charger, seen by the vehicle. */
  @Test
  void wrongChargers() throws Exception {
    for (Profile profile : Profile.values()) {
      Material foreign = Material.read(PemFolder.forMisfitCharger(pki, "foreign"));
      String unknown = refusal(charger(foreign), vehicle(vehicle(), profile));
      assertTrue(unknown.startsWith("unknown_ca: "), unknown);
      Material revoked = Material.read(PemFolder.forMisfitCharger(pki, "revoked"));
      String staple = refusal(charger(revoked), vehicle(vehicle(), profile));
      assertTrue(staple.startsWith("certificate_revoked: its OCSP response"), staple);
    }
  }

  /** A charger does not show a chain that has expired: it says so, to the log and the vehicle. */
  @Test
  void expiredChainIsNotShown() throws Exception {
    Credentials expired = PemFolder.forMisfitCharger(pki, "expired");
    TransportException nothing =
        assertThrows(
            TransportException.class, () -> ChargerTls.of(expired, true, new SecureRandom()));
    String message = String.valueOf(nothing.getMessage());
    assertTrue(message.startsWith("TLS is on, but no certificate of the charger is valid now: "));
    assertTrue(message.contains("Expired SECC iso2 "), message);
    assertTrue(message.contains("Expired SECC iso20 "), message);
    String refused = refusal(charger(Material.read(expired)), vehicle(vehicle(), Profile.ISO20));
    assertTrue(
        refused.startsWith(
            "protocol_version: the vehicle offers TLSv1.3, our certificates allow"
                + " nothing (certificate"),
        refused);
  }

  /** A response is stapled within its time only: both sides of nextUpdate. */
  @Test
  void stapleIsNeverTooOld() throws Exception {
    OcspSource source = PemFolder.forCharger(pki).ocsp();
    Identity iso20 = PemFolder.forCharger(pki).identity(Profile.ISO20).orElseThrow();
    Instant end = NOW.plus(Duration.ofDays(3650));
    assertEquals(3, present(iso20, source, end));
    assertEquals(0, present(iso20, source, end.plusSeconds(1)));
    Instant begin = NOW.minus(Duration.ofDays(1));
    assertEquals(3, present(iso20, source, begin));
    assertEquals(0, present(iso20, source, begin.minusSeconds(1)));
  }

  private static long present(Identity identity, OcspSource source, Instant at) {
    return Chains.staples(identity, source, at).stream().filter(Optional::isPresent).count();
  }

  /** What the vehicle cannot verify at all: said with what it offers. */
  @Test
  void noCommonSignature() throws Exception {
    VehiclePeer vehicle =
        new VehiclePeer(
            CRYPTO, vehicle(), Set.of(Profile.ISO20), Suite.codes(Set.of(Profile.ISO20)), NOW) {
          @Override
          protected Vector<?> getSupportedSignatureAlgorithms() {
            Vector<Object> one = new Vector<>();
            one.add(Signatures.all().get(2));
            return one;
          }
        };
    assertEquals(
        "handshake_failure: the vehicle can verify none of our chains; it offers"
            + " [ecdsa_secp384r1_sha384]",
        refusal(charger(charger()), vehicle));
  }
}
