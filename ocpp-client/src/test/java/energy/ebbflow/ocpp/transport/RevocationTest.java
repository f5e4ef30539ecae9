package energy.ebbflow.ocpp.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import energy.ebbflow.ocpp.OcppBackOffice;
import energy.ebbflow.ocpp.certificate.CertificateStore;
import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.config.Outlet;
import energy.ebbflow.ocpp.config.Revocation;
import energy.ebbflow.ocpp.outbox.StationStore;
import energy.ebbflow.ocpp.profile.Electrical;
import energy.ebbflow.ocpp.v2.certificate.CertificateUse;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The back office's certificate names a responder, which is asked before anything is believed. */
class RevocationTest {
  private static final CertificateStatus REVOKED =
      new RevokedStatus(new java.util.Date(1_700_000_000_000L), 1);

  private final Path folder;
  private final TestAuthority authority;
  private final HttpServer responder;
  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch accepted = new CountDownLatch(1);

  private boolean staples;

  /** Whether a list names everybody; absent: there is none. */
  private Optional<Boolean> list = Optional.empty();

  private Function<byte[], byte[]> says = request -> new byte[0];

  RevocationTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    this.authority = new TestAuthority(folder, "root");
    this.responder =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    responder.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          try (exchange) {
            byte[] answer =
                exchange.getRequestURI().getPath().equals("/crl")
                    ? authority.crl(list.orElseThrow())
                    : says.apply(request(exchange));
            exchange.getResponseHeaders().add("Content-Type", "application/ocsp-response");
            exchange.sendResponseHeaders(answer.length == 0 ? 500 : 200, answer.length);
            exchange.getResponseBody().write(answer);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    responder.start();
  }

  /** RFC 6960, appendix A.1: short ones come in the address. */
  private static byte[] request(HttpExchange exchange) throws IOException {
    return exchange.getRequestMethod().equals("GET")
        ? Base64.getDecoder().decode(exchange.getRequestURI().getPath().substring(1))
        : exchange.getRequestBody().readAllBytes();
  }

  @AfterEach
  void stop() {
    responder.stop(0);
  }

  private WireServer server() throws Exception {
    String base = "http://127.0.0.1:" + responder.getAddress().getPort() + "/";
    TestAuthority.Issued own =
        authority.issue("127.0.0.1", Optional.of(base), list.map(any -> base + "crl"));
    Path chain = folder.resolve("whole.pem");
    // A server that staples needs to know who issued its certificate.
    Files.writeString(
        chain,
        Files.readString(own.chain()) + (staples ? Files.readString(authority.certificate) : ""));
    SslContext tls = SslContextBuilder.forServer(chain.toFile(), own.key().toFile()).build();
    return new WireServer("ocpp2.1", RevocationTest::answer, Optional.of(tls));
  }

  private static void answer(Channel channel, String text) {
    if (text.contains("\"BootNotification\"")) {
      channel.writeAndFlush(
          new TextWebSocketFrame(
              "[3,"
                  + text.split(",")[1]
                  + ",{\"currentTime\":\""
                  + java.time.Instant.now()
                  + "\",\"interval\":300,\"status\":\"Accepted\"}]"));
    }
  }

  private OcppBackOffice open(WireServer server, Revocation rule) {
    OcppConfig config =
        OcppConfig.builder(
                URI.create("wss://127.0.0.1:" + server.port() + "/ocpp"),
                "EB1",
                folder.resolve("link.db"))
            .trustedCertificates(authority.certificate)
            .revocation(rule)
            .outlets(new Outlet("cCCS2", true, new Electrical(400, 1, 22_000, 0)))
            .build();
    OcppBackOffice link =
        OcppBackOffice.open(
            config,
            LinkClock.system(),
            (direction, type, id, action, payload) -> {
              if (type.equals("CALLRESULT")) {
                accepted.countDown();
              }
            });
    link.start(command -> {});
    return link;
  }

  private void believed(Revocation rule) throws Exception {
    try (WireServer server = server();
        OcppBackOffice link = open(server, rule)) {
      assertTrue(accepted.await(30, TimeUnit.SECONDS));
      assertEquals(0, link.queued());
    }
  }

  private void refused(Revocation rule) throws Exception {
    try (WireServer server = server();
        OcppBackOffice link = open(server, rule)) {
      // The first attempt ends; the next one comes after a pause.
      assertFalse(accepted.await(4, TimeUnit.SECONDS));
      assertTrue(server.handshakes.isEmpty());
      assertFalse(link.online());
    }
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
  void aGoodOneIsBelieved() throws Exception {
    says = request -> authority.ocsp(request, CertificateStatus.GOOD, authority);
    believed(Revocation.HARD);
    assertTrue(asked.get() > 0);
  }

  /** The server has asked and staples the answer: the responder has nothing more to say. */
  @Test
  void aStapledResponseIsEnough() throws Exception {
    staples = true;
    says =
        request ->
            asked.get() == 1
                ? authority.ocsp(request, CertificateStatus.GOOD, authority)
                : new byte[0];
    believed(Revocation.HARD);
    assertEquals(1, asked.get(), "the station has asked nobody");
  }

  @Test
  void aStapledResponseCondemnsToo() throws Exception {
    staples = true;
    says = request -> asked.get() == 1 ? authority.ocsp(request, REVOKED, authority) : new byte[0];
    refused(Revocation.SOFT);
  }

  @Test
  void aRevokedOneIsRefusedSoftlyToo() throws Exception {
    says = request -> authority.ocsp(request, REVOKED, authority);
    refused(Revocation.SOFT);
  }

  /** A responder that does not answer must not cut a station off, unless that is wanted. */
  @Test
  void withoutAnAnswerSoftBelieves() throws Exception {
    believed(Revocation.SOFT);
    assertTrue(asked.get() > 0);
  }

  @Test
  void withoutAnAnswerHardRefuses() throws Exception {
    refused(Revocation.HARD);
  }

  /** A lie is worse than silence: somebody else signed the response. */
  @Test
  void aForgedResponseIsRefused() throws Exception {
    TestAuthority other = new TestAuthority(folder, "other");
    says = request -> authority.ocsp(request, CertificateStatus.GOOD, other);
    refused(Revocation.SOFT);
  }

  /** RFC 5280, section 6.3: where the responder says nothing the list does. */
  @Test
  void aListRefusesToo() throws Exception {
    list = Optional.of(true);
    refused(Revocation.SOFT);
  }

  @Test
  void aListThatNamesOthersIsEnough() throws Exception {
    list = Optional.of(false);
    believed(Revocation.HARD);
  }

  private CertificateStore trusting(StationStore store) throws IOException {
    CertificateStore certificates =
        new CertificateStore(store, folder.resolve("keys"), Optional.empty(), false);
    assertTrue(
        certificates
            .install(
                CertificateUse.CSMS_ROOT_CERTIFICATE,
                Files.readString(authority.certificate),
                java.time.Instant.now())
            .accepted());
    return certificates;
  }

  /** Firmware and logs: HTTPS with the roots of the back office, checked alike. */
  private boolean fetches(Revocation rule) throws Exception {
    String base = "http://127.0.0.1:" + responder.getAddress().getPort() + "/";
    TestAuthority.Issued own =
        authority.issue("127.0.0.1", Optional.of(base), list.map(any -> base + "crl"));
    SslContext tls = SslContextBuilder.forServer(own.chain().toFile(), own.key().toFile()).build();
    try (StationStore store =
            StationStore.open(folder.resolve("files.db"), (event, sample, page) -> "");
        WireServer server = new WireServer("ocpp2.1", RevocationTest::answer, Optional.of(tls));
        HttpClient client =
            HttpClient.newBuilder()
                .sslContext(FileTrust.context(trusting(store), rule, Optional.empty()))
                .build()) {
      client.send(
          HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + server.port() + "/image"))
              .build(),
          HttpResponse.BodyHandlers.discarding());
      return true;
    } catch (SSLException e) {
      return false;
    }
  }

  @Test
  void aServerOfFilesIsCheckedAlike() throws Exception {
    says = request -> authority.ocsp(request, CertificateStatus.GOOD, authority);
    assertTrue(fetches(Revocation.HARD));
    says = request -> authority.ocsp(request, REVOKED, authority);
    assertFalse(fetches(Revocation.SOFT));
    assertTrue(fetches(Revocation.OFF));
    says = request -> new byte[0];
    assertTrue(fetches(Revocation.SOFT));
    assertFalse(fetches(Revocation.HARD));
  }

  @Test
  void whoeverSwitchesItOffAsksNobody() throws Exception {
    says = request -> authority.ocsp(request, REVOKED, authority);
    believed(Revocation.OFF);
    assertEquals(0, asked.get());
  }
}
