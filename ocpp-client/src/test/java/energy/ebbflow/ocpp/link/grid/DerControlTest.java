package energy.ebbflow.ocpp.link.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.der.DerSupport;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.GridRule;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.link.Bench;
import energy.ebbflow.ocpp.v2.der.GridEventFault;
import energy.ebbflow.ocpp.v2.needs.DerControl;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DER control as the back office sees it: OCPP 2.1, R04. */
class DerControlTest {
  /** A 22 kW outlet that measures the frequency, but not the voltage. */
  static final DerSupport SUPPORT =
      new DerSupport(
          EnumSet.of(
              DerControl.FREQ_DROOP,
              DerControl.FREQ_WATT,
              DerControl.HF_MUST_TRIP,
              DerControl.LF_MUST_TRIP,
              DerControl.LIMIT_MAX_DISCHARGE,
              DerControl.ENTER_SERVICE,
              DerControl.GRADIENTS),
          22_000,
          22_000,
          230,
          "Ebbflow",
          "bench");

  private final Path folder;
  private Bench bench;

  DerControlTest(@TempDir Path folder) {
    this.folder = folder;
    this.bench = new Bench(folder, SUPPORT).online();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private static String droop(int priority, String more) {
    return "\"freqDroop\":{\"priority\":"
        + priority
        + ",\"overFreq\":50.2,\"underFreq\":49.8,\"overDroop\":0.05,\"underDroop\":0.05,"
        + "\"responseTime\":0"
        + more
        + "}";
  }

  private static String at(double seconds, double duration) {
    return ",\"startTime\":\""
        + Bench.START.plusMillis(Math.round(seconds * 1_000))
        + "\",\"duration\":"
        + duration;
  }

  private JsonNode set(String id, boolean isDefault, String kind, String content) {
    return bench.asked(
        "SetDERControl",
        "{\"isDefault\":"
            + isDefault
            + ",\"controlId\":\""
            + id
            + "\",\"controlType\":\""
            + kind
            + "\","
            + content
            + "}");
  }

  private String status(JsonNode answer) {
    return answer.get("status").asText();
  }

  private JsonNode startStop() {
    while (!bench.frames.getFirst().path(2).asText().equals("NotifyDERStartStop")) {
      bench.reply(bench.frames.getFirst().get(2).asText(), "{}");
    }
    return bench.reply("NotifyDERStartStop", "{}");
  }

  /** The newest rules that the outlets were told. */
  private List<GridRule> rules() {
    List<GridRule> newest = List.of();
    while (!bench.none(BackOfficeCommand.GridRules.class)) {
      newest = bench.command(BackOfficeCommand.GridRules.class).rules();
    }
    return newest;
  }

  /** R04.FR.01, FR.13, FR.15 to FR.17, FR.50, and what the station's own rules refuse. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true|FreqDroop|{d}|Accepted|",
        "true|FreqDroop|{d},{d2}|Rejected|InvalidValue",
        "true|FreqWatt|{d}|Rejected|InvalidValue",
        "true|VoltVar|{d}|NotSupported|UnsupportedParam",
        "true|FixedVar|{d}|NotSupported|UnsupportedParam",
        "true|FreqDroop|{timed}|Rejected|InvalidValue",
        "false|FreqDroop|{d}|Rejected|MissingParam",
        "false|FreqDroop|{over}|Rejected|InvalidValue",
        "false|Gradients|{g}|Rejected|InvalidValue",
        "true|Gradients|{g}|Accepted|",
        "true|FreqWatt|{fw}|Accepted|",
        "true|FreqWatt|{var}|Rejected|InvalidValue",
        "true|FreqWatt|{back}|Rejected|InvalidValue",
        "true|HFMustTrip|{hf}|Accepted|",
        "true|HFMustTrip|{wrong}|Rejected|InvalidValue",
        "true|LimitMaxDischarge|{none}|Rejected|MissingParam"
      })
  void whatCannotBeCarriedOutIsRefused(
      boolean isDefault, String kind, String content, String status, String reason) {
    String curve = "\"curve\":{\"priority\":0,\"yUnit\":\"%s\",\"curveData\":[%s]}";
    String filled =
        content
            .replace("{d2}", "\"gradient\":{\"priority\":0,\"gradient\":1,\"softGradient\":1}")
            .replace("{d}", droop(0, ""))
            .replace("{timed}", droop(0, at(60, 60)))
            .replace("{over}", droop(0, at(-60, 30)))
            .replace("{g}", "\"gradient\":{\"priority\":0,\"gradient\":1,\"softGradient\":1}")
            .replace(
                "{fw}", curve.formatted("PctMaxW", "{\"x\":50.2,\"y\":100},{\"x\":51.5,\"y\":0}"))
            .replace("{var}", curve.formatted("PctMaxVar", "{\"x\":50.2,\"y\":100}"))
            .replace(
                "{back}", curve.formatted("PctMaxW", "{\"x\":51.5,\"y\":0},{\"x\":50.2,\"y\":100}"))
            .replace(
                "{hf}",
                curve.formatted("Not_Applicable", "{\"x\":51.5,\"y\":5},{\"x\":52,\"y\":0.1}"))
            .replace(
                "{wrong}",
                curve.formatted("Not_Applicable", "{\"x\":51.5,\"y\":1},{\"x\":52,\"y\":5}"))
            .replace("{none}", "\"limitMaxDischarge\":{\"priority\":0}");
    JsonNode answer = set("a", isDefault, kind, filled);
    assertEquals(status, status(answer));
    assertEquals(
        Optional.ofNullable(reason),
        Optional.ofNullable(answer.get("statusInfo")).map(i -> i.get("reasonCode").asText()));
  }

  /** A default control holds at once; a scheduled one in its time, both sides of either end. */
  @Test
  void aScheduledControlHoldsInItsTime() {
    assertEquals(List.of(), rules(), "told at the start, too");
    set("default", true, "FreqDroop", droop(5, ""));
    assertEquals("default", rules().getFirst().control());
    assertEquals("Accepted", status(set("later", false, "FreqDroop", droop(7, at(60, 30)))));
    bench.pass(59.9);
    assertEquals(List.of(), rules(), "nothing has changed");
    bench.pass(0.1);
    assertEquals("later", rules().getFirst().control(), "whatever the default's priority");
    JsonNode started = startStop();
    assertTrue(started.get("started").asBoolean());
    assertEquals("later", started.get("controlId").asText());
    bench.pass(29.9);
    assertEquals(List.of(), rules());
    bench.pass(0.1);
    assertEquals("default", rules().getFirst().control());
    assertFalse(startStop().get("started").asBoolean());
    assertEquals(
        "NotFound",
        status(bench.asked("GetDERControl", "{\"requestId\":1,\"controlId\":\"later\"}")),
        "R04.FR.10: what is over is gone");
  }

  /** R04.FR.03, FR.06, FR.08: the smaller number wins when it arrives; of equals the first. */
  @Test
  void theSmallerPriorityWinsWhenItArrives() {
    set("five", true, "FreqDroop", droop(5, ""));
    assertFalse(set("same", true, "FreqDroop", droop(5, "")).has("supersededIds"));
    assertEquals("five", rules().getFirst().control());
    JsonNode better = set("three", true, "FreqDroop", droop(3, ""));
    assertEquals(2, better.get("supersededIds").size());
    assertEquals("three", rules().getFirst().control());
    JsonNode worse = set("four", true, "FreqDroop", droop(4, ""));
    assertEquals("Accepted", status(worse));
    assertEquals("four", worse.get("supersededIds").get(0).asText());
    bench.asked("GetDERControl", "{\"requestId\":9,\"isDefault\":true}");
    JsonNode report = bench.reply("ReportDERControl", "{}");
    assertEquals(9, report.get("requestId").asInt());
    assertEquals(4, report.get("freqDroop").size());
    for (JsonNode one : report.get("freqDroop")) {
      assertEquals(!one.get("id").asText().equals("three"), one.get("isSuperseded").asBoolean());
    }
  }

  /** R04.FR.07, FR.21: what runs goes on until the better one begins. */
  @Test
  void whatRunsGoesOnUntilTheBetterOneBegins() {
    set("runs", false, "FreqDroop", droop(5, at(0, 600)));
    startStop();
    assertFalse(set("better", false, "FreqDroop", droop(1, at(60, 60))).has("supersededIds"));
    bench.pass(59.9);
    assertEquals("runs", rules().getFirst().control());
    bench.pass(0.1);
    JsonNode started = startStop();
    assertEquals("better", started.get("controlId").asText());
    assertEquals("runs", started.get("supersededIds").get(0).asText());
    bench.pass(60);
    assertEquals(List.of(), rules(), "what is superseded never runs again");
  }

  /** R04.FR.36, FR.41 to FR.46. */
  @Test
  void controlsAreCleared() {
    set("a", true, "FreqDroop", droop(5, ""));
    set("g", true, "Gradients", "\"gradient\":{\"priority\":0,\"gradient\":1,\"softGradient\":1}");
    String clear = "{\"isDefault\":%s%s}";
    assertEquals(
        "NotFound",
        status(bench.asked("ClearDERControl", clear.formatted(false, ",\"controlId\":\"a\""))));
    assertEquals(
        "NotSupported",
        status(
            bench.asked("ClearDERControl", clear.formatted(true, ",\"controlType\":\"WattPF\""))));
    assertEquals(
        "NotFound",
        status(
            bench.asked(
                "ClearDERControl", clear.formatted(true, ",\"controlType\":\"FreqWatt\""))));
    assertEquals(
        "Accepted",
        status(bench.asked("ClearDERControl", clear.formatted(true, ",\"controlId\":\"a\""))));
    assertEquals(List.of(DerControl.GRADIENTS), rules().stream().map(GridRule::kind).toList());
    assertEquals("Accepted", status(bench.asked("ClearDERControl", clear.formatted(true, ""))));
    assertEquals("Accepted", status(bench.asked("ClearDERControl", clear.formatted(true, ""))));
    assertEquals(List.of(), rules());
    assertEquals(
        "NotSupported",
        status(bench.asked("GetDERControl", "{\"requestId\":1,\"controlType\":\"WattPF\"}")));
  }

  /** R01.FR.03: a restart forgets nothing, and what ended meanwhile has ended. */
  @Test
  void controlsSurviveARestart() {
    set("default", true, "FreqDroop", droop(5, ""));
    set("runs", false, "FreqDroop", droop(5, at(0, 600)));
    startStop();
    long until = bench.nanos;
    bench.close();
    bench = new Bench(folder, SUPPORT);
    bench.nanos = until + 300 * Bench.SECOND;
    bench.online2();
    assertEquals("runs", rules().getFirst().control());
    bench.close();
    bench = new Bench(folder, SUPPORT);
    bench.nanos = until + 700 * Bench.SECOND;
    bench.online2();
    assertFalse(startStop().get("started").asBoolean());
    assertEquals("default", rules().getFirst().control());
  }

  /** As many as a list of superseded ones may name. */
  @Test
  void thereIsABound() {
    for (int i = 0; i < 24; i++) {
      assertEquals("Accepted", status(set("c" + i, true, "FreqDroop", droop(30 - i, ""))));
    }
    JsonNode more = set("more", true, "FreqDroop", droop(1, ""));
    assertEquals("Rejected", status(more));
    assertEquals("TooManyElements", more.get("statusInfo").get("reasonCode").asText());
    assertEquals("Accepted", status(set("c3", true, "FreqDroop", droop(1, ""))), "a replacement");
  }

  @Test
  void anAlarmIsTold() {
    bench.report(
        new StationEvent.GridAlarm(
            1,
            DerControl.HF_MUST_TRIP,
            Optional.of(GridEventFault.OVER_FREQUENCY),
            false,
            "52.1 Hz",
            Instant.parse("2026-03-01T12:00:01Z")));
    JsonNode told = bench.reply("NotifyDERAlarm", "{}");
    assertEquals("HFMustTrip", told.get("controlType").asText());
    assertEquals("OverFrequency", told.get("gridEventFault").asText());
    assertFalse(told.has("alarmEnded"));
    assertEquals("EVSE 1: 52.1 Hz", told.get("extraInfo").asText());
  }

  /** R01.FR.02: the outlet that can shows what it can, and no other has the component. */
  @Test
  void theModesAreShown() {
    String ask =
        "{\"getVariableData\":[{\"component\":{\"name\":\"DCDERCtrlr\",\"evse\":{\"id\":%d}},"
            + "\"variable\":{\"name\":\"ModesSupported\"}}]}";
    JsonNode modes = bench.asked("GetVariables", ask.formatted(1)).get("getVariableResult").get(0);
    assertEquals(
        "EnterService,FreqDroop,FreqWatt,Gradients,HFMustTrip,LimitMaxDischarge,LFMustTrip",
        modes.get("attributeValue").asText());
    assertEquals(
        "UnknownComponent",
        bench
            .asked("GetVariables", ask.formatted(2))
            .get("getVariableResult")
            .get(0)
            .get("attributeStatus")
            .asText());
  }
}
