package energy.ebbflow.ocpp.errand;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import energy.ebbflow.ocpp.certificate.TestRoot;
import energy.ebbflow.ocpp.errand.ErrandEnd.How;
import energy.ebbflow.ocpp.outbox.StationStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files over real sockets: HTTP against the JDK's server, FTP against Apache's. */
class ErrandRunnerTest {
  private static final byte[] IMAGE = "firmware".getBytes(StandardCharsets.UTF_8);

  private final Path folder;
  private final StationStore store;
  private final ErrandRunner runner;
  private final HttpServer http;
  private final Map<String, byte[]> received = new ConcurrentHashMap<>();
  private final LinkedBlockingQueue<ErrandEnd> ends = new LinkedBlockingQueue<>();
  private long number;

  ErrandRunnerTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.store = StationStore.open(folder.resolve("link.db"), (event, sample, page) -> "");
    this.runner =
        new ErrandRunner(
            new StationPorts(
                Optional.empty(),
                Optional.of(
                    (from, to, out) -> out.write("a line\n".getBytes(StandardCharsets.UTF_8)))),
            SSLContext::getDefault,
            store.security(),
            folder.resolve("files"));
    this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          String key = exchange.getRequestMethod() + " " + path;
          received.put(key, exchange.getRequestBody().readAllBytes());
          boolean post = path.startsWith("/post") && key.startsWith("PUT");
          int status = post ? 405 : path.startsWith("/closed") ? 403 : 200;
          exchange.sendResponseHeaders(status, IMAGE.length);
          exchange.getResponseBody().write(IMAGE);
          exchange.close();
        });
    http.start();
  }

  @AfterEach
  void close() {
    http.stop(0);
    runner.close();
    store.close();
  }

  private String url(String path) {
    return "http://127.0.0.1:" + http.getAddress().getPort() + path;
  }

  private How run(Errand errand) throws InterruptedException {
    runner.begin(++number, errand, ends::add);
    ErrandEnd end = ends.poll(30, TimeUnit.SECONDS);
    assertTrue(end != null && end.number() == number, "no end was told");
    return end.how();
  }

  private Errand.Upload security(String location) {
    return new Errand.Upload(
        location, "log.gz", new Errand.LogExcerpt(true, Optional.empty(), Optional.empty()));
  }

  private static String unpacked(byte[] bytes) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void anImageIsFetchedWholeOrNotAtAll() throws Exception {
    Path target = folder.resolve("files/image");
    assertEquals(How.DONE, run(new Errand.Download(url("/image"), target, 8)));
    assertArrayEquals(IMAGE, Files.readAllBytes(target));
    Path other = folder.resolve("files/other");
    assertEquals(How.FAILED, run(new Errand.Download(url("/image"), other, 7)), "too large");
    assertEquals(How.DENIED, run(new Errand.Download(url("/closed"), other, 8)));
    assertEquals(How.UNSUPPORTED, run(new Errand.Download("sftp://x/y", other, 8)));
    assertEquals(How.FAILED, run(new Errand.Download("http://127.0.0.1:1/x", other, 8)));
    assertFalse(Files.exists(other));
    try (var files = Files.list(folder.resolve("files"))) {
      assertEquals(List.of(target), files.toList(), "nothing half is left");
    }
  }

  /** The log holds what was told and what was not, within the span. */
  @Test
  void theSecurityLogIsSentByPutOrPost() throws Exception {
    store.security().add("StartupOfTheDevice", "2026-03-01T12:00:00Z", "PowerUp");
    store.security().done(store.security().oldest().orElseThrow().row());
    store.security().add("InvalidMessages", "2026-03-02T12:00:00Z", "x");
    assertEquals(How.DONE, run(security(url("/logs/"))));
    assertEquals(
        "2026-03-01T12:00:00Z StartupOfTheDevice PowerUp\n"
            + "2026-03-02T12:00:00Z InvalidMessages x\n",
        unpacked(received.getOrDefault("PUT /logs/log.gz", IMAGE)));
    assertEquals(How.DONE, run(security(url("/post/there"))));
    assertTrue(received.containsKey("POST /post/there"));
    assertEquals(How.DENIED, run(security(url("/closed/"))));
    assertEquals(
        How.DONE,
        run(
            new Errand.Upload(
                url("/logs/"),
                "part.gz",
                new Errand.LogExcerpt(
                    true,
                    Optional.of(java.time.Instant.parse("2026-03-02T00:00:00Z")),
                    Optional.empty()))));
    assertEquals(
        "2026-03-02T12:00:00Z InvalidMessages x\n",
        unpacked(received.getOrDefault("PUT /logs/part.gz", IMAGE)));
  }

  @Test
  void filesComeAndGoByFtp() throws Exception {
    Path home = Files.createDirectory(folder.resolve("ftp"));
    Files.write(home.resolve("image"), IMAGE);
    FtpServer server = ftp(home);
    try {
      int port = ftpPort;
      String base = "ftp://user:pass@127.0.0.1:" + port + "/";
      Path target = folder.resolve("files/image");
      assertEquals(How.DONE, run(new Errand.Download(base + "image", target, 8)));
      assertArrayEquals(IMAGE, Files.readAllBytes(target));
      assertEquals(
          How.DONE,
          run(
              new Errand.Upload(
                  base,
                  "log.gz",
                  new Errand.LogExcerpt(false, Optional.empty(), Optional.empty()))));
      assertEquals("a line\n", unpacked(Files.readAllBytes(home.resolve("log.gz"))));
      assertEquals(
          How.DENIED,
          run(new Errand.Download("ftp://user:wrong@127.0.0.1:" + port + "/image", target, 8)));
    } finally {
      server.stop();
    }
  }

  private int ftpPort;

  private FtpServer ftp(Path home) throws FtpException {
    FtpServerFactory factory = new FtpServerFactory();
    ListenerFactory listeners = new ListenerFactory();
    listeners.setServerAddress("127.0.0.1");
    listeners.setPort(0);
    Listener listener = listeners.createListener();
    factory.addListener("default", listener);
    BaseUser user = new BaseUser();
    user.setName("user");
    user.setPassword("pass");
    user.setHomeDirectory(home.toString());
    user.setAuthorities(List.of(new WritePermission()));
    factory.getUserManager().save(user);
    FtpServer server = factory.createServer();
    server.start();
    ftpPort = listener.getPort();
    return server;
  }

  /** L01.FR.11: SHA-256, with ECDSA, and with RSA in both paddings. */
  @Test
  void signaturesOfEveryKindAreChecked() throws Exception {
    Path image = folder.resolve("image");
    Files.write(image, IMAGE);
    TestRoot maker = new TestRoot("Maker");
    TestRoot.Signer ec = maker.signer("EC", TestRoot.NOW.plusSeconds(900));
    TestRoot.Signer rsa = maker.signer("RSA", TestRoot.NOW.plusSeconds(900));
    String good = ec.sign("SHA256withECDSA", IMAGE);
    assertEquals(How.DONE, run(new Errand.Verify(image, ec.pem(), good)));
    assertEquals(
        How.DONE, run(new Errand.Verify(image, rsa.pem(), rsa.sign("SHA256withRSA", IMAGE))));
    assertEquals(
        How.DENIED, run(new Errand.Verify(image, rsa.pem(), good)), "another key's signature");
    Files.write(image, new byte[] {1});
    assertEquals(How.DENIED, run(new Errand.Verify(image, ec.pem(), good)), "another image");
    assertEquals(How.DENIED, run(new Errand.Verify(image, ec.pem(), "")));
  }

  /** An errand that was given up tells nothing. */
  @Test
  void anAbandonedErrandIsSilent() throws Exception {
    runner.begin(
        99, new Errand.Download("http://10.255.255.1/x", folder.resolve("x"), 8), ends::add);
    runner.abandon(99);
    assertEquals(How.UNSUPPORTED, run(new Errand.Download("x", folder.resolve("x"), 8)));
    assertTrue(ends.isEmpty());
  }
}
