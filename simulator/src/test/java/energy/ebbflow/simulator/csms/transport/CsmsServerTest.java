package energy.ebbflow.simulator.csms.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.simulator.csms.Desk;
import energy.ebbflow.simulator.csms.DeskEffect;
import energy.ebbflow.simulator.csms.Dialect;
import energy.ebbflow.simulator.csms.Messages;
import energy.ebbflow.simulator.csms.script.AnswerRule;
import energy.ebbflow.simulator.csms.script.CsmsScript;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The server against the JDK's WebSocket client, which shares no code with it. */
class CsmsServerTest {
  private static final int WAIT_SECONDS = 10;

  private static final class Ears implements CsmsListener {
    private final BlockingQueue<Integer> accounts = new LinkedBlockingQueue<>();

    @Override
    public void heard(String station, DeskEffect effect) {}

    @Override
    public void accounts(String station, Desk desk) {
      accounts.add(desk.ledger().transactions().size());
    }
  }

  private static final class Station implements WebSocket.Listener {
    private final BlockingQueue<String> came = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      partial.append(data);
      if (last) {
        came.add(partial.toString());
        partial.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      came.add("closed " + code);
      return null;
    }

    String next() throws InterruptedException {
      String text = came.poll(WAIT_SECONDS, TimeUnit.SECONDS);
      return text == null ? "nothing" : text;
    }
  }

  private static CsmsServer server(CsmsScript script, CsmsListener ears, Dialect... dialects) {
    return new CsmsServer(
        new CsmsConfig("localhost", 0, Arrays.asList(dialects), script, Instant.now()),
        new BenchClock(System.currentTimeMillis(), 1),
        ears);
  }

  private static WebSocket connect(
      HttpClient client, int port, Station station, String... protocols) {
    WebSocket.Builder builder = client.newWebSocketBuilder();
    if (protocols.length > 0) {
      builder.subprotocols(protocols[0], Arrays.copyOfRange(protocols, 1, protocols.length));
    }
    return builder.buildAsync(URI.create("ws://localhost:" + port + "/CS001"), station).join();
  }

  private static int status(CompletionException e) {
    return e.getCause() instanceof WebSocketHandshakeException refused
        ? refused.getResponse().statusCode()
        : 0;
  }

  @Test
  void aStationBootsAndItsTransactionIsBooked() throws Exception {
    Ears ears = new Ears();
    try (CsmsServer server = server(CsmsScript.obliging(), ears, Dialect.values());
        HttpClient client = HttpClient.newHttpClient()) {
      Station station = new Station();
      WebSocket socket = connect(client, server.start(), station, "ocpp2.0.1", "ocpp2.1");
      assertEquals("ocpp2.1", socket.getSubprotocol());
      socket.sendText(Messages.boot("1"), true).join();
      assertTrue(station.next().contains("Accepted"));
      socket.sendText(Messages.transaction("2", "Started", 0, 0, 0, 0), true).join();
      assertEquals("[3,\"2\",{}]", station.next());
      assertEquals(1, ears.accounts.poll(WAIT_SECONDS, TimeUnit.SECONDS));
      socket.abort();
    }
  }

  @Test
  void withoutACommonSubprotocolTheHandshakeFails() throws Exception {
    try (CsmsServer server = server(CsmsScript.obliging(), new Ears(), Dialect.OCPP_2_0_1);
        HttpClient client = HttpClient.newHttpClient()) {
      int port = server.start();
      CompletionException e =
          assertThrows(
              CompletionException.class, () -> connect(client, port, new Station(), "ocpp2.1"));
      assertEquals(400, status(e));
    }
  }

  @Test
  void theScriptEndsTheLinkAndKeepsTheStationOut() throws Exception {
    CsmsScript script =
        new CsmsScript(
            300,
            List.of("Accepted"),
            10,
            Map.of(),
            List.of(new AnswerRule("Heartbeat", 1, 1, new AnswerRule.Treatment.Disconnect(3600))),
            List.of());
    try (CsmsServer server = server(script, new Ears(), Dialect.values());
        HttpClient client = HttpClient.newHttpClient()) {
      int port = server.start();
      Station station = new Station();
      WebSocket socket = connect(client, port, station, "ocpp2.1");
      socket.sendText(Messages.boot("1"), true).join();
      assertTrue(station.next().contains("Accepted"));
      socket.sendText(Messages.call("2", "Heartbeat", "{}"), true).join();
      assertEquals("closed 1001", station.next());
      CompletionException e =
          assertThrows(
              CompletionException.class, () -> connect(client, port, new Station(), "ocpp2.1"));
      assertEquals(503, status(e));
    }
  }

  @Test
  void aTakenPortIsAnErrorThatNamesIt() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("localhost"));
        CsmsServer server =
            new CsmsServer(
                new CsmsConfig(
                    "localhost",
                    taken.getLocalPort(),
                    List.of(Dialect.OCPP_2_1),
                    CsmsScript.obliging(),
                    Instant.EPOCH),
                new BenchClock(0, 1),
                new Ears())) {
      IOException e = assertThrows(IOException.class, server::start);
      assertTrue(
          String.valueOf(e.getMessage()).contains("port " + taken.getLocalPort()), e.getMessage());
      assertFalse(String.valueOf(e.getMessage()).contains("Exception"));
    }
  }
}
