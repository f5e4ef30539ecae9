package energy.ebbflow.ocpp.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.ConnectorStatus.Status;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import energy.ebbflow.ocpp.json.WireVersion;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reservations: block H, by the OCA's test cases (part 6, TC_H), and those of 1.6. */
class ReservationsTest {
  private final Path folder;
  private Bench bench;

  ReservationsTest(@TempDir Path folder) {
    this.folder = folder;
    this.bench = new Bench(folder).online();
    state(1, Status.AVAILABLE, "Available");
    state(2, Status.AVAILABLE, "Available");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void state(int evse, Status status, String told) {
    bench.report(new StationEvent.ConnectorStatus(evse, 1, status, bench.now().instant()));
    assertEquals(told, told(evse));
  }

  /** The state that is told next, of this outlet. */
  private String told(int evse) {
    JsonNode told = bench.reply("StatusNotification", "{}");
    assertEquals(evse, told.get("evseId").asInt());
    return told.get("connectorStatus").asText();
  }

  private String reserve(int id, int evse, String more) {
    return bench
        .asked(
            "ReserveNow",
            "{\"id\":"
                + id
                + ",\"expiryDateTime\":\"2026-03-01T12:10:00Z\","
                + (evse > 0 ? "\"evseId\":" + evse + "," : "")
                + more
                + "\"idToken\":{\"idToken\":\"AABBCCDD\",\"type\":\"ISO14443\"}}")
        .get("status")
        .asText();
  }

  private boolean maySay(int evse, String token, String answer) {
    bench.report(new StationEvent.AuthorisationQuestion(1, evse, new IdToken(token, "ISO14443")));
    if (!answer.isEmpty()) {
      bench.reply("Authorize", "{\"idTokenInfo\":{\"status\":\"Accepted\"" + answer + "}}");
    }
    return bench.command(BackOfficeCommand.AuthorisationAnswer.class).accepted();
  }

  /** TC_H_01: kept for one, and used up by the transaction that names it. */
  @Test
  void anOutletIsKeptForItsToken() {
    assertEquals("Accepted", reserve(7, 1, ""));
    assertEquals("Reserved", told(1));
    assertEquals("Available", told(2));
    assertFalse(maySay(1, "OTHER", ""), "nobody is asked for somebody who may not");
    assertTrue(maySay(2, "OTHER", "," + "\"cacheExpiryDateTime\":\"2026-03-02T00:00:00Z\""));
    assertTrue(
        maySay(1, "aabbccdd", ",\"personalMessage\":{\"format\":\"ASCII\",\"content\":\"x\"}"));
    bench.report(Bench.transaction(Kind.STARTED, "t1", "Authorized"));
    bench.reply("StatusNotification", "{}");
    bench.reply("StatusNotification", "{}");
    assertEquals(7, bench.reply("TransactionEvent", "{}").get("reservationId").asInt());
    assertEquals("Rejected", cancel(7), "it is used up");
  }

  private String cancel(int id) {
    return bench
        .asked("CancelReservation", "{\"reservationId\":" + id + "}")
        .get("status")
        .asText();
  }

  /** TC_H_07, H04: both sides of the end. */
  @Test
  void aReservationExpires() {
    reserve(8, 1, "");
    told(1);
    told(2);
    bench.pass(299);
    assertTrue(bench.frames.isEmpty());
    bench.pass(1);
    bench.reply("Heartbeat", "{\"currentTime\":\"2026-03-01T12:05:00Z\"}");
    bench.pass(299.9);
    assertTrue(bench.frames.isEmpty());
    bench.pass(0.1);
    JsonNode update = bench.reply("ReservationStatusUpdate", "{}");
    assertEquals("Expired", update.get("reservationUpdateStatus").asText());
    assertEquals("Available", told(1));
  }

  /** TC_H_17, 18: cancelled once. */
  @Test
  void aReservationIsCancelledOnce() {
    reserve(9, 1, "");
    told(1);
    told(2);
    assertEquals("Accepted", cancel(9));
    assertEquals("Available", told(1));
    told(2);
    assertEquals("Rejected", cancel(9));
  }

  /** TC_H_08 to 12: what is not free cannot be kept, and the answer says why. */
  @Test
  void onlyFreeOutletsAreKept() {
    state(1, Status.OCCUPIED, "Occupied");
    assertEquals("Occupied", reserve(1, 1, ""));
    state(1, Status.FAULTED, "Faulted");
    assertEquals("Faulted", reserve(1, 1, ""));
    state(1, Status.UNAVAILABLE, "Unavailable");
    assertEquals("Unavailable", reserve(1, 1, ""));
    assertEquals("Rejected", reserve(1, 3, ""));
    assertEquals("Rejected", reserve(1, 0, "\"connectorType\":\"cG105\","));
    assertEquals("Unavailable", reserve(1, 0, "\"connectorType\":\"cCCS2\","));
    assertEquals("Accepted", reserve(1, 0, "\"connectorType\":\"sType2\","));
    told(1);
    assertEquals("Reserved", told(2));
    assertEquals("Occupied", reserve(2, 2, ""), "the last free one is promised");
  }

  /** TC_H_15, H01.FR.24: one of two is kept by keeping nobody out, until one is left. */
  @Test
  void anyOutletIsKeptAsLongAsOneIsFree() {
    assertEquals("Accepted", reserve(3, 0, ""));
    assertEquals("Available", told(1));
    assertEquals("Available", told(2));
    assertTrue(maySay(2, "OTHER", ",\"cacheExpiryDateTime\":\"2026-03-02T00:00:00Z\""));
    state(2, Status.OCCUPIED, "Occupied");
    assertFalse(maySay(1, "OTHER2", ""));
  }

  /** TC_H_19, H03: whoever is of the group may use it too. */
  @Test
  void theGroupMayUseIt() {
    reserve(4, 1, "\"groupIdToken\":{\"idToken\":\"G1\",\"type\":\"Central\"},");
    told(1);
    told(2);
    assertFalse(
        maySay(1, "STRANGER", ",\"groupIdToken\":{\"idToken\":\"G2\",\"type\":\"Central\"}"));
    assertTrue(maySay(1, "FRIEND", ",\"groupIdToken\":{\"idToken\":\"g1\",\"type\":\"Central\"}"));
  }

  /** H01.FR.16, FR.17: an outlet that fails takes its reservation along. */
  @Test
  void aFaultRemovesTheReservation() {
    reserve(5, 1, "");
    told(1);
    told(2);
    bench.report(new StationEvent.ConnectorStatus(1, 1, Status.FAULTED, bench.now().instant()));
    JsonNode update = bench.reply("ReservationStatusUpdate", "{}");
    assertEquals("Removed", update.get("reservationUpdateStatus").asText());
    assertEquals(5, update.get("reservationId").asInt());
  }

  /** H01.FR.02: the same number is another reservation; a restart forgets none. */
  @Test
  void aReservationIsReplacedAndOutlivesARestart() {
    reserve(6, 1, "");
    assertEquals("Reserved", told(1));
    told(2);
    assertEquals("Accepted", reserve(6, 2, ""));
    assertEquals("Available", told(1));
    bench.close();
    bench = new Bench(folder).online2();
    state(1, Status.AVAILABLE, "Available");
    state(2, Status.AVAILABLE, "Reserved");
  }

  /** F01.FR.21, FR.22. */
  @Test
  void aRemoteStartRespectsReservations() {
    reserve(7, 1, "");
    told(1);
    told(2);
    String start =
        "{\"remoteStartId\":1,\"evseId\":1,\"idToken\":{\"idToken\":\"X\",\"type\":\"Central\"}}";
    assertEquals("Rejected", bench.asked("RequestStartTransaction", start).get("status").asText());
    bench.ask("RequestStartTransaction", start.replace("\"evseId\":1,", ""));
    assertEquals(2, bench.command(BackOfficeCommand.Start.class).evse());
    bench.pass(5);
    bench.answer();
    bench.ask("RequestStartTransaction", start.replace("\"X\"", "\"AABBCCDD\""));
    assertEquals(1, bench.command(BackOfficeCommand.Start.class).evse());
  }

  /** 1.6: the same with its own words. */
  @Test
  void reservationsOf16() {
    bench.close();
    bench = new Bench(folder, WireVersion.V16).online2();
    bench.report(new StationEvent.ConnectorStatus(1, 1, Status.AVAILABLE, bench.now().instant()));
    bench.reply("StatusNotification", "{}");
    String reserve =
        "{\"connectorId\":1,\"expiryDate\":\"2026-03-01T12:10:00Z\",\"idTag\":\"AABBCCDD\","
            + "\"reservationId\":9}";
    assertEquals("Accepted", bench.asked("ReserveNow", reserve).get("status").asText());
    assertEquals("Reserved", bench.reply("StatusNotification", "{}").get("status").asText());
    bench.report(Bench.transaction(Kind.STARTED, "t1", "Authorized"));
    bench.reply("StatusNotification", "{}");
    JsonNode start =
        bench.reply(
            "StartTransaction", "{\"idTagInfo\":{\"status\":\"Accepted\"},\"transactionId\":1}");
    assertEquals(9, start.get("reservationId").asInt());
    assertEquals(
        "Rejected",
        bench.asked("CancelReservation", "{\"reservationId\":9}").get("status").asText());
  }
}
