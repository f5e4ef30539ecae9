package energy.ebbflow.simulator.ev.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iso15118.pki.DevelopmentPki;
import energy.ebbflow.iso15118.pki.PemFolder;
import energy.ebbflow.iso15118.pki.PkiException;
import energy.ebbflow.iso15118.pki.Profile;
import energy.ebbflow.iso15118.transport.FrameTap;
import energy.ebbflow.iso15118.transport.SeccServer;
import energy.ebbflow.iso15118.transport.SeccServerConfig;
import energy.ebbflow.iso15118.transport.SeccServerConfig.TlsPolicy;
import energy.ebbflow.iso15118.transport.TransportException;
import energy.ebbflow.iso15118.transport.tls.KeyLog;
import energy.ebbflow.simulator.ev.model.EvConfig.TlsWish;
import energy.ebbflow.simulator.ev.model.EvInput;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The vehicle's way to a link on real sockets, and its ways around TLS. */
@Timeout(120)
class NetworkTest {
  private static final long PATIENCE_SECONDS = 30;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before the first test.
  static Path pki;

  private final LinkedBlockingQueue<EvInput> inputs = new LinkedBlockingQueue<>();
  private final LinkedBlockingQueue<String> log = new LinkedBlockingQueue<>();

  @BeforeAll
  static void keys() throws PkiException {
    DevelopmentPki.write(pki, Instant.now(), new SecureRandom());
  }

  private static SeccServer charger(TlsPolicy policy, PemFolder shown) throws TransportException {
    return SeccServer.start(
        new SeccServerConfig(Optional.empty(), policy, true, 0, 0, 0),
        Optional.of(shown),
        (link, input) -> true,
        FrameTap.none());
  }

  private Network vehicle(
      SeccServer charger, NetworkCertificate shown, Profile profile, TlsWish wish) {
    NetworkSecurity security =
        new NetworkSecurity(Optional.of(shown.in(pki)), Set.of(profile), wish, KeyLog.OFF);
    return new Network(
        new Network.Settings(Optional.empty(), security, charger.sdpPort().orElseThrow()),
        inputs::add,
        log::add);
  }

  private EvInput next() throws InterruptedException {
    EvInput input = inputs.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (input == null) {
      throw new AssertionError("nothing came within " + PATIENCE_SECONDS + " s");
    }
    return input;
  }

  private EvInput connect(Network vehicle) throws InterruptedException {
    vehicle.discover();
    assertInstanceOf(EvInput.Found.class, next());
    vehicle.connect();
    return next();
  }

  /** The ordinary case, in both versions. */
  @ParameterizedTest
  @EnumSource(Profile.class)
  void ordinary(Profile profile) throws Exception {
    try (SeccServer charger = charger(TlsPolicy.OPTIONAL, PemFolder.forCharger(pki));
        Network vehicle =
            vehicle(charger, NetworkCertificate.OWN, profile, TlsWish.WHERE_POSSIBLE)) {
      assertEquals(new EvInput.LinkUp(true), connect(vehicle));
      String said = String.valueOf(log.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
      assertTrue(said.endsWith(", 3 OCSP responses"), said);
    }
  }

  /** A charger the vehicle cannot trust: it asks for plain TCP where its user wants to charge. */
  @Test
  void plainInsteadOfAForeignCharger() throws Exception {
    try (SeccServer charger =
            charger(TlsPolicy.OPTIONAL, PemFolder.forMisfitCharger(pki, "foreign"));
        Network vehicle =
            vehicle(charger, NetworkCertificate.OWN, Profile.ISO2, TlsWish.WHERE_POSSIBLE)) {
      assertEquals(new EvInput.LinkUp(false), connect(vehicle));
      String said = String.valueOf(log.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
      assertTrue(said.contains("unknown_ca"), said);
    }
  }

  /** Where the vehicle insists on TLS, or the charger does, there is no link. */
  @Test
  void noLinkWhereOneOfThemInsists() throws Exception {
    for (TlsPolicy policy : new TlsPolicy[] {TlsPolicy.OPTIONAL, TlsPolicy.REQUIRED}) {
      TlsWish wish = policy == TlsPolicy.REQUIRED ? TlsWish.WHERE_POSSIBLE : TlsWish.ALWAYS;
      try (SeccServer charger = charger(policy, PemFolder.forMisfitCharger(pki, "foreign"));
          Network vehicle = vehicle(charger, NetworkCertificate.OWN, Profile.ISO2, wish)) {
        EvInput.LinkDown down = assertInstanceOf(EvInput.LinkDown.class, connect(vehicle));
        assertTrue(down.reason().contains("unknown_ca"), down.reason());
      }
    }
  }

  /**
   * TLS 1.3: the charger's refusal comes when the vehicle believes the link is up. The next attempt
   * is without TLS.
   */
  @ParameterizedTest
  @EnumSource(
      value = NetworkCertificate.class,
      names = {"EXPIRED", "FOREIGN", "REVOKED", "NONE"})
  void refusedVehicleComesBackPlain(NetworkCertificate shown) throws Exception {
    try (SeccServer charger = charger(TlsPolicy.OPTIONAL, PemFolder.forCharger(pki));
        Network vehicle = vehicle(charger, shown, Profile.ISO20, TlsWish.WHERE_POSSIBLE)) {
      EvInput first = connect(vehicle);
      // Which of the two comes first is a matter of threads.
      EvInput second = next();
      EvInput.LinkDown down =
          assertInstanceOf(
              EvInput.LinkDown.class, first instanceof EvInput.LinkUp ? second : first);
      assertTrue(
          down.reason().startsWith("the peer sent the alert certificate_")
              || down.reason().equals("the peer sent the alert unknown_ca"),
          down.reason());
      assertEquals(new EvInput.LinkUp(false), connect(vehicle));
    }
  }
}
