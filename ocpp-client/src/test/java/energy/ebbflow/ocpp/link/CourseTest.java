package energy.ebbflow.ocpp.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import energy.ebbflow.ocpp.json.WireVersion;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values of the course that are told once more with the end of a transaction (J01, J02). */
class CourseTest {
  private final Path folder;
  private Bench bench;

  CourseTest(@TempDir Path folder) {
    this.folder = folder;
    this.bench = Bench.withClock(folder, Bench.START, WireVersion.V201).online();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void set(String component, String variable, String value) {
    assertEquals("Accepted", status(component, variable, value), variable);
  }

  private String status(String component, String variable, String value) {
    JsonNode answer =
        bench.asked(
            "SetVariables",
            "{\"setVariableData\":[{\"component\":{\"name\":\""
                + component
                + "\"},\"variable\":{\"name\":\""
                + variable
                + "\"},\"attributeValue\":\""
                + value
                + "\"}]}");
    return answer.at("/setVariableResult/0/attributeStatus").asText();
  }

  private MeterSample sample() {
    return new MeterSample(
        bench.steady(),
        bench.nanos / 1e9,
        0,
        3_600,
        List.of(16.0),
        List.of(230.0),
        Optional.empty(),
        Optional.empty());
  }

  private void report(Kind kind, String trigger) {
    bench.report(
        new StationEvent.Transaction(
            kind,
            "t1",
            trigger,
            "Charging",
            1,
            1,
            Optional.of(new IdToken("AABBCCDD", "ISO14443")),
            Optional.empty(),
            kind == Kind.ENDED ? Optional.of("Local") : Optional.empty(),
            bench.steady(),
            List.of(sample())));
  }

  private void charge(int seconds) {
    for (int i = 0; i < seconds; i += 5) {
      answered();
      bench.pass(5);
      bench.store.keepSample("t1", sample());
    }
  }

  /** Answers everything; returns the newest event of the transaction. */
  private Optional<JsonNode> answered() {
    Optional<JsonNode> newest = Optional.empty();
    while (!bench.frames.isEmpty()) {
      String next = bench.frames.getFirst().path(2).asText();
      JsonNode payload =
          bench.reply(
              next,
              next.equals("Heartbeat")
                  ? "{\"currentTime\":\"" + bench.now().instant() + "\"}"
                  : "{}");
      newest = next.equals("TransactionEvent") ? Optional.of(payload) : newest;
    }
    return newest;
  }

  private JsonNode ended() {
    report(Kind.ENDED, "StopAuthorized");
    JsonNode told = answered().orElseThrow();
    assertEquals("Ended", told.get("eventType").asText());
    return told;
  }

  private static List<Instant> of(JsonNode ended, String context) {
    List<Instant> found = new ArrayList<>();
    for (JsonNode value : ended.get("meterValue")) {
      if (value.get("sampledValue").get(0).get("context").asText().equals(context)) {
        found.add(Instant.parse(value.get("timestamp").asText()));
      }
    }
    return found;
  }

  /** TC_J_10: at every interval since the begin, with the measurands that were asked for. */
  @Test
  void theEndTellsTheCourse() {
    set("SampledDataCtrlr", "TxEndedInterval", "30");
    set("SampledDataCtrlr", "TxEndedMeasurands", "Energy.Active.Import.Register");
    report(Kind.STARTED, "Authorized");
    Instant began = bench.now().instant();
    charge(100);
    JsonNode ended = ended();
    assertEquals(
        List.of(began.plusSeconds(30), began.plusSeconds(60), began.plusSeconds(90)),
        of(ended, "Sample.Periodic"));
    assertEquals(1, of(ended, "Transaction.End").size());
    for (JsonNode value : ended.get("meterValue")) {
      assertEquals(1, value.get("sampledValue").size());
    }
    assertEquals(
        began.plusSeconds(30).toEpochMilli() - Bench.START.toEpochMilli(),
        Math.round(ended.at("/meterValue/0/sampledValue/0/value").asDouble() * 1_000));
    assertFalse(ended.at("/meterValue/0/sampledValue/0").has("signedMeterValue"));
  }

  /** J01: at multiples of the interval since midnight, as near as the outlet measures. */
  @Test
  void theEndTellsTheCourseByTheClock() {
    bench.pass(20);
    set("AlignedDataCtrlr", "TxEndedInterval", "60");
    report(Kind.STARTED, "Authorized");
    charge(130);
    JsonNode ended = ended();
    assertEquals(
        List.of(Bench.START.plusSeconds(60), Bench.START.plusSeconds(120)),
        of(ended, "Sample.Clock"));
  }

  /** Unless it is asked for there is none. */
  @Test
  void nobodyIsToldWhatHeDoesNotWant() {
    report(Kind.STARTED, "Authorized");
    charge(100);
    assertEquals(1, ended().get("meterValue").size());
  }

  /** It outlives a crash; what is too much for one message gets coarser, evenly. */
  @Test
  void theCourseOutlivesARestartAndIsBounded() {
    set("SampledDataCtrlr", "TxEndedInterval", "5");
    report(Kind.STARTED, "Authorized");
    charge(1_500);
    bench.close();
    long at = bench.nanos;
    bench = new Bench(folder, WireVersion.V201);
    bench.nanos = at;
    bench.online2();
    charge(10);
    List<Instant> told = of(ended(), "Sample.Periodic");
    assertTrue(told.size() > 90 && told.size() <= 201, told.size() + " values");
    assertEquals(Bench.START.plusSeconds(5), told.getFirst());
    assertEquals(bench.now().instant(), told.getLast());
  }

  private static final String ALL =
      "Energy.Active.Import.Register,Energy.Active.Export.Register,Power.Active.Import,"
          + "Power.Active.Export,Power.Offered,Current.Import,Current.Export,Voltage,SoC";

  private void everything() {
    set("SampledDataCtrlr", "TxEndedInterval", "5");
    set("SampledDataCtrlr", "TxEndedMeasurands", ALL);
    set("AlignedDataCtrlr", "TxEndedInterval", "5");
    set("AlignedDataCtrlr", "TxEndedMeasurands", ALL);
  }

  /** Many servers take no frame above 64 KiB: what is in between goes, evenly (J02.FR.14). */
  @Test
  void theCourseFitsIntoOneFrame() {
    everything();
    report(Kind.STARTED, "Authorized");
    Instant began = bench.now().instant();
    charge(900);
    answered();
    report(Kind.ENDED, "StopAuthorized");
    String frame = bench.frames.getFirst().toString();
    assertTrue(frame.contains("\"Ended\""), frame.substring(0, 80));
    assertTrue(frame.length() < 48 * 1_024, frame.length() + " bytes");
    JsonNode ended = answered().orElseThrow();
    for (String context : List.of("Sample.Periodic", "Sample.Clock")) {
      List<Instant> told = of(ended, context);
      assertTrue(told.size() >= 6, context + " " + told);
      assertEquals(began.plusSeconds(5), told.getFirst(), context);
      assertEquals(began.plusSeconds(900), told.getLast(), context);
      long step = told.get(1).getEpochSecond() - told.get(0).getEpochSecond();
      for (int n = 1; n < told.size() - 1; n++) {
        assertEquals(
            step, told.get(n).getEpochSecond() - told.get(n - 1).getEpochSecond(), "evenly");
      }
    }
  }

  /** A back office that closes the connection because of the frame gets the end without it. */
  @Test
  void anEndThatLosesTheConnectionIsToldWithoutItsCourse() {
    everything();
    report(Kind.STARTED, "Authorized");
    charge(100);
    report(Kind.ENDED, "StopAuthorized");
    for (int loss = 1; loss <= 3; loss++) {
      JsonNode told = bench.call("TransactionEvent").get(3);
      assertTrue(told.get("meterValue").size() > 20, "the whole course, for the time " + loss);
      bench.frames.clear();
      bench.link.closed("1009: too big", bench.now());
      bench.pass(120);
      bench.link.opened("ocpp2.0.1", bench.now());
      while (!bench.frames.getFirst().path(2).asText().equals("TransactionEvent")) {
        bench.reply(bench.frames.getFirst().path(2).asText(), "{}");
      }
    }
    JsonNode told = bench.reply("TransactionEvent", "{}");
    assertEquals("Ended", told.get("eventType").asText());
    assertEquals(1, told.get("meterValue").size(), "the end itself is told");
    assertEquals(0, bench.store.queued());
  }

  /** The outlet keeps a value every 5 s: nobody is promised more. */
  @Test
  void noCourseIsFinerThanWhatTheOutletKeeps() {
    for (String component : List.of("SampledDataCtrlr", "AlignedDataCtrlr")) {
      for (String seconds : List.of("1", "4", "-1")) {
        assertEquals("Rejected", status(component, "TxEndedInterval", seconds), seconds);
      }
      for (String seconds : List.of("5", "0")) {
        assertEquals("Accepted", status(component, "TxEndedInterval", seconds), seconds);
      }
    }
  }
}
