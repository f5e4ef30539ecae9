package energy.ebbflow.iso15118.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iso15118.pki.Credentials;
import energy.ebbflow.iso15118.pki.DevelopmentPki;
import energy.ebbflow.iso15118.pki.PemFolder;
import energy.ebbflow.iso15118.pki.Profile;
import energy.ebbflow.iso15118.secc.SeccInput;
import energy.ebbflow.iso15118.transport.SeccServerConfig.TlsPolicy;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** TLS on real sockets: wrong vehicles, wrong chargers and crowds. */
@Timeout(120)
class TlsLinkTest {
  @TempDir static Path pki;

  private final List<AutoCloseable> open = new ArrayList<>();
  private final ChargerSide charger = new ChargerSide();

  @BeforeAll
  static void keys() throws Exception {
    DevelopmentPki.write(pki, Instant.now(), new SecureRandom());
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable closeable : open.reversed()) {
      closeable.close();
    }
  }

  private SeccServer server(TlsPolicy policy, Credentials credentials) throws Exception {
    SeccServer server =
        SeccServer.start(
            new SeccServerConfig(Optional.empty(), policy, true, 0, 0, 0),
            Optional.of(credentials),
            charger,
            charger);
    open.add(server);
    return server;
  }

  private VehicleLink connect(SeccServer server, VehicleLink.Tls tls, VehicleSide side)
      throws TransportException {
    VehicleLink link =
        VehicleLink.connect(
            new InetSocketAddress(server.address(), server.tlsPort().orElseThrow()),
            Optional.of(tls),
            side,
            FrameTap.none());
    open.add(link);
    return link;
  }

  private void honestVehicleIsServed(SeccServer server, Profile profile) throws Exception {
    VehicleSide honest = new VehicleSide();
    VehicleLink link =
        connect(server, new VehicleLink.Tls(PemFolder.forVehicle(pki), profile), honest);
    link.send(VehicleSide.SAP);
    assertTrue(charger.next(SeccInput.LinkUp.class).tls());
    charger.next().link().send(VehicleSide.SAP_OK);
    assertEquals(VehicleSide.SAP_OK, ChargerSide.take(honest.received, "the SAP response"));
  }

  /** A vehicle of both standards asks once for both; the charger takes the newer. */
  @Test
  void vehicleOfBothStandards() throws Exception {
    SeccServer server = server(TlsPolicy.REQUIRED, PemFolder.forCharger(pki));
    VehicleLink link =
        connect(
            server,
            new VehicleLink.Tls(PemFolder.forVehicle(pki), Set.of(Profile.ISO2, Profile.ISO20)),
            new VehicleSide());
    assertEquals("TLSv1.3 TLS_AES_256_GCM_SHA384", link.summary());
    assertEquals(3, link.staples());
  }

  /** What the vehicle hears, what the log says, and the next vehicle. */
  @ParameterizedTest
  @CsvSource({
    "expired, certificate_expired, certificate_expired",
    "foreign, unknown_ca, unknown_ca",
    "revoked, certificate_revoked, certificate_revoked"
  })
  void wrongVehicle(String misfit, String heard, String logged) throws Exception {
    SeccServer server = server(TlsPolicy.REQUIRED, PemFolder.forCharger(pki));
    VehicleSide wrong = new VehicleSide();
    connect(server, new VehicleLink.Tls(PemFolder.forMisfit(pki, misfit), Profile.ISO20), wrong);
    assertEquals("the peer sent the alert " + heard, ChargerSide.take(wrong.closed, "the refusal"));
    String refusal = ChargerSide.take(charger.refusals, "a refusal");
    assertTrue(refusal.startsWith("TLS handshake failed: " + logged + ": "), refusal);
    honestVehicleIsServed(server, Profile.ISO20);
  }

  /** A vehicle without any certificate is no worse off in ISO 15118-2: it needs none there. */
  @Test
  void anonymousVehicle() throws Exception {
    SeccServer server = server(TlsPolicy.REQUIRED, PemFolder.forCharger(pki));
    Credentials nothing = PemFolder.forAnonymousVehicle(pki);
    VehicleSide refused = new VehicleSide();
    connect(server, new VehicleLink.Tls(nothing, Profile.ISO20), refused);
    assertEquals(
        "the peer sent the alert certificate_required",
        ChargerSide.take(refused.closed, "the refusal"));
    VehicleLink served =
        connect(server, new VehicleLink.Tls(nothing, Profile.ISO2), new VehicleSide());
    assertTrue(served.summary().startsWith("TLSv1.2"));
  }

  /** A charger of another root, or whose certificate was taken back, is left by the vehicle. */
  @ParameterizedTest
  @CsvSource({"foreign, ISO2", "foreign, ISO20", "revoked, ISO2", "revoked, ISO20"})
  void wrongCharger(String misfit, Profile profile) throws Exception {
    SeccServer server = server(TlsPolicy.REQUIRED, PemFolder.forMisfitCharger(pki, misfit));
    VehicleLink.Tls tls = new VehicleLink.Tls(PemFolder.forVehicle(pki), profile);
    TransportException left =
        assertThrows(TransportException.class, () -> connect(server, tls, new VehicleSide()));
    assertTrue(String.valueOf(left.getMessage()).contains("TLS handshake with"));
    assertTrue(ChargerSide.take(charger.refusals, "a refusal").contains("the peer sent the alert"));
  }

  /**
   * Two hundred connections that begin a handshake and go no further do not keep an honest vehicle
   * out: the oldest of a bounded line gives way.
   */
  @ParameterizedTest
  @EnumSource(Profile.class)
  void crowdInTheHandshake(Profile profile) throws Exception {
    SeccServer server = server(TlsPolicy.REQUIRED, PemFolder.forCharger(pki));
    byte[] begun = HexFormat.of().parseHex("16030100c8010000c40303");
    List<Socket> crowd = new ArrayList<>();
    try {
      for (int i = 0; i < 200; i++) {
        Socket socket = new Socket(server.address(), server.tlsPort().orElseThrow());
        crowd.add(socket);
        socket.getOutputStream().write(begun);
      }
      honestVehicleIsServed(server, profile);
      assertTrue(charger.refusals.size() >= 200 - TransportLimits.MAX_PENDING_CONNECTIONS);
    } finally {
      for (Socket socket : crowd) {
        socket.close();
      }
    }
  }

  /**
   * Where every chain has expired TLS cannot be offered; where it is optional nothing else stops.
   */
  @Test
  void expiredCharger() throws Exception {
    Credentials expired = PemFolder.forMisfitCharger(pki, "expired");
    TransportException refused =
        assertThrows(TransportException.class, () -> server(TlsPolicy.REQUIRED, expired));
    assertTrue(String.valueOf(refused.getMessage()).contains("expired on"), refused.getMessage());
    SeccServer plain = server(TlsPolicy.OPTIONAL, expired);
    assertTrue(plain.tlsPort().isEmpty());
    assertTrue(plain.tcpPort().isPresent());
    assertEquals(
        energy.ebbflow.iso15118.sdp.Security.NONE,
        SdpClient.discover(
                Optional.empty(),
                plain.sdpPort().orElseThrow(),
                energy.ebbflow.iso15118.sdp.Security.TLS,
                20)
            .orElseThrow()
            .security());
  }
}
