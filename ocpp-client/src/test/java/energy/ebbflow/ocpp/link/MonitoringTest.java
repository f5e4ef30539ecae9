package energy.ebbflow.ocpp.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.ConnectorStatus.Status;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Monitoring and customer information: N02 to N10, by the OCA's test cases (part 6, TC_N). */
class MonitoringTest {
  private static final String POWER =
      "\"component\":{\"name\":\"EVSE\",\"evse\":{\"id\":1}},\"variable\":{\"name\":\"Power\"}";

  private final Path folder;
  private Bench bench;

  MonitoringTest(@TempDir Path folder) {
    this.folder = folder;
    this.bench = new Bench(folder).online();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private JsonNode set(String kind, double value, int severity, String where, String more) {
    return bench
        .asked(
            "SetVariableMonitoring",
            "{\"setMonitoringData\":[{\"type\":\""
                + kind
                + "\",\"value\":"
                + value
                + ",\"severity\":"
                + severity
                + more
                + ","
                + where
                + "}]}")
        .get("setMonitoringResult")
        .get(0);
  }

  private void power(String id, Kind kind) {
    bench.report(Bench.transaction(kind, id, "MeterValuePeriodic"));
  }

  /** The next call of the station that is a NotifyEvent; what else it says is answered. */
  private JsonNode event() {
    while (!bench.frames.getFirst().get(2).asText().equals("NotifyEvent")) {
      bench.reply(bench.frames.getFirst().get(2).asText(), "{}");
    }
    return bench.reply("NotifyEvent", "{}").get("eventData").get(0);
  }

  /** TC_N_08 and others: what cannot be watched is refused by its name. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UpperThreshold|5000|5|EVSE|1|Power|Accepted",
        "Delta|1|5|EVSE|1|AvailabilityState|Accepted",
        "UpperThreshold|5|5|EVSE|1|AvailabilityState|UnsupportedMonitorType",
        "UpperThreshold|5|5|EVSE|9|Power|UnknownComponent",
        "UpperThreshold|5|5|EVSE|1|Colour|UnknownVariable",
        "UpperThreshold|99000|5|EVSE|1|Power|Rejected",
        "Delta|-1|5|EVSE|1|Power|Rejected",
        "Periodic|0|5|EVSE|1|Power|Rejected",
        "UpperThreshold|5|10|EVSE|1|Power|Rejected",
        "TargetDelta|5|5|EVSE|1|Power|UnsupportedMonitorType"
      })
  void whatCannotBeWatchedIsRefused(
      String kind,
      double value,
      int severity,
      String name,
      int evse,
      String variable,
      String said) {
    String where =
        "\"component\":{\"name\":\""
            + name
            + "\",\"evse\":{\"id\":"
            + evse
            + "}},\"variable\":{\"name\":\""
            + variable
            + "\"}";
    assertEquals(said, set(kind, value, severity, where, "").get("status").asText());
  }

  /** N04.FR.17, and a replacement by its number. */
  @Test
  void aSecondMonitorOfTheSameKindIsADuplicate() {
    int id = set("UpperThreshold", 5_000, 5, POWER, "").get("id").asInt();
    assertEquals("Duplicate", set("UpperThreshold", 6_000, 5, POWER, "").get("status").asText());
    assertEquals(
        "Accepted", set("UpperThreshold", 6_000, 5, POWER, ",\"id\":" + id).get("status").asText());
    assertEquals(
        "Rejected", set("UpperThreshold", 7_000, 4, POWER, ",\"id\":77").get("status").asText());
  }

  /** TC_N_21, N07.FR.18: told once when exceeded, and once when it is not any more. */
  @Test
  void aThresholdIsToldWhenItIsCrossed() {
    int id = set("UpperThreshold", 6_999, 3, POWER, "").get("id").asInt();
    power("t", Kind.STARTED);
    JsonNode event = event();
    assertEquals("7000", event.get("actualValue").asText());
    assertEquals("Alerting", event.get("trigger").asText());
    assertEquals(id, event.get("variableMonitoringId").asInt());
    assertEquals("CustomMonitor", event.get("eventNotificationType").asText());
    bench.reply("TransactionEvent", "{}");
    power("t", Kind.UPDATED);
    bench.reply("TransactionEvent", "{}");
    assertTrue(bench.frames.isEmpty(), "it is still exceeded");
    power("t", Kind.ENDED);
    assertTrue(event().get("cleared").asBoolean());
  }

  /** TC_N_23: for words every change counts. */
  @Test
  void everyChangeOfAWordIsToldByDelta() {
    set(
        "Delta",
        1,
        5,
        "\"component\":{\"name\":\"EVSE\",\"evse\":{\"id\":1}},"
            + "\"variable\":{\"name\":\"AvailabilityState\"}",
        "");
    bench.report(new StationEvent.ConnectorStatus(1, 1, Status.OCCUPIED, Bench.START));
    JsonNode event = event();
    assertEquals("Occupied", event.get("actualValue").asText());
    assertEquals("Delta", event.get("trigger").asText());
  }

  /** TC_N_24: both sides of the time; aligned ones at multiples since midnight. */
  @Test
  void periodicMonitorsTellAtTheirTimes() {
    set("Periodic", 50, 5, POWER, "");
    bench.pass(49.9);
    assertTrue(bench.frames.isEmpty());
    bench.pass(0.1);
    assertEquals("Periodic", event().get("trigger").asText());
    set("PeriodicClockAligned", 80, 4, POWER, "");
    // 12:00:50; a day has 540 times 80 s at noon, the next multiple is 12:01:20.
    bench.pass(29.9);
    assertTrue(bench.frames.isEmpty());
    bench.pass(0.1);
    assertEquals("Periodic", event().get("trigger").asText());
  }

  /** N05: less severe events are not told; N08: some only during a transaction. */
  @Test
  void severityAndTransactionAreFilters() {
    set("UpperThreshold", 6_999, 5, POWER, "");
    assertEquals(
        "Rejected", bench.asked("SetMonitoringLevel", "{\"severity\":10}").get("status").asText());
    assertEquals(
        "Accepted", bench.asked("SetMonitoringLevel", "{\"severity\":4}").get("status").asText());
    power("t", Kind.STARTED);
    bench.reply("TransactionEvent", "{}");
    assertTrue(bench.frames.isEmpty());
    set("LowerThreshold", 7_001, 4, POWER, ",\"transaction\":true");
    assertEquals("7000", event().get("actualValue").asText());
  }

  /** N02, N03, N06, and that a restart forgets no monitor. */
  @Test
  void monitorsAreReportedKeptAndCleared() {
    assertEquals(
        "EmptyResultSet",
        bench.asked("GetMonitoringReport", "{\"requestId\":1}").get("status").asText());
    int id = set("UpperThreshold", 5_000, 5, POWER, "").get("id").asInt();
    set("Periodic", 600, 5, POWER, "");
    bench.close();
    bench = new Bench(folder).online2();
    bench.asked(
        "GetMonitoringReport",
        "{\"requestId\":2,\"monitoringCriteria\":[\"ThresholdMonitoring\"]}");
    JsonNode report = bench.reply("NotifyMonitoringReport", "{}");
    assertEquals(1, report.get("monitor").size());
    assertEquals(
        id, report.get("monitor").get(0).get("variableMonitoring").get(0).get("id").asInt());
    JsonNode cleared = bench.asked("ClearVariableMonitoring", "{\"id\":[" + id + ",99]}");
    assertEquals("Accepted", cleared.get("clearMonitoringResult").get(0).get("status").asText());
    assertEquals("NotFound", cleared.get("clearMonitoringResult").get(1).get("status").asText());
    bench.asked("SetMonitoringBase", "{\"monitoringBase\":\"HardWiredOnly\"}");
    assertEquals(
        "EmptyResultSet",
        bench.asked("GetMonitoringReport", "{\"requestId\":3}").get("status").asText());
  }

  /** TC_N_27 to 32: what is known of a token, and that it is forgotten. */
  @Test
  void aCustomersDataAreToldAndForgotten() {
    bench.report(
        new StationEvent.AuthorisationQuestion(
            1, 1, new energy.ebbflow.ocpp.domain.IdToken("AB", "ISO14443")));
    bench.reply("Authorize", "{\"idTokenInfo\":{\"status\":\"Blocked\"}}");
    String token = ",\"idToken\":{\"idToken\":\"AB\",\"type\":\"ISO14443\"}}";
    String ask = "{\"requestId\":5,\"report\":true,\"clear\":%s" + token;
    assertEquals(
        "Accepted",
        bench.asked("CustomerInformation", ask.formatted("true")).get("status").asText());
    assertTrue(
        bench.reply("NotifyCustomerInformation", "{}").get("data").asText().contains("Blocked"));
    bench.asked("CustomerInformation", ask.formatted("false"));
    JsonNode nothing = bench.reply("NotifyCustomerInformation", "{}");
    assertEquals("no data", nothing.get("data").asText());
    assertFalse(nothing.get("tbc").asBoolean());
    assertEquals(
        "Invalid",
        bench
            .asked("CustomerInformation", "{\"requestId\":5,\"report\":true,\"clear\":false}")
            .get("status")
            .asText());
  }

  /** J01: an outlet without a transaction tells its values by themselves, unless they are old. */
  @Test
  void clockAlignedValuesOfAnIdleOutlet() {
    bench.asked(
        "SetVariables",
        "{\"setVariableData\":[{\"attributeValue\":\"80\","
            + "\"component\":{\"name\":\"AlignedDataCtrlr\"},"
            + "\"variable\":{\"name\":\"Interval\"}}]}");
    bench.pass(75);
    bench.report(new StationEvent.IdleReading(1, sampleNow(700)));
    bench.report(new StationEvent.IdleReading(2, sampleNow(900)));
    power("t", Kind.STARTED);
    bench.reply("TransactionEvent", "{}");
    bench.pass(4.9);
    assertTrue(bench.frames.isEmpty());
    bench.pass(0.1);
    JsonNode first = bench.reply(bench.frames.getFirst().get(2).asText(), "{}");
    JsonNode second = bench.reply(bench.frames.getFirst().get(2).asText(), "{}");
    JsonNode values = first.has("evseId") ? first : second;
    assertEquals(2, values.get("evseId").asInt(), "a transaction runs at the other one");
    JsonNode sampled = values.get("meterValue").get(0).get("sampledValue");
    assertEquals("Sample.Clock", sampled.get(0).get("context").asText());
    assertEquals(900, sampled.get(0).get("value").asDouble());
    power("t", Kind.ENDED);
    bench.reply("TransactionEvent", "{}");
    bench.pass(80);
    assertTrue(bench.frames.isEmpty(), "what is known is 85 s old");
  }

  private MeterSample sampleNow(double importedWh) {
    return new MeterSample(
        bench.now().instant(),
        importedWh,
        5,
        0,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** J01: at multiples of the interval since midnight, both sides; only what runs has values. */
  @Test
  void clockAlignedValuesOfATransaction() {
    bench.asked(
        "SetVariables",
        "{\"setVariableData\":[{\"attributeValue\":\"80\","
            + "\"component\":{\"name\":\"AlignedDataCtrlr\"},"
            + "\"variable\":{\"name\":\"Interval\"}}]}");
    bench.pass(80);
    assertTrue(bench.frames.isEmpty(), "nothing runs");
    power("t", Kind.STARTED);
    bench.reply("TransactionEvent", "{}");
    bench.pass(79.9);
    assertTrue(bench.frames.isEmpty());
    bench.pass(0.1);
    JsonNode told = bench.reply("TransactionEvent", "{}");
    assertEquals("MeterValueClock", told.get("triggerReason").asText());
    JsonNode values = told.get("meterValue").get(0).get("sampledValue");
    assertEquals("Sample.Clock", values.get(0).get("context").asText());
    assertEquals(2, values.size(), "AlignedDataCtrlr.Measurands");
  }
}
