package energy.ebbflow.ocpp.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.ocpp.OcppBackOffice;
import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.config.Outlet;
import energy.ebbflow.ocpp.outbox.StationStore;
import energy.ebbflow.ocpp.profile.Electrical;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Security profiles 2 and 3: whom the station believes, and how it is believed. */
class TlsTest {
  private final Path folder;
  private final TestAuthority authority;
  private final CountDownLatch accepted = new CountDownLatch(1);

  TlsTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    this.authority = new TestAuthority(folder, "root");
  }

  private WireServer server(String host, boolean clientNeeded) throws Exception {
    TestAuthority.Issued own = authority.issue(host);
    SslContext tls =
        SslContextBuilder.forServer(own.chain().toFile(), own.key().toFile())
            .trustManager(authority.certificate.toFile())
            .clientAuth(clientNeeded ? ClientAuth.REQUIRE : ClientAuth.NONE)
            .build();
    return new WireServer("ocpp2.1", TlsTest::answer, Optional.of(tls));
  }

  private static void answer(Channel channel, String text) {
    if (text.contains("\"BootNotification\"")) {
      channel.writeAndFlush(
          new TextWebSocketFrame(
              "[3,"
                  + text.split(",")[1]
                  + ",{\"currentTime\":\"2026-03-01T12:00:00Z\",\"interval\":300,"
                  + "\"status\":\"Accepted\"}]"));
    }
  }

  private OcppConfig.Builder config(WireServer server) {
    return OcppConfig.builder(
            URI.create("wss://127.0.0.1:" + server.port() + "/ocpp"),
            "EB1",
            folder.resolve("link.db"))
        .trustedCertificates(authority.certificate)
        .outlets(new Outlet("cCCS2", true, new Electrical(400, 1, 22_000, 0)));
  }

  private OcppBackOffice open(OcppConfig config) {
    OcppBackOffice link =
        OcppBackOffice.open(
            config,
            LinkClock.virtual(50, System.currentTimeMillis()),
            (direction, type, id, action, payload) -> {
              if (type.equals("CALLRESULT")) {
                accepted.countDown();
              }
            });
    link.start(command -> {});
    return link;
  }

  private boolean connects() throws InterruptedException {
    return accepted.await(20, TimeUnit.SECONDS);
  }

  /** Two attempts of the station, and none of them got as far as the WebSocket. */
  private static void refusedTwice(WireServer server) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (server.channels.size() < 2 && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertTrue(server.channels.size() >= 2, "the station tries again");
    assertTrue(server.handshakes.isEmpty());
  }

  @Test
  void aServerOfATrustedAuthorityIsBelieved() throws Exception {
    try (WireServer server = server("127.0.0.1", false);
        OcppBackOffice link = open(config(server).basicAuthPassword("0123456789abcdef").build())) {
      assertTrue(connects());
      assertTrue(link.queued() == 0);
      assertTrue(String.valueOf(server.handshakes.poll()).contains("Basic "));
    }
  }

  @Test
  void aServerOfAnotherAuthorityIsNot() throws Exception {
    TestAuthority other = new TestAuthority(folder, "other");
    try (WireServer server = server("127.0.0.1", false);
        OcppBackOffice link = open(config(server).trustedCertificates(other.certificate).build())) {
      refusedTwice(server);
      assertFalse(link.online());
    }
    // A04: it is in the security log, once.
    try (StationStore store =
        StationStore.open(folder.resolve("link.db"), (event, sample, page) -> "")) {
      assertEquals(
          1,
          store.security().logged(0).stream()
              .filter(event -> event.kind().equals("InvalidCsmsCertificate"))
              .count());
    }
  }

  @Test
  void aServerWithAnotherNameIsNot() throws Exception {
    try (WireServer server = server("back-office.example", false);
        OcppBackOffice link = open(config(server).build())) {
      refusedTwice(server);
      assertFalse(link.online());
    }
  }

  @Test
  void profile3ShowsTheStationsCertificate() throws Exception {
    TestAuthority.Issued own = authority.issue("EB1");
    try (WireServer server = server("127.0.0.1", true)) {
      OcppConfig config = config(server).clientCertificate(own.chain(), own.key()).build();
      assertEquals(3, config.securityProfile());
      try (OcppBackOffice link = open(config)) {
        assertTrue(connects());
        assertEquals(0, link.queued());
      }
    }
  }

  @Test
  void withoutItAServerThatWantsItRefuses() throws Exception {
    try (WireServer server = server("127.0.0.1", true);
        OcppBackOffice link = open(config(server).build())) {
      refusedTwice(server);
      assertFalse(link.online());
    }
  }

  @Test
  void aFileThatIsNoCertificateIsNamed() throws Exception {
    try (WireServer server = server("127.0.0.1", false)) {
      OcppConfig config = config(server).trustedCertificates(folder.resolve("absent.pem")).build();
      IllegalArgumentException fault =
          assertThrows(IllegalArgumentException.class, () -> open(config));
      assertTrue(String.valueOf(fault.getMessage()).contains("absent.pem"));
    }
  }
}
