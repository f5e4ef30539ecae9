package energy.ebbflow.ocpp.link.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.link.Bench;
import energy.ebbflow.ocpp.link.Moment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The clock is set while a transaction runs: by the back office, by the machine, forward and back.
 * What the back office hears stays in order and is right, and no jump costs anything.
 */
final class ClockJumpTest {
  private static final Instant TRUE = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant NO_CLOCK = Instant.parse("1970-01-01T00:00:07Z");

  /** 60 EUR an hour of charging: a jump that is billed is seen. */
  private static final String PER_MINUTE =
      ("{'tariffId':'m','currency':'EUR','chargingTime':{'prices':[{'priceMinute':1.0}]},"
              + "'energy':{'prices':[{'priceKwh':0.5}]}}")
          .replace('\'', '"');

  private final Path folder;
  private Bench bench;
  private int stations;

  ClockJumpTest(@TempDir Path folder) {
    this.folder = folder;
    this.bench = Bench.withClock(folder, TRUE, WireVersion.V21);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  /** The time that is right, so long after the beginning of the test. */
  private Instant right() {
    return TRUE.plusNanos(bench.nanos);
  }

  private void anew(Instant shows, WireVersion... versions) throws IOException {
    bench.close();
    Path own = Files.createDirectory(folder.resolve("station-" + ++stations));
    bench = Bench.withClock(own, shows, versions);
  }

  private void boot(Instant says) {
    bench.link.start(bench.now());
    bench.link.opened(bench.station.config().versions().getFirst().subprotocol(), bench.now());
    bench.reply(
        "BootNotification",
        "{\"currentTime\":\"" + says + "\",\"interval\":300,\"status\":\"Accepted\"}");
  }

  private List<JsonNode> drained(String action) {
    List<JsonNode> found = new ArrayList<>();
    for (int i = 0; i < 200 && !bench.frames.isEmpty(); i++) {
      String next = bench.frames.getFirst().path(2).asText();
      String answer =
          switch (next) {
            case "Heartbeat" -> "{\"currentTime\":\"" + right() + "\"}";
            case "StartTransaction" ->
                "{\"transactionId\":7,\"idTagInfo\":{\"status\":\"Accepted\"}}";
            default -> "{}";
          };
      JsonNode payload = bench.reply(next, answer);
      if (next.equals(action)) {
        found.add(payload);
      }
    }
    return found;
  }

  private MeterSample sample(double kwh) {
    return new MeterSample(
        bench.steady(),
        kwh * 1_000,
        0,
        10_000,
        List.of(25.0),
        List.of(400.0),
        Optional.empty(),
        Optional.of(50.0));
  }

  private void report(Kind kind, String trigger, double kwh) {
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
            List.of(sample(kwh))));
  }

  /** A minute of charging with a sample every 5 s, as the outlet keeps them. */
  private void minute(double fromKwh) {
    for (int i = 1; i <= 12; i++) {
      bench.pass(5);
      bench.store.keepSample("t1", sample(fromKwh + i / 72.0));
    }
  }

  private static Instant at(JsonNode event) {
    return Instant.parse(event.get("timestamp").asText());
  }

  private static void close(Instant expected, Instant got) {
    assertTrue(
        Duration.between(expected, got).abs().compareTo(Duration.ofSeconds(2)) <= 0,
        () -> "expected about " + expected + ", got " + got);
  }

  private static void inOrder(List<JsonNode> events) {
    for (int i = 1; i < events.size(); i++) {
      assertFalse(at(events.get(i)).isBefore(at(events.get(i - 1))), events.toString());
    }
  }

  private void tariff() {
    assertEquals(
        "Accepted",
        bench
            .asked("SetDefaultTariff", "{\"evseId\":1,\"tariff\":" + PER_MINUTE + "}")
            .get("status")
            .asText());
  }

  private static double cost(JsonNode ended) {
    return ended.at("/costDetails/totalCost/total/inclTax").asDouble();
  }

  /** Two minutes and 0.3333 kWh. */
  private static final double COST = 2 * 1.0 + 0.5 / 3;

  private static void costs(JsonNode ended) {
    assertEquals(COST, cost(ended), 0.001);
    assertEquals(120, ended.at("/costDetails/totalUsage/chargingTime").asInt());
    assertEquals(1000 / 3.0, ended.at("/costDetails/totalUsage/energy").asDouble(), 0.1);
  }

  /** A transaction before the first contact has the time that the back office tells then (B01). */
  @Test
  void aStationWithoutTimeIsCorrectedByItsFirstContact() throws IOException {
    anew(NO_CLOCK, WireVersion.V21);
    Instant began = right();
    report(Kind.STARTED, "Authorized", 100);
    minute(100);
    minute(100 + 1 / 6.0);
    report(Kind.ENDED, "StopAuthorized", 100 + 1 / 3.0);
    Instant ended = right();
    bench.pass(30);
    boot(right());
    List<JsonNode> events = drained("TransactionEvent");
    assertEquals(2, events.size());
    close(began, at(events.getFirst()));
    close(ended, at(events.getLast()));
    assertEquals(
        Duration.ofSeconds(120), Duration.between(at(events.getFirst()), at(events.getLast())));
    JsonNode value = events.getLast().get("meterValue").get(0);
    close(ended, Instant.parse(value.get("timestamp").asText()));
  }

  /** The same in 1.6, and while the transaction runs. */
  @Test
  void theSameInTheOldestDialect() throws IOException {
    anew(NO_CLOCK, WireVersion.V16);
    Instant began = right();
    report(Kind.STARTED, "Authorized", 100);
    bench.pass(60);
    boot(right());
    List<JsonNode> starts = drained("StartTransaction");
    close(began, at(starts.getFirst()));
    bench.pass(10);
    report(Kind.ENDED, "StopAuthorized", 101);
    List<JsonNode> stops = drained("StopTransaction");
    close(right(), at(stops.getFirst()));
  }

  /** States and security events of a station without time are told with the right one, too. */
  @Test
  void whatElseWaitsIsCorrected() throws IOException {
    anew(NO_CLOCK, WireVersion.V21);
    bench.report(
        new StationEvent.ConnectorStatus(
            1, 1, StationEvent.ConnectorStatus.Status.OCCUPIED, bench.now().instant()));
    bench.link.start(bench.now());
    bench.pass(20);
    Instant started = TRUE;
    bench.link.opened("ocpp2.1", bench.now());
    bench.reply(
        "BootNotification",
        "{\"currentTime\":\"" + right() + "\",\"interval\":300,\"status\":\"Accepted\"}");
    JsonNode status = bench.reply("StatusNotification", "{}");
    close(started, at(status));
    List<JsonNode> security = drained("SecurityEventNotification");
    close(started, at(security.getFirst()));
    assertEquals("StartupOfTheDevice", security.getFirst().get("type").asText());
    assertEquals("SettingSystemTime", security.getLast().get("type").asText());
    close(right(), at(security.getLast()));
  }

  /** The machine's clock jumps, but the back office has said what time it is. */
  @Test
  void aJumpOfTheMachineChangesNothing() throws IOException {
    for (Duration jump : List.of(Duration.ofDays(400), Duration.ofHours(-3))) {
      anew(TRUE, WireVersion.V21);
      boot(right());
      drained("");
      tariff();
      report(Kind.STARTED, "Authorized", 100);
      List<JsonNode> events = new ArrayList<>(drained("TransactionEvent"));
      minute(100);
      bench.machine = bench.machine.plus(jump);
      minute(100 + 1 / 6.0);
      report(Kind.ENDED, "StopAuthorized", 100 + 1 / 3.0);
      events.addAll(drained("TransactionEvent"));
      inOrder(events);
      close(right(), at(events.getLast()));
      costs(events.getLast());
    }
  }

  /** Before the back office has spoken the machine's clock is set: what waits is corrected. */
  @Test
  void aMachineThatIsSetBeforeTheFirstContactIsBelieved() throws IOException {
    anew(NO_CLOCK, WireVersion.V21);
    bench.link.start(bench.now());
    report(Kind.STARTED, "Authorized", 100);
    Instant began = right();
    bench.pass(1);
    bench.machine = TRUE;
    bench.pass(61);
    close(right(), bench.now().instant());
    bench.link.opened("ocpp2.1", bench.now());
    bench.reply(
        "BootNotification",
        "{\"currentTime\":\"" + right() + "\",\"interval\":300,\"status\":\"Accepted\"}");
    close(began, at(drained("TransactionEvent").getFirst()));
  }

  /**
   * The back office corrects the time after it has heard of the beginning: the transaction keeps
   * the time it began with, so its length is right for whoever bills by it; its cost is too.
   */
  @Test
  void aTransactionThatWasToldKeepsItsTime() throws IOException {
    for (Duration wrong : List.of(Duration.ofHours(1), Duration.ofHours(-1))) {
      anew(TRUE, WireVersion.V21);
      boot(right().plus(wrong));
      drained("");
      tariff();
      report(Kind.STARTED, "Authorized", 100);
      List<JsonNode> events = new ArrayList<>();
      events.add(bench.reply("TransactionEvent", "{}"));
      Instant began = right();
      minute(100);
      bench.asked("TriggerMessage", "{\"requestedMessage\":\"Heartbeat\"}");
      drained("");
      bench.pass(300);
      drained("");
      close(right(), bench.now().instant());
      report(Kind.UPDATED, "MeterValuePeriodic", 100 + 1 / 6.0);
      events.addAll(drained("TransactionEvent"));
      report(Kind.ENDED, "StopAuthorized", 100 + 1 / 3.0);
      events.addAll(drained("TransactionEvent"));
      inOrder(events);
      assertEquals(
          Duration.between(began, right()),
          Duration.between(at(events.getFirst()), at(events.getLast())));
      assertEquals(360, events.getLast().at("/costDetails/totalUsage/chargingTime").asInt());
      assertEquals(6 + 0.5 / 3, cost(events.getLast()), 0.001);
      // The next one has the right time.
      bench.pass(5);
      bench.report(
          new StationEvent.Transaction(
              Kind.STARTED,
              "t2",
              "Authorized",
              "Charging",
              1,
              1,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              bench.steady(),
              List.of(sample(101))));
      close(right(), at(drained("TransactionEvent").getFirst()));
    }
  }

  /** E16: a bound of time is one of time that has passed, whatever clocks show. */
  @Test
  void aBoundOfTimeIsNotReachedByAJump() {
    boot(right());
    drained("");
    report(Kind.STARTED, "Authorized", 100);
    bench.reply("TransactionEvent", "{\"transactionLimit\":{\"maxTime\":600}}");
    drained("");
    minute(100);
    bench.machine = bench.machine.plus(Duration.ofDays(3));
    bench.asked(
        "SetVariables",
        "{\"setVariableData\":[{\"component\":{\"name\":\"ClockCtrlr\"},\"variable\":"
            + "{\"name\":\"TimeSource\"},\"attributeValue\":\"RealTimeClock,Heartbeat\"}]}");
    minute(100.2);
    drained("");
    assertEquals(bench.machine.plusNanos(bench.nanos), bench.now().instant());
    assertTrue(bench.none(BackOfficeCommand.End.class));
    for (int i = 0; i < 9; i++) {
      minute(100.4);
    }
    assertEquals("TimeLimitReached", bench.command(BackOfficeCommand.End.class).trigger());
  }

  /** J01: the two clocks are not read at once; a value of the clock is told once all the same. */
  @Test
  void aMomentThatIsReadEarlyIsNoSecondOne() {
    boot(right());
    drained("");
    bench.asked(
        "SetVariables",
        "{\"setVariableData\":[{\"component\":{\"name\":\"AlignedDataCtrlr\"},\"variable\":"
            + "{\"name\":\"Interval\"},\"attributeValue\":\"60\"}]}");
    report(Kind.STARTED, "Authorized", 100);
    drained("");
    bench.pass(59);
    drained("");
    bench.nanos = 60 * Bench.SECOND;
    Instant early = bench.now().instant().minusNanos(5_000);
    bench.link.tick(new Moment(bench.nanos, early));
    assertEquals(1, drained("TransactionEvent").size());
    bench.pass(50);
    assertEquals(List.of(), drained("TransactionEvent"));
    bench.pass(10.1);
    assertEquals(1, drained("TransactionEvent").size());
  }

  /** A machine without a battery for its clock does not go back to the past by a restart. */
  @Test
  void aRestartWithoutAClockGoesOnAfterTheNewestKnownTime() {
    boot(right());
    drained("");
    bench.pass(100);
    report(Kind.STARTED, "Authorized", 100);
    Instant before = right();
    bench.close();
    bench = Bench.withClock(folder, NO_CLOCK, WireVersion.V21);
    assertTrue(bench.now().instant().isAfter(before));
    close(before, bench.now().instant());
  }

  /** K01.FR.101: a profile that holds for an hour without the back office. */
  private void profileOfAnHour() {
    assertEquals(
        "Accepted",
        bench
            .asked(
                "SetChargingProfile",
                ("{'evseId':1,'chargingProfile':{'id':1,'stackLevel':1,'maxOfflineDuration':3600,"
                        + "'chargingProfilePurpose':'TxDefaultProfile','chargingProfileKind':"
                        + "'Absolute','chargingSchedule':[{'id':1,'startSchedule':'"
                        + TRUE.minusSeconds(86_400)
                        + "','chargingRateUnit':'W','chargingSchedulePeriod':"
                        + "[{'startPeriod':0,'limit':5000}]}]}}")
                    .replace('\'', '"'))
            .get("status")
            .asText());
  }

  /** What is kept of the presence of the back office is a known time like any other. */
  @Test
  void aRestartWithoutAClockGoesOnAfterTheBackOfficeWasSeen() {
    boot(right());
    drained("");
    profileOfAnHour();
    bench.pass(1_800);
    drained("");
    Instant before = right();
    bench.close();
    bench = Bench.withClock(folder, NO_CLOCK, WireVersion.V21);
    assertTrue(
        bench.now().instant().isAfter(before.minusSeconds(61)),
        () -> bench.now().instant() + " is before " + before);
  }

  /** The clock is set while the back office is away: the absence is as long as it was. */
  @Test
  void anAbsenceIsNotChangedByACorrection() throws IOException {
    for (Duration jump : List.of(Duration.ofHours(2), Duration.ofHours(-2))) {
      anew(TRUE, WireVersion.V21);
      boot(right());
      drained("");
      bench.asked(
          "SetVariables",
          "{\"setVariableData\":[{\"component\":{\"name\":\"ClockCtrlr\"},\"variable\":"
              + "{\"name\":\"TimeSource\"},\"attributeValue\":\"RealTimeClock,Heartbeat\"}]}");
      profileOfAnHour();
      bench.link.closed("the test says so", bench.now());
      bench.pass(60);
      Instant lost = bench.station.energy().circumstances().offlineSince().orElseThrow();
      bench.machine = bench.machine.plus(jump);
      bench.pass(120);
      assertEquals(
          lost.plus(jump), bench.station.energy().circumstances().offlineSince().orElseThrow());
      assertEquals(Optional.of(lost.plus(jump)), bench.station.presence().lastSeen());
    }
  }

  /** A back office without a clock, or a hostile one. */
  @Test
  void aTimeThatNobodyCanMeanIsNotTaken() throws IOException {
    for (String says :
        List.of("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "+99999-01-01T00:00:00Z")) {
      anew(TRUE, WireVersion.V21);
      bench.link.start(bench.now());
      bench.link.opened(bench.station.config().versions().getFirst().subprotocol(), bench.now());
      bench.reply(
          "BootNotification",
          "{\"currentTime\":\"" + says + "\",\"interval\":300,\"status\":\"Accepted\"}");
      report(Kind.STARTED, "Authorized", 1);
      JsonNode told = drained("TransactionEvent").getFirst();
      assertEquals(right(), Instant.parse(told.get("timestamp").asText()), says);
    }
  }
}
