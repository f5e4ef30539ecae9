package energy.ebbflow.ocpp.link.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import energy.ebbflow.ocpp.link.Bench;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Periodic event streams: OCPP 2.1, N11 to N15. */
class StreamsTest {
  private static final int SEND = 6;

  private final Path folder;
  private Bench bench;

  StreamsTest(@TempDir Path folder) {
    this.folder = folder;
    this.bench = new Bench(folder).online();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private JsonNode set(String kind, int seconds, String stream) {
    return bench
        .asked(
            "SetVariableMonitoring",
            "{\"setMonitoringData\":[{\"type\":\""
                + kind
                + "\",\"value\":"
                + seconds
                + ",\"severity\":5,\"periodicEventStream\":"
                + stream
                + ",\"component\":{\"name\":\"EVSE\",\"evse\":{\"id\":1}},"
                + "\"variable\":{\"name\":\"Power\"}}]}")
        .get("setMonitoringResult")
        .get(0);
  }

  private JsonNode opened(String status) {
    return bench
        .reply("OpenPeriodicEventStream", "{\"status\":\"" + status + "\"}")
        .get("constantStreamData");
  }

  private JsonNode sent() {
    ArrayNode frame = bench.frame();
    assertEquals(SEND, frame.get(0).asInt(), () -> "a SEND, got " + frame);
    assertEquals("NotifyPeriodicEventStream", frame.get(2).asText());
    return frame.get(3);
  }

  /** N11, N15: values that are taken every 10 s go together every 30 s, without being answered. */
  @Test
  void valuesGoTogetherAfterTheInterval() {
    int monitor = set("Periodic", 10, "{\"interval\":30}").get("id").asInt();
    JsonNode constant = opened("Accepted");
    assertEquals(monitor, constant.get("variableMonitoringId").asInt());
    assertEquals(30, constant.get("params").get("interval").asInt());
    bench.pass(29.9);
    assertTrue(bench.frames.isEmpty());
    bench.pass(0.1);
    JsonNode data = sent();
    assertEquals(constant.get("id"), data.get("id"));
    assertEquals(0, data.get("pending").asInt());
    assertEquals("2026-03-01T12:00:10.000Z", data.get("basetime").asText());
    assertEquals(3, data.get("data").size());
    assertEquals(0, data.get("data").get(0).get("t").asDouble());
    assertEquals(20, data.get("data").get(2).get("t").asDouble());
    assertEquals("0", data.get("data").get(2).get("v").asText());
    assertTrue(bench.frames.isEmpty());
  }

  /** So many together, however long it takes. */
  @Test
  void valuesGoTogetherByTheirNumber() {
    set("Periodic", 10, "{\"values\":2}");
    opened("Accepted");
    bench.pass(19.9);
    assertTrue(bench.frames.isEmpty());
    bench.pass(0.1);
    assertEquals(2, sent().get("data").size());
  }

  /** A back office that wants no stream hears events, as without one. */
  @Test
  void withoutConsentEventsAreTold() {
    set("Periodic", 10, "{\"interval\":30}");
    opened("Rejected");
    bench.pass(10);
    assertEquals("Periodic", bench.reply("NotifyEvent", "{}").at("/eventData/0/trigger").asText());
    assertFalse(bench.asked("GetPeriodicEventStream", "{}").has("constantStreamData"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Delta|10|{\"interval\":30}",
        "Periodic|10|{\"interval\":90000}",
        "Periodic|10|{\"values\":101}"
      })
  void whatCannotBeStreamedIsRefused(String kind, int value, String stream) {
    assertEquals("Rejected", set(kind, value, stream).get("status").asText());
    assertTrue(bench.frames.isEmpty());
  }

  /** N12, N13, N14. */
  @Test
  void streamsAreShownAdjustedAndClosed() {
    int monitor = set("Periodic", 10, "{\"interval\":30}").get("id").asInt();
    int id = opened("Accepted").get("id").asInt();
    String adjust = "{\"id\":%d,\"params\":{\"values\":1}}";
    assertEquals(
        "Rejected",
        bench.asked("AdjustPeriodicEventStream", adjust.formatted(id + 1)).get("status").asText());
    assertEquals(
        "Accepted",
        bench.asked("AdjustPeriodicEventStream", adjust.formatted(id)).get("status").asText());
    JsonNode shown = bench.asked("GetPeriodicEventStream", "{}").get("constantStreamData").get(0);
    assertEquals(1, shown.get("params").get("values").asInt());
    bench.pass(10);
    assertEquals(1, sent().get("data").size());
    bench.asked("ClearVariableMonitoring", "{\"id\":[" + monitor + "]}");
    assertEquals(id, bench.reply("ClosePeriodicEventStream", "{}").get("id").asInt());
    assertFalse(bench.asked("GetPeriodicEventStream", "{}").has("constantStreamData"));
  }

  /** What comes while the link is down waits, in order; at most as many at once as are wanted. */
  @Test
  void valuesWaitForTheLink() {
    set("Periodic", 10, "{\"values\":2}");
    opened("Accepted");
    bench.link.closed("gone", bench.now());
    bench.pass(35);
    bench.frames.clear();
    bench.link.opened("ocpp2.1", bench.now());
    bench.pass(5);
    JsonNode first = sent();
    assertEquals("2026-03-01T12:00:10.000Z", first.get("basetime").asText());
    assertEquals(1, first.get("pending").asInt());
    JsonNode second = sent();
    assertEquals("2026-03-01T12:00:30.000Z", second.get("basetime").asText());
    assertEquals(0, second.get("pending").asInt());
  }

  /** A restart forgets no stream; it is opened anew. */
  @Test
  void aStreamSurvivesARestart() {
    set("Periodic", 10, "{\"values\":1}");
    int id = opened("Accepted").get("id").asInt();
    bench.close();
    bench = new Bench(folder).online2();
    assertEquals(id, opened("Accepted").get("id").asInt());
    bench.reply("SecurityEventNotification", "{}");
    bench.pass(10);
    assertEquals(id, sent().get("id").asInt());
  }

  /** One more than there may be: its monitor tells events. */
  @Test
  void thereIsABound() {
    for (int severity = 0; severity < 9; severity++) {
      for (String kind : new String[] {"Periodic", "PeriodicClockAligned"}) {
        assertEquals(
            "Accepted",
            bench
                .asked(
                    "SetVariableMonitoring",
                    "{\"setMonitoringData\":[{\"type\":\""
                        + kind
                        + "\",\"value\":600,\"severity\":"
                        + severity
                        + ",\"periodicEventStream\":{\"values\":1},"
                        + "\"component\":{\"name\":\"EVSE\",\"evse\":{\"id\":1}},"
                        + "\"variable\":{\"name\":\"Power\"}}]}")
                .at("/setMonitoringResult/0/status")
                .asText());
        if (!bench.frames.isEmpty()) {
          opened("Accepted");
        }
      }
    }
    assertEquals(16, bench.asked("GetPeriodicEventStream", "{}").get("constantStreamData").size());
  }
}
