package energy.ebbflow.simulator.bench.kills;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import energy.ebbflow.firmware.config.StationConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The accounts of the kills: what is in order passes, whatever is lost or twice is told. */
class TallyTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static void event(Tally tally, String id, int seqNo, String type, double wh) {
    tally.book(
        "TransactionEvent",
        json(
            ("{'eventType':'%s','seqNo':%d,'transactionInfo':{'transactionId':'%s',"
                    + "'chargingState':'Charging'},'meterValue':[{'sampledValue':[{'value':%s,"
                    + "'measurand':'Energy.Active.Import.Register'}]}]}")
                .formatted(type, seqNo, id, wh)
                .replace('\'', '"')));
  }

  private static Tally2 whole() {
    Tally2 tally = new Tally2("ocpp2.1");
    event(tally, "a", 0, "Started", 1);
    event(tally, "a", 1, "Updated", 2);
    event(tally, "a", 2, "Ended", 3);
    return tally;
  }

  private static Witness.Promise promise(int seqNo, String kind, OptionalInt number) {
    return new Witness.Promise("a", seqNo, kind, AT, true, number, Set.of(AT));
  }

  @Test
  void aWholeTransactionAndARepetitionAreInOrder() {
    Tally2 tally = whole();
    event(tally, "a", 2, "Ended", 3);
    assertEquals(List.of(), tally.faults(List.of(promise(2, "ENDED", OptionalInt.empty()))));
    assertEquals(3, tally.events());
    assertEquals(1, tally.repeated());
    assertEquals(1, tally.transactions());
  }

  @Test
  void whatLayOnDiskAndNeverCameIsLost() {
    assertTrue(
        whole()
            .faults(List.of(promise(3, "UPDATED", OptionalInt.empty())))
            .getFirst()
            .startsWith("lost: "));
  }

  @Test
  void anotherContentIsToldAndSoIsAGap() {
    Tally2 tally = whole();
    event(tally, "a", 2, "Ended", 4);
    assertEquals(1, tally.faults(List.of()).size());
    event(tally, "b", 0, "Started", 4);
    event(tally, "b", 2, "Ended", 4);
    assertTrue(tally.faults(List.of()).get(1).startsWith("b 2 is out of order"));
  }

  @Test
  void aTransactionEndsOnceAndBeforeTheNextBegins() {
    Tally2 tally = whole();
    event(tally, "a", 3, "Ended", 3);
    assertEquals(List.of("a 3 (Ended) comes after the end"), tally.faults(List.of()));
    event(tally, "b", 0, "Started", 3);
    event(tally, "c", 0, "Started", 3);
    assertTrue(tally.faults(List.of()).contains("c 0 begins although b has not ended"));
    assertTrue(tally.faults(List.of()).contains("b was never ended, it has [0]"));
  }

  @Test
  void aRegisterThatRunsBackIsTold() {
    Tally2 tally = whole();
    event(tally, "b", 0, "Started", 2.5);
    event(tally, "b", 1, "Ended", 3);
    assertEquals(
        List.of("b 0: Energy.Active.Import.Register ran back from 3.0 to 2.5 Wh"),
        tally.faults(List.of()));
  }

  private static Optional<String> start(Tally tally, String time, int wh) {
    return tally.book(
        "StartTransaction",
        json(
            "{\"connectorId\":1,\"idTag\":\"T\",\"meterStart\":"
                + wh
                + ",\"timestamp\":\""
                + time
                + "\"}"));
  }

  private static void values(Tally tally, int number, String time) {
    tally.book(
        "MeterValues",
        json(
            "{\"connectorId\":1,\"transactionId\":"
                + number
                + ",\"meterValue\":[{\"timestamp\":\""
                + time
                + "\",\"sampledValue\":[{\"value\":\"7\"}]}]}"));
  }

  private static void stop(Tally tally, int number, int wh) {
    tally.book(
        "StopTransaction",
        json(
            "{\"transactionId\":"
                + number
                + ",\"meterStop\":"
                + wh
                + ",\"timestamp\":\""
                + AT
                + "\"}"));
  }

  @Test
  void theSameStartOf16IsNoSecondTransaction() {
    Tally16 tally = new Tally16();
    assertEquals(start(tally, AT.toString(), 7), start(tally, AT.toString(), 7));
    values(tally, 1, AT.toString());
    stop(tally, 1, 8);
    stop(tally, 1, 8);
    assertEquals(1, tally.transactions());
    assertEquals(2, tally.repeated());
    assertEquals(
        List.of(),
        tally.faults(
            List.of(
                promise(0, "STARTED", OptionalInt.empty()),
                promise(1, "UPDATED", OptionalInt.of(1)),
                promise(2, "ENDED", OptionalInt.of(1)))));
  }

  @Test
  void whatIsMissingOrTwiceIn16IsTold() {
    Tally16 tally = new Tally16();
    start(tally, "2026-03-01T11:00:00Z", 7);
    assertEquals(1, tally.faults(List.of()).size(), "never ended");
    stop(tally, 1, 8);
    assertEquals(List.of(), tally.faults(List.of()));
    assertEquals(
        2,
        tally
            .faults(
                List.of(
                    promise(0, "STARTED", OptionalInt.empty()),
                    promise(1, "UPDATED", OptionalInt.of(1))))
            .size(),
        "a start and a value are lost");
    stop(tally, 1, 9);
    assertTrue(tally.faults(List.of()).getFirst().startsWith("1 was ended twice"));
  }

  /** An event that is kept although its delivery was heard of comes again without any reason. */
  @Test
  void whatComesAgainMoreOftenThanTheLinkBreaksIsTold() {
    assertEquals(Optional.empty(), KillRun.tooOften(7, 7));
    assertTrue(KillRun.tooOften(8, 7).orElseThrow().startsWith("8 messages came again"));
  }

  /** 1.6: what lay there before its transaction had a number is missed all the same. */
  @Test
  void anEventBeforeItsNumberIsMissedToo() {
    Tally16 tally = new Tally16();
    start(tally, "2026-03-01T11:00:00Z", 7);
    stop(tally, 1, 8);
    Witness.Promise early = promise(1, "UPDATED", OptionalInt.empty());
    assertEquals(List.of(), tally.faults(List.of(early)), "nobody knows whose it is");
    assertEquals(1, tally.faults(List.of(early.numbered(Map.of("a", 1)))).size());
  }

  @Test
  void theBoardFileIsOne(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("board.toml");
    Files.writeString(file, KillBoardFile.text("ocpp1.6"));
    assertEquals(List.of("ocpp1.6"), StationConfig.read(file).ocpp().dialects());
  }
}
