package energy.ebbflow.iso15118.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.session.SessionSetupRequest;
import energy.ebbflow.iso15118.message.iso20.session.SessionSetupResponse;
import energy.ebbflow.iso15118.pki.DevelopmentPki;
import energy.ebbflow.iso15118.pki.PemFolder;
import energy.ebbflow.iso15118.pki.Profile;
import energy.ebbflow.iso15118.sdp.SdpResponse;
import energy.ebbflow.iso15118.sdp.Security;
import energy.ebbflow.iso15118.secc.SeccInput;
import energy.ebbflow.iso15118.transport.FrameTap.Direction;
import energy.ebbflow.iso15118.transport.FrameTap.Frame;
import energy.ebbflow.iso15118.transport.SeccServerConfig.TlsPolicy;
import energy.ebbflow.iso15118.v2gtp.PayloadType;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The charger's server and the vehicle's client on real sockets, on {@code ::1}. */
@Timeout(60)
class SeccServerTest {
  @TempDir static Path pki;

  private final List<AutoCloseable> open = new ArrayList<>();
  private final ChargerSide charger = new ChargerSide();
  private final VehicleSide vehicle = new VehicleSide();

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

  private SeccServer server(TlsPolicy tls) throws TransportException {
    SeccServer server =
        SeccServer.start(
            new SeccServerConfig(Optional.empty(), tls, true, 0, 0, 0),
            Optional.of(PemFolder.forCharger(pki)),
            charger,
            charger);
    open.add(server);
    return server;
  }

  private VehicleLink connect(SeccServer server, Optional<VehicleLink.Tls> tls, VehicleSide side)
      throws TransportException {
    int port = (tls.isPresent() ? server.tlsPort() : server.tcpPort()).orElseThrow();
    VehicleLink link =
        VehicleLink.connect(
            new InetSocketAddress(server.address(), port), tls, side, FrameTap.none());
    open.add(link);
    return link;
  }

  private static Optional<VehicleLink.Tls> tls(Profile profile) {
    return Optional.of(new VehicleLink.Tls(PemFolder.forVehicle(pki), profile));
  }

  /** SDP names the port that was asked for, or the only one there is. */
  @ParameterizedTest
  @CsvSource({
    "OFF,NONE,NONE",
    "OFF,TLS,NONE",
    "OPTIONAL,NONE,NONE",
    "OPTIONAL,TLS,TLS",
    "REQUIRED,NONE,TLS",
    "REQUIRED,TLS,TLS"
  })
  void discoveryNamesThePort(TlsPolicy policy, Security wanted, Security answered)
      throws Exception {
    SeccServer server = server(policy);
    SdpResponse answer =
        SdpClient.discover(Optional.empty(), server.sdpPort().orElseThrow(), wanted, 20)
            .orElseThrow();
    assertEquals(answered, answer.security());
    assertEquals(server.address(), answer.address());
    assertEquals(
        (answered == Security.TLS ? server.tlsPort() : server.tcpPort()).orElseThrow(),
        answer.port());
  }

  /** Vehicles refuse a port outside 49152 to 65535 (ISO 15118-2 Table 14). */
  @Test
  void portsAreThoseOfTheStandard() throws Exception {
    for (int i = 0; i < 5; i++) {
      SeccServer server = server(TlsPolicy.OPTIONAL);
      assertTrue(server.tcpPort().orElseThrow() >= 49_152);
      assertTrue(server.tlsPort().orElseThrow() >= 49_152);
      assertTrue(server.tcpPort().getAsInt() != server.tlsPort().getAsInt());
    }
  }

  /** A charger that does not want to be found is not; it can change its mind. */
  @Test
  void discoveryCanBeSilent() throws Exception {
    SeccServer server = server(TlsPolicy.OFF);
    int port = server.sdpPort().orElseThrow();
    server.discoverable(false);
    assertEquals(Optional.empty(), SdpClient.discover(Optional.empty(), port, Security.NONE, 1));
    server.discoverable(true);
    assertTrue(SdpClient.discover(Optional.empty(), port, Security.NONE, 20).isPresent());
  }

  /** A request goes up, its response goes down, each in the payload type of its set. */
  @Test
  void messagesPassInBothDirections() throws Exception {
    SeccServer server = server(TlsPolicy.OFF);
    VehicleLink link = connect(server, Optional.empty(), vehicle);
    link.send(VehicleSide.SAP);
    assertEquals(new SeccInput.LinkUp(false, false), charger.next(SeccInput.LinkUp.class));
    ChargerSide.Heard heard = charger.next();
    assertEquals(new SeccInput.Request(VehicleSide.SAP), heard.input());
    heard.link().send(VehicleSide.SAP_OK);
    assertEquals(VehicleSide.SAP_OK, ChargerSide.take(vehicle.received, "the SAP response"));

    MessageHeader header =
        new MessageHeader(Octets.of(new byte[8]), 1_780_000_000L, Optional.empty());
    SessionSetupRequest setup = new SessionSetupRequest(header, "EVCC");
    link.send(setup);
    assertEquals(new SeccInput.Request(setup), charger.next().input());
    SessionSetupResponse response =
        new SessionSetupResponse(header, ResponseCode.OK_NEW_SESSION_ESTABLISHED, "DE*EBB*E1");
    heard.link().send(response);
    assertEquals(response, ChargerSide.take(vehicle.received, "the setup response"));

    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      frames.add(ChargerSide.take(charger.frames, "a frame"));
    }
    assertEquals(
        List.of(
            PayloadType.SAP_OR_ISO2,
            PayloadType.SAP_OR_ISO2,
            PayloadType.ISO20_MAIN,
            PayloadType.ISO20_MAIN),
        frames.stream().map(Frame::type).toList());
    assertEquals(
        List.of(
            Direction.EV_TO_EVSE, Direction.EVSE_TO_EV, Direction.EV_TO_EVSE, Direction.EVSE_TO_EV),
        frames.stream().map(Frame::direction).toList());
    assertTrue(frames.get(0).responseNanos().isEmpty());
    assertTrue(frames.get(3).responseNanos().orElseThrow() > 0);
    assertEquals("SessionSetupRes", Sets.name(frames.get(3).message().orElseThrow()));

    heard.link().close("done");
    assertEquals("done", charger.next(SeccInput.LinkDown.class).reason());
    assertEquals("the charger closed the connection", ChargerSide.take(vehicle.closed, "the end"));
  }

  /** ISO 15118-20: TLS 1.3, both sides with certificates of secp521r1. */
  @Test
  void mutualTls() throws Exception {
    SeccServer server = server(TlsPolicy.REQUIRED);
    VehicleLink link = connect(server, tls(Profile.ISO20), vehicle);
    assertEquals("TLSv1.3 TLS_AES_256_GCM_SHA384", link.summary());
    link.send(VehicleSide.SAP);
    assertEquals(new SeccInput.LinkUp(true, true), charger.next(SeccInput.LinkUp.class));
    ChargerSide.Heard heard = charger.next();
    heard.link().send(VehicleSide.SAP_OK);
    assertEquals(VehicleSide.SAP_OK, ChargerSide.take(vehicle.received, "the SAP response"));
    assertEquals(
        "TLSv1.3 TLS_AES_256_GCM_SHA384", ChargerSide.take(charger.handshakes, "a handshake"));
    link.close();
    assertEquals(
        "the vehicle closed the connection", charger.next(SeccInput.LinkDown.class).reason());
  }

  /** ISO 15118-2: TLS 1.2, the charger's other certificate, none of the vehicle's. */
  @Test
  void tls12WithTheOtherCertificate() throws Exception {
    SeccServer server = server(TlsPolicy.REQUIRED);
    VehicleLink link = connect(server, tls(Profile.ISO2), vehicle);
    assertEquals("TLSv1.2 TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256", link.summary());
    link.send(VehicleSide.SAP);
    assertEquals(new SeccInput.LinkUp(true, false), charger.next(SeccInput.LinkUp.class));
  }

  /** A vehicle without a certificate is refused, in words; the next honest one is served. */
  @Test
  void vehicleWithoutCertificateIsRefused() throws Exception {
    SeccServer server = server(TlsPolicy.REQUIRED);
    Path bare = Files.createDirectories(pki.resolve("bare/trust/v2g"));
    Files.copy(
        pki.resolve("trust/v2g/iso20-root.pem"),
        bare.resolve("iso20-root.pem"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Optional<VehicleLink.Tls> without =
        Optional.of(new VehicleLink.Tls(PemFolder.forVehicle(pki.resolve("bare")), Profile.ISO20));
    VehicleSide anonymous = new VehicleSide();
    connect(server, without, anonymous);
    assertEquals(
        "the peer sent the alert certificate_required",
        ChargerSide.take(anonymous.closed, "the refusal"));
    assertEquals(
        "TLS handshake failed: expected a vehicle certificate, none came (certificate_required)",
        ChargerSide.take(charger.refusals, "a refusal"));
    honestVehicleIsServed(server, tls(Profile.ISO20));
  }

  /** A charger whose root the vehicle does not know is left by the vehicle. */
  @Test
  void vehicleRefusesAForeignCharger(@TempDir Path other) throws Exception {
    DevelopmentPki.write(other, Instant.now(), new SecureRandom());
    SeccServer server = server(TlsPolicy.REQUIRED);
    TransportException refused =
        assertThrows(
            TransportException.class,
            () ->
                connect(
                    server,
                    Optional.of(new VehicleLink.Tls(PemFolder.forVehicle(other), Profile.ISO20)),
                    vehicle));
    assertTrue(String.valueOf(refused.getMessage()).contains("TLS handshake"));
    assertTrue(ChargerSide.take(charger.refusals, "a refusal").contains("the peer sent the alert"));
    honestVehicleIsServed(server, tls(Profile.ISO20));
  }

  /** A vehicle whose root the charger does not know. */
  @Test
  void chargerRefusesAForeignVehicle(@TempDir Path other) throws Exception {
    DevelopmentPki.write(other, Instant.now(), new SecureRandom());
    Files.copy(
        pki.resolve("trust/v2g/iso20-root.pem"),
        other.resolve("trust/v2g/iso20-root.pem"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    SeccServer server = server(TlsPolicy.REQUIRED);
    connect(
        server,
        Optional.of(new VehicleLink.Tls(PemFolder.forVehicle(other), Profile.ISO20)),
        vehicle);
    assertTrue(
        ChargerSide.take(vehicle.closed, "the refusal").startsWith("the peer sent the alert"));
    assertTrue(ChargerSide.take(charger.refusals, "a refusal").startsWith("TLS handshake failed"));
    assertEquals(0, charger.inputs.size());
  }

  /** Plain TCP on the TLS port is no handshake. */
  @Test
  void plainClientOnTheTlsPort() throws Exception {
    SeccServer server = server(TlsPolicy.REQUIRED);
    try (Socket socket = new Socket(server.address(), server.tlsPort().orElseThrow())) {
      socket.getOutputStream().write(HexFormat.of().parseHex("01fe800100000002800001fe8001"));
      assertEquals(
          "expected TLS, something else came on the TLS port",
          ChargerSide.take(charger.refusals, "a refusal"));
      assertEnds(socket);
    }
    honestVehicleIsServed(server, tls(Profile.ISO20));
  }

  /** TLS on the plain port is no V2GTP. */
  @Test
  void tlsClientOnThePlainPort() throws Exception {
    SeccServer server = server(TlsPolicy.OFF);
    try (Socket socket = new Socket(server.address(), server.tcpPort().orElseThrow())) {
      socket.getOutputStream().write(HexFormat.of().parseHex("160301008a010000860303"));
      assertTrue(
          ChargerSide.take(charger.refusals, "a refusal").contains("a V2GTP header starts with"));
      assertEnds(socket);
    }
    honestVehicleIsServed(server, Optional.empty());
  }

  /** One vehicle at a time; when it is gone the next one comes in. */
  @Test
  void secondVehicleIsRefused() throws Exception {
    SeccServer server = server(TlsPolicy.OFF);
    VehicleLink first = connect(server, Optional.empty(), vehicle);
    first.send(VehicleSide.SAP);
    charger.next(SeccInput.LinkUp.class);
    charger.next(SeccInput.Request.class);
    VehicleSide second = new VehicleSide();
    connect(server, Optional.empty(), second);
    ChargerSide.take(second.closed, "the refusal");
    assertEquals(
        "another vehicle's session is active; one connection at a time",
        ChargerSide.take(charger.refusals, "a refusal"));
    assertEquals(0, charger.inputs.size());
    first.reset();
    assertTrue(charger.next(SeccInput.LinkDown.class).reason().startsWith("connection lost"));
    honestVehicleIsServed(server, Optional.empty());
  }

  /** Two hundred connections that say nothing do not keep an honest vehicle out. */
  @Test
  void silentCrowdGivesWay() throws Exception {
    SeccServer server = server(TlsPolicy.OFF);
    List<Socket> crowd = new ArrayList<>();
    try {
      for (int i = 0; i < 200; i++) {
        crowd.add(new Socket(server.address(), server.tcpPort().orElseThrow()));
      }
      honestVehicleIsServed(server, Optional.empty());
      assertTrue(charger.refusals.size() >= 200 - TransportLimits.MAX_PENDING_CONNECTIONS);
    } finally {
      for (Socket socket : crowd) {
        socket.close();
      }
    }
  }

  /** The outlet's thread may still speak to its link when the server is closed. */
  @Test
  void lateWordsToAClosedServer() throws Exception {
    SeccServer server = server(TlsPolicy.OFF);
    connect(server, Optional.empty(), vehicle).send(VehicleSide.SAP);
    charger.next(SeccInput.LinkUp.class);
    SeccLink link = charger.next().link();
    server.close();
    link.send(VehicleSide.SAP_OK);
    link.close("too late");
    ChargerSide.take(vehicle.closed, "the end");
    assertEquals(0, vehicle.received.size());
  }

  /** The end may come at any moment of the link's thread, also while it sends a response. */
  @Test
  void serverClosesWhileAResponseIsSent() throws Exception {
    SeccServer server = server(TlsPolicy.OFF);
    Thread closer = new Thread(server::close, "closer");
    charger.onFrame.set(
        frame -> {
          if (frame.direction() == Direction.EVSE_TO_EV) {
            closer.start();
            while (closer.getState() != Thread.State.TIMED_WAITING) {
              Thread.onSpinWait();
            }
          }
        });
    connect(server, Optional.empty(), vehicle).send(VehicleSide.SAP);
    charger.next(SeccInput.LinkUp.class);
    charger.next().link().send(VehicleSide.SAP_OK);
    ChargerSide.take(vehicle.closed, "the end");
    closer.join();
  }

  /** When the queue of the EVSE is full the link goes; the EVSE knows for itself. */
  @Test
  void fullQueueClosesTheLink() throws Exception {
    SeccServer server = server(TlsPolicy.OFF);
    charger.full.set(true);
    VehicleLink link = connect(server, Optional.empty(), vehicle);
    link.send(VehicleSide.SAP);
    ChargerSide.take(vehicle.closed, "the end");
    charger.full.set(false);
    honestVehicleIsServed(server, Optional.empty());
  }

  /** Undecodable bytes of a session are told to its owner, with place and reason. */
  @Test
  void garbageIsTold() throws Exception {
    SeccServer server = server(TlsPolicy.OFF);
    VehicleLink link = connect(server, Optional.empty(), vehicle);
    link.send(VehicleSide.SAP);
    charger.next(SeccInput.LinkUp.class);
    charger.next(SeccInput.Request.class).message();
    link.sendRaw(HexFormat.of().parseHex("01fe800200000004deadbeef"));
    String detail = charger.next(SeccInput.Undecodable.class).detail();
    assertTrue(detail.contains("bit"), detail);
  }

  /**
   * A length beyond the bound ends the connection at once: the stream cannot be picked up again.
   */
  @Test
  void oversizedFrameEndsTheLink() throws Exception {
    SeccServer server = server(TlsPolicy.OFF);
    VehicleLink link = connect(server, Optional.empty(), vehicle);
    link.send(VehicleSide.SAP);
    charger.next(SeccInput.LinkUp.class);
    charger.next(SeccInput.Request.class);
    link.sendRaw(HexFormat.of().parseHex("01fe8002ffffffff"));
    assertTrue(charger.next(SeccInput.Undecodable.class).detail().contains("65536"));
    charger.next(SeccInput.LinkDown.class);
    ChargerSide.take(vehicle.closed, "the end");
  }

  /** A vehicle that leaves in the middle of a message. */
  @Test
  void truncatedMessage() throws Exception {
    SeccServer server = server(TlsPolicy.OFF);
    VehicleLink link = connect(server, Optional.empty(), vehicle);
    link.send(VehicleSide.SAP);
    charger.next(SeccInput.LinkUp.class);
    charger.next(SeccInput.Request.class);
    link.sendTruncated(VehicleSide.SAP, 11);
    link.close();
    assertEquals(
        "the vehicle closed the connection in the middle of a message",
        charger.next(SeccInput.LinkDown.class).reason());
  }

  /** What cannot be opened says why, and what there is instead. */
  @Test
  void errorsNameTheCause() throws Exception {
    TransportException network =
        assertThrows(
            TransportException.class,
            () ->
                SeccServer.start(
                    SeccServerConfig.on("nosuch0", TlsPolicy.OFF),
                    Optional.empty(),
                    charger,
                    charger));
    assertTrue(
        String.valueOf(network.getMessage())
            .startsWith("no network interface nosuch0; there are: "));
    TransportException keys =
        assertThrows(
            TransportException.class,
            () ->
                SeccServer.start(
                    SeccServerConfig.loopback(TlsPolicy.REQUIRED),
                    Optional.of(PemFolder.forCharger(pki.resolve("nowhere"))),
                    charger,
                    charger));
    assertTrue(String.valueOf(keys.getMessage()).startsWith("TLS is on, but there is neither"));
    SeccServer server = server(TlsPolicy.OFF);
    int taken = server.sdpPort().orElseThrow();
    TransportException port =
        assertThrows(
            TransportException.class,
            () ->
                SeccServer.start(
                    new SeccServerConfig(Optional.empty(), TlsPolicy.OFF, true, 0, 0, taken),
                    Optional.empty(),
                    charger,
                    charger));
    assertTrue(String.valueOf(port.getMessage()).startsWith("cannot listen on UDP port " + taken));
  }

  private void honestVehicleIsServed(SeccServer server, Optional<VehicleLink.Tls> tls)
      throws Exception {
    VehicleSide honest = new VehicleSide();
    VehicleLink link = connect(server, tls, honest);
    link.send(VehicleSide.SAP);
    charger.next(SeccInput.LinkUp.class);
    ChargerSide.Heard heard = charger.next();
    assertEquals(new SeccInput.Request(VehicleSide.SAP), heard.input());
    heard.link().send(VehicleSide.SAP_OK);
    assertEquals(VehicleSide.SAP_OK, ChargerSide.take(honest.received, "the SAP response"));
  }

  /** The other side has ended the connection, in order or with a reset. */
  private static void assertEnds(Socket socket) {
    try {
      InputStream in = socket.getInputStream();
      byte[] rest = in.readAllBytes();
      assertTrue(rest.length < 64, "no more than an alert");
    } catch (java.io.IOException reset) {
      assertTrue(String.valueOf(reset.getMessage()).contains("reset"));
    }
  }
}
