package energy.ebbflow.ocpp.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import energy.ebbflow.ocpp.transport.WireServer;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Money survives: a station is killed again and again while a back office counts. */
class KillTest {
  private static final int KILLS = 4;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Per transaction, per number: the payload as it came first. */
  private final Map<String, Map<Integer, JsonNode>> received = new LinkedHashMap<>();

  private final List<String> faults = new ArrayList<>();
  private final Random random = new Random(20260301);
  private int answered;
  private int repeated;

  private synchronized void text(Channel channel, String text) {
    try {
      JsonNode frame = JSON.readTree(text);
      if (frame.get(0).asInt() != 2) {
        return;
      }
      String action = frame.get(2).asText();
      if (action.equals("TransactionEvent")) {
        count(frame.get(3));
        if (++answered % 41 == 0) {
          // Heard but never answered: the station cannot know, so it must repeat.
          channel.close();
          return;
        }
      }
      String payload =
          switch (action) {
            case "BootNotification" ->
                "{\"currentTime\":\"2026-03-01T12:00:00Z\",\"interval\":300,"
                    + "\"status\":\"Accepted\"}";
            case "Heartbeat" -> "{\"currentTime\":\"2026-03-01T12:00:00Z\"}";
            default -> "{}";
          };
      channel.writeAndFlush(new TextWebSocketFrame("[3," + frame.get(1) + "," + payload + "]"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void count(JsonNode event) {
    String id = event.get("transactionInfo").get("transactionId").asText();
    int seq = event.get("seqNo").asInt();
    Map<Integer, JsonNode> known = received.computeIfAbsent(id, i -> new HashMap<>());
    JsonNode before = known.putIfAbsent(seq, event);
    if (before != null) {
      repeated++;
      if (!before.equals(event)) {
        faults.add(id + " " + seq + " came again with another content");
      }
    } else if (seq != known.size() - 1) {
      faults.add(id + " " + seq + " came out of order, after " + known.keySet());
    }
  }

  private Process station(WireServer server, Path database, String prefix, String mode)
      throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            ReporterMain.class.getName(),
            "ws://127.0.0.1:" + server.port() + "/ocpp",
            database.toString(),
            prefix,
            mode)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  @Test
  void nothingIsLostNothingIsReorderedNothingIsCountedTwice(@TempDir Path folder) throws Exception {
    Path database = folder.resolve("link.db");
    List<String> durable = new ArrayList<>();
    try (WireServer server = new WireServer("ocpp2.1", this::text)) {
      for (int kill = 0; kill < KILLS; kill++) {
        Process station = station(server, database, "k" + kill + "-", "report");
        try (BufferedReader lines = station.inputReader()) {
          int limit = 15 + random.nextInt(60);
          for (int i = 0; i < limit; i++) {
            String line = lines.readLine();
            assertNotNull(line, "the station ended by itself");
            durable.add(line);
          }
          // The handle kills without closing our end of the pipe.
          station.toHandle().destroyForcibly();
          // Whole lines that were still in the pipe count; the last one may be torn.
          lines.lines().filter(l -> l.matches("\\S+ \\d+ [A-Z]+")).forEach(durable::add);
        }
        station.waitFor();
      }
      Process last = station(server, database, "x-", "drain");
      try (BufferedReader lines = last.inputReader()) {
        lines.lines().filter(l -> !l.equals("drained")).forEach(durable::add);
      }
      assertEquals(0, last.waitFor());
      synchronized (this) {
        check(durable);
      }
    }
  }

  private void check(List<String> durable) {
    assertEquals(List.of(), faults);
    assertTrue(durable.size() > KILLS * 15);
    assertTrue(repeated > 0, "the test never made the station repeat itself");
    for (String line : durable) {
      String[] parts = line.split(" ");
      Map<Integer, JsonNode> events = received.get(parts[0]);
      assertNotNull(events, "lost: " + line);
      assertNotNull(events.get(Integer.parseInt(parts[1])), "lost: " + line);
    }
    for (Map.Entry<String, Map<Integer, JsonNode>> transaction : received.entrySet()) {
      List<String> kinds =
          transaction.getValue().values().stream().map(e -> e.get("eventType").asText()).toList();
      assertEquals("Started", kinds.getFirst(), transaction.getKey());
      assertEquals("Ended", kinds.getLast(), transaction.getKey());
      assertEquals(1, kinds.stream().filter("Ended"::equals).count(), transaction.getKey() + kinds);
    }
  }
}
