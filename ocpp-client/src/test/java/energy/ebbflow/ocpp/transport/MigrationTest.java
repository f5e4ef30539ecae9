package energy.ebbflow.ocpp.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import energy.ebbflow.ocpp.OcppBackOffice;
import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.config.Outlet;
import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.StrictJson;
import energy.ebbflow.ocpp.profile.Electrical;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TC_B_50: the station is moved to another back office, whose root it gets from the first one. */
class MigrationTest {
  @TempDir Path folder;

  private static WireServer server(TestAuthority authority) throws Exception {
    TestAuthority.Issued own = authority.issue("127.0.0.1");
    SslContext tls = SslContextBuilder.forServer(own.chain().toFile(), own.key().toFile()).build();
    return new WireServer("ocpp2.1", MigrationTest::answer, Optional.of(tls));
  }

  private static void answer(Channel channel, String text) {
    if (text.startsWith("[2,")) {
      String payload =
          text.contains("\"BootNotification\"")
              ? "{\"currentTime\":\"2026-03-01T12:00:00Z\",\"interval\":300,"
                  + "\"status\":\"Accepted\"}"
              : "{}";
      channel.writeAndFlush(
          new TextWebSocketFrame("[3," + text.split(",")[1] + "," + payload + "]"));
    }
  }

  private static String asked(WireServer office, String action, String payload)
      throws InterruptedException, JsonFault {
    office.send("[2,\"" + action + "\",\"" + action + "\"," + payload + "]");
    ArrayNode answer = (ArrayNode) StrictJson.parse(office.nextAnswer());
    assertEquals(action, answer.get(1).asText());
    return StrictJson.write(answer.get(2));
  }

  private OcppBackOffice open(WireServer office, TestAuthority authority) {
    OcppConfig config =
        OcppConfig.builder(
                URI.create("wss://127.0.0.1:" + office.port() + "/ocpp"),
                "EB1",
                folder.resolve("link.db"))
            .basicAuthPassword("0123456789abcdef")
            .trustedCertificates(authority.certificate)
            .outlets(new Outlet("cCCS2", true, new Electrical(400, 1, 22_000, 0)))
            .build();
    OcppBackOffice link =
        OcppBackOffice.open(
            config,
            LinkClock.virtual(50, System.currentTimeMillis()),
            (direction, type, id, action, payload) -> {});
    link.start(command -> {});
    return link;
  }

  private static String boot(WireServer office) throws InterruptedException {
    String text = office.next();
    while (!text.contains("\"BootNotification\"")) {
      text = office.next();
    }
    return text;
  }

  @Test
  void aNewRootLeadsToANewBackOffice() throws Exception {
    TestAuthority first = new TestAuthority(folder, "first");
    TestAuthority second = new TestAuthority(folder, "second");
    try (WireServer old = server(first);
        WireServer young = server(second);
        OcppBackOffice link = open(old, first)) {
      boot(old);
      String root = "\"" + Files.readString(second.certificate).replace("\n", "\\n") + "\"";
      assertTrue(
          asked(
                  old,
                  "InstallCertificate",
                  "{\"certificateType\":\"CSMSRootCertificate\",\"certificate\":" + root + "}")
              .contains("Accepted"));
      assertTrue(
          asked(
                  old,
                  "SetNetworkProfile",
                  "{\"configurationSlot\":1,\"connectionData\":{\"ocppInterface\":\"Wired0\","
                      + "\"ocppTransport\":\"JSON\",\"messageTimeout\":30,\"securityProfile\":2,"
                      + "\"ocppCsmsUrl\":\"wss://127.0.0.1:"
                      + young.port()
                      + "/new\"}}")
              .contains("Accepted"));
      assertTrue(
          asked(
                  old,
                  "SetVariables",
                  "{\"setVariableData\":[{\"attributeValue\":\"1,0\",\"component\":{\"name\":"
                      + "\"OCPPCommCtrlr\"},\"variable\":{\"name\":"
                      + "\"NetworkConfigurationPriority\"}}]}")
              .contains("Accepted"));
      boot(young);
      assertTrue(
          String.valueOf(young.handshakes.poll(20, TimeUnit.SECONDS)).startsWith("/new/EB1"));
      assertEquals(0, link.queued());
    }
  }
}
