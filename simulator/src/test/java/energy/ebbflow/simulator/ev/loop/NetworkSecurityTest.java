package energy.ebbflow.simulator.ev.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iso15118.pki.Credentials;
import energy.ebbflow.iso15118.pki.DevelopmentPki;
import energy.ebbflow.iso15118.pki.PkiException;
import energy.ebbflow.iso15118.pki.Profile;
import energy.ebbflow.iso15118.sdp.Security;
import energy.ebbflow.iso15118.transport.VehicleLink;
import energy.ebbflow.iso15118.transport.tls.KeyLog;
import energy.ebbflow.simulator.ev.model.EvConfig.Protocols;
import energy.ebbflow.simulator.ev.model.EvConfig.Sae;
import energy.ebbflow.simulator.ev.model.EvConfig.TlsWish;
import energy.ebbflow.simulator.ev.model.EvProtocol;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a vehicle asks for, and what it does with the answer. */
class NetworkSecurityTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before the first test.
  static Path pki;

  @BeforeAll
  static void keys() throws PkiException {
    DevelopmentPki.write(pki, Instant.now(), new SecureRandom());
  }

  private static NetworkSecurity of(TlsWish wish, boolean keys, EvProtocol... spoken) {
    Optional<Credentials> credentials =
        keys ? Optional.of(NetworkCertificate.OWN.in(pki)) : Optional.empty();
    return NetworkSecurity.of(
        new Protocols(List.of(spoken), false, true, wish, false, Sae.OFF, true),
        credentials,
        KeyLog.OFF);
  }

  private static Set<Profile> offered(NetworkSecurity security) {
    return security.tls().map(VehicleLink.Tls::profiles).orElse(Set.of());
  }

  /** TLS 1.3 is of ISO 15118-20, TLS 1.2 of ISO 15118-2; DIN SPEC 70121 has none. */
  @Test
  void versionsFollowTheProtocols() {
    assertEquals(
        Set.of(Profile.ISO20, Profile.ISO2),
        offered(of(TlsWish.WHERE_POSSIBLE, true, EvProtocol.ISO20_DC, EvProtocol.ISO2)));
    assertEquals(
        Set.of(Profile.ISO20), offered(of(TlsWish.WHERE_POSSIBLE, true, EvProtocol.ISO20_AC)));
    assertEquals(
        Set.of(Profile.ISO2),
        offered(of(TlsWish.WHERE_POSSIBLE, true, EvProtocol.ISO2, EvProtocol.DIN)));
    NetworkSecurity din = of(TlsWish.WHERE_POSSIBLE, true, EvProtocol.DIN);
    assertEquals(Security.NONE, din.asked());
    assertEquals(Set.of(), offered(din));
  }

  /** Without keys, or without the wish, the vehicle asks for a plain link. */
  @Test
  void whatIsAskedFor() {
    assertEquals(Security.TLS, of(TlsWish.WHERE_POSSIBLE, true, EvProtocol.ISO2).asked());
    assertEquals(Security.NONE, of(TlsWish.WHERE_POSSIBLE, false, EvProtocol.ISO2).asked());
    assertEquals(Security.NONE, of(TlsWish.NEVER, true, EvProtocol.ISO2).asked());
    assertEquals(Security.TLS, of(TlsWish.ALWAYS, true, EvProtocol.ISO2).asked());
  }

  /** An answer that the vehicle cannot use, or does not want, ends the attempt with words. */
  @Test
  void whatIsAccepted() {
    NetworkSecurity possible = of(TlsWish.WHERE_POSSIBLE, true, EvProtocol.ISO2);
    assertEquals(Optional.empty(), possible.objection(Security.TLS));
    assertEquals(Optional.empty(), possible.objection(Security.NONE));
    assertTrue(possible.plainAfterFailure());
    NetworkSecurity always = of(TlsWish.ALWAYS, true, EvProtocol.ISO2);
    assertTrue(always.objection(Security.NONE).orElseThrow().contains("has no TLS"));
    assertFalse(always.plainAfterFailure());
    NetworkSecurity bare = of(TlsWish.WHERE_POSSIBLE, false, EvProtocol.ISO2);
    assertTrue(bare.objection(Security.TLS).orElseThrow().contains("no certificates"));
    assertFalse(of(TlsWish.NEVER, true, EvProtocol.ISO2).plainAfterFailure());
  }

  /** Each wrong certificate can be had, and is another than the vehicle's own. */
  @Test
  void certificates() throws PkiException {
    var own = NetworkCertificate.OWN.in(pki).identity(Profile.ISO20).orElseThrow();
    for (NetworkCertificate kind :
        List.of(
            NetworkCertificate.EXPIRED, NetworkCertificate.FOREIGN, NetworkCertificate.REVOKED)) {
      var shown = kind.in(pki).identity(Profile.ISO20).orElseThrow();
      assertFalse(shown.leaf().equals(own.leaf()), kind.name());
      assertEquals(
          NetworkCertificate.OWN.in(pki).trustAnchors(Profile.ISO20),
          kind.in(pki).trustAnchors(Profile.ISO20));
    }
    assertTrue(NetworkCertificate.NONE.in(pki).identities(Profile.ISO20).isEmpty());
  }
}
