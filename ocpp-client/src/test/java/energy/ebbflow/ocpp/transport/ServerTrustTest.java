package energy.ebbflow.ocpp.transport;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import energy.ebbflow.ocpp.certificate.Pem;
import energy.ebbflow.ocpp.config.Revocation;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which chains of a server are believed, whatever else it presents and however it talks. */
class ServerTrustTest {
  private static final CertificateStatus REVOKED =
      new RevokedStatus(new java.util.Date(1_700_000_000_000L), 1);

  private final Path folder;
  private final TestAuthority root;
  private final List<HttpServer> responders = new ArrayList<>();
  private final AtomicInteger asked = new AtomicInteger();

  ServerTrustTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    this.root = new TestAuthority(folder, "root");
  }

  @AfterEach
  void stop() {
    responders.forEach(one -> one.stop(0));
  }

  /** A responder that says the same of everybody, for the authority that is there by then. */
  private String responder(AtomicReference<TestAuthority> issuer, CertificateStatus status)
      throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          try (exchange) {
            byte[] request =
                exchange.getRequestMethod().equals("GET")
                    ? Base64.getDecoder().decode(exchange.getRequestURI().getPath().substring(1))
                    : exchange.getRequestBody().readAllBytes();
            byte[] answer = issuer.get().ocsp(request, status, issuer.get());
            exchange.getResponseHeaders().add("Content-Type", "application/ocsp-response");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
          }
        });
    server.start();
    responders.add(server);
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private static X509Certificate read(Path pem) throws Exception {
    return Pem.all(Files.readString(pem)).getFirst();
  }

  private static void check(TestAuthority root, Revocation rule, X509Certificate... chain)
      throws CertificateException {
    new ServerTrust(List.of(root.certificate()), rule, Optional.empty())
        .checkServerTrusted(chain, "ECDHE_ECDSA");
  }

  /** Leaf, authority below the root, and a stranger that names nobody to ask. */
  private X509Certificate[] chain(CertificateStatus middle, boolean leafNames) throws Exception {
    AtomicReference<TestAuthority> top = new AtomicReference<>(root);
    AtomicReference<TestAuthority> below = new AtomicReference<>();
    TestAuthority middleOne = new TestAuthority(root, "middle", responder(top, middle));
    below.set(middleOne);
    Optional<String> good =
        leafNames ? Optional.of(responder(below, CertificateStatus.GOOD)) : Optional.empty();
    return new X509Certificate[] {
      read(middleOne.issue("127.0.0.1", good, Optional.empty()).chain()),
      middleOne.certificate(),
      read(new TestAuthority(folder, "stranger").issue("extra").chain())
    };
  }

  @Test
  void whatElseIsPresentedHidesNoRevokedAuthority() throws Exception {
    X509Certificate[] chain = chain(REVOKED, true);
    assertThrows(CertificateException.class, () -> check(root, Revocation.SOFT, chain));
    assertThrows(CertificateException.class, () -> check(root, Revocation.HARD, chain));
    assertDoesNotThrow(() -> check(root, Revocation.OFF, chain));
  }

  /** A leaf that names nobody does not speak for who signed it. */
  @Test
  void aSilentLeafHidesNoRevokedAuthority() throws Exception {
    X509Certificate[] chain = chain(REVOKED, false);
    assertThrows(CertificateException.class, () -> check(root, Revocation.SOFT, chain));
    assertEquals(1, asked.get());
  }

  @Test
  void aGoodPathIsBelievedBesideAnythingElse() throws Exception {
    X509Certificate[] chain = chain(CertificateStatus.GOOD, true);
    assertDoesNotThrow(() -> check(root, Revocation.SOFT, chain));
    assertEquals(2, asked.get());
    assertDoesNotThrow(() -> check(root, Revocation.HARD, chain));
  }

  /** Hard asks about everybody. */
  @Test
  void hardRefusesWhoNamesNobody() throws Exception {
    X509Certificate[] chain = chain(CertificateStatus.GOOD, false);
    assertDoesNotThrow(() -> check(root, Revocation.SOFT, chain));
    assertThrows(CertificateException.class, () -> check(root, Revocation.HARD, chain));
  }

  /** Roots that are all out of use are not those of the JDK. */
  @Test
  void withoutARootNobodyIsBelieved() throws Exception {
    X509Certificate leaf = read(root.issue("127.0.0.1").chain());
    ServerTrust nobody = new ServerTrust(List.of(), Revocation.OFF, Optional.empty());
    assertThrows(
        CertificateException.class,
        () -> nobody.checkServerTrusted(new X509Certificate[] {leaf}, "ECDHE_ECDSA"));
    assertEquals(0, nobody.getAcceptedIssuers().length);
  }

  /** A byte a second, each in time: the whole is not, and its connection does not stay. */
  @Test
  void aResponderThatDripsIsLeftInTime() throws Exception {
    CountDownLatch dropped = new CountDownLatch(2);
    try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(
              () -> {
                while (!listening.isClosed()) {
                  try {
                    Socket one = listening.accept();
                    Thread.ofVirtual().start(() -> drip(one, dropped));
                  } catch (IOException e) {
                    return;
                  }
                }
              });
      String address = "http://127.0.0.1:" + listening.getLocalPort() + "/";
      X509Certificate leaf =
          read(root.issue("127.0.0.1", Optional.of(address), Optional.empty()).chain());
      long begin = System.nanoTime();
      check(root, Revocation.SOFT, leaf);
      assertThrows(CertificateException.class, () -> check(root, Revocation.HARD, leaf));
      long tookSeconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
      assertTrue(tookSeconds < 20, "two checks took " + tookSeconds + " s");
      assertTrue(dropped.await(10, TimeUnit.SECONDS), "a connection is still open");
    }
  }

  private static void drip(Socket to, CountDownLatch dropped) {
    try (to) {
      OutputStream out = to.getOutputStream();
      out.write(
          "HTTP/1.1 200 OK\r\nContent-Type: application/ocsp-response\r\nContent-Length: 4000\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < 60; i++) {
        out.write('0');
        out.flush();
        Thread.sleep(1_000);
      }
    } catch (IOException e) {
      dropped.countDown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
