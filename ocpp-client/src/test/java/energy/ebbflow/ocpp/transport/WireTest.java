package energy.ebbflow.ocpp.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.ocpp.OcppBackOffice;
import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.config.Outlet;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.profile.Electrical;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real WebSocket client against a server that misbehaves. */
class WireTest {
  private static final String BOTH = "ocpp2.1,ocpp2.0.1";

  private final Path folder;
  private final BlockingQueue<BackOfficeCommand> commands = new LinkedBlockingQueue<>();
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

  WireTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private OcppBackOffice open(
      WireServer server, double speed, UnaryOperator<OcppConfig.Builder> change) {
    OcppConfig config =
        change
            .apply(
                OcppConfig.builder(
                        URI.create("ws://127.0.0.1:" + server.port() + "/x/"),
                        "EB/1 é",
                        folder.resolve("link.db"))
                    .outlets(new Outlet("cCCS2", true, new Electrical(400, 1, 22_000, 0))))
            .build();
    return OcppBackOffice.open(
        config,
        LinkClock.virtual(speed, System.currentTimeMillis()),
        (direction, type, id, action, payload) ->
            seen.add(direction.text() + " " + type + " " + action + " " + payload));
  }

  private static void answerBoot(Channel channel, String text) {
    if (text.contains("\"BootNotification\"")) {
      channel.writeAndFlush(
          new io.netty.handler.codec.http.websocketx.TextWebSocketFrame(
              "[3,"
                  + text.split(",")[1]
                  + ",{\"currentTime\":\"2026-03-01T12:00:00Z\",\"interval\":300,"
                  + "\"status\":\"Accepted\"}]"));
    }
  }

  private BackOfficeCommand.LinkChanged linkChange() throws InterruptedException {
    BackOfficeCommand next = commands.poll(20, TimeUnit.SECONDS);
    if (next instanceof BackOfficeCommand.LinkChanged changed) {
      return changed;
    }
    throw new AssertionError("expected the link to change, got " + next);
  }

  @Test
  void theHandshakeCarriesIdentityDialectsAndPassword() throws Exception {
    try (WireServer server = new WireServer(BOTH, WireTest::answerBoot);
        OcppBackOffice link = open(server, 1, b -> b.basicAuthPassword("0123456789abcdef"))) {
      link.start(commands::add);
      assertTrue(linkChange().online());
      String basic =
          Base64.getEncoder()
              .encodeToString("EB/1 é:0123456789abcdef".getBytes(StandardCharsets.UTF_8));
      assertEquals(
          "/x/EB%2F1%20%C3%A9 ocpp2.1, ocpp2.0.1 Basic " + basic, server.handshakes.poll());
      assertTrue(seen.get(0).startsWith("cs>csms CALL BootNotification {"), seen::toString);
      assertTrue(seen.get(1).startsWith("csms>cs CALLRESULT BootNotification {"), seen::toString);
    }
  }

  @Test
  void aServerWithoutACommonDialectIsTriedAgainLater() throws Exception {
    try (WireServer server = new WireServer("ocpp1.6", WireTest::answerBoot);
        OcppBackOffice link = open(server, 50, b -> b)) {
      link.start(commands::add);
      assertTrue(server.handshakes.poll(20, TimeUnit.SECONDS) != null);
      assertTrue(server.handshakes.poll(20, TimeUnit.SECONDS) != null, "a second attempt");
      assertFalse(link.online());
      assertTrue(server.texts.isEmpty());
    }
  }

  @Test
  void garbageIsAnsweredAndTheLinkStays() throws Exception {
    try (WireServer server = new WireServer(BOTH, WireTest::answerBoot);
        OcppBackOffice link = open(server, 1, b -> b)) {
      link.start(commands::add);
      assertTrue(linkChange().online());
      server.send("this is no JSON");
      assertTrue(server.nextAnswer().startsWith("[4,\"-1\",\"RpcFrameworkError\""));
      server.channels.forEach(
          c -> c.writeAndFlush(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(new byte[9]))));
      server.send("[2,\"7\",\"Nonsense\",{}]");
      assertTrue(server.nextAnswer().startsWith("[4,\"7\",\"NotImplemented\""));
      assertTrue(link.online());
    }
  }

  @Test
  void anOversizedFrameEndsTheConnectionAndItIsMadeAnew() throws Exception {
    try (WireServer server = new WireServer(BOTH, WireTest::answerBoot);
        OcppBackOffice link = open(server, 20, b -> b)) {
      link.start(commands::add);
      assertTrue(linkChange().online());
      // It compresses well: the bound holds for what comes out of the decompressor too.
      server.send("x".repeat(WebSocketAttempt.MAX_MESSAGE_BYTES + 1));
      assertFalse(linkChange().online());
      assertTrue(linkChange().online(), "connected again");
    }
  }

  @Test
  void aMessageOfTheLargestSizeIsRead() throws Exception {
    try (WireServer server = new WireServer(BOTH, WireTest::answerBoot);
        OcppBackOffice link = open(server, 1, b -> b)) {
      link.start(commands::add);
      assertTrue(linkChange().online());
      String head = "[2,\"8\",\"DataTransfer\",{\"vendorId\":\"v\",\"data\":\"";
      String tail = "\"}]";
      server.send(
          head
              + "x".repeat(WebSocketAttempt.MAX_MESSAGE_BYTES - head.length() - tail.length())
              + tail);
      assertEquals("[3,\"8\",{\"status\":\"UnknownVendorId\"}]", server.nextAnswer());
    }
  }

  @Test
  void aSocketThatIsHalfOpenIsNoticedAndMadeAnew() throws Exception {
    // The server stops reading: TCP stays up, pings are not answered.
    try (WireServer server = new WireServer(BOTH, WireTest::answerBoot);
        OcppBackOffice link = open(server, 60, b -> b)) {
      link.start(commands::add);
      assertTrue(linkChange().online());
      server.channels.getFirst().config().setAutoRead(false);
      BackOfficeCommand.LinkChanged lost = linkChange();
      assertFalse(lost.online());
      assertTrue(lost.detail().contains("half open"), lost::detail);
      assertTrue(linkChange().online());
      assertEquals(2, server.channels.size());
    }
  }

  @Test
  void passwordsAreNotShown() throws Exception {
    try (WireServer server = new WireServer(BOTH, WireTest::answerBoot);
        OcppBackOffice link = open(server, 1, b -> b)) {
      link.start(commands::add);
      assertTrue(linkChange().online());
      server.send(
          "[2,\"9\",\"SetVariables\",{\"setVariableData\":[{\"component\":{\"name\":"
              + "\"SecurityCtrlr\"},\"variable\":{\"name\":\"BasicAuthPassword\"},"
              + "\"attributeValue\":\"verysecretpassword\"}]}]");
      assertTrue(server.nextAnswer().contains("Accepted"));
      assertFalse(seen.toString().contains("verysecret"), seen::toString);
    }
  }
}
