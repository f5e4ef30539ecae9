package energy.ebbflow.ocpp.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import energy.ebbflow.ocpp.domain.StorageException;
import energy.ebbflow.ocpp.time.Correction;
import energy.ebbflow.ocpp.time.Timescale;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StationStoreTest {
  private static final Instant AT = Instant.parse("2026-03-01T12:00:00.123Z");

  private final Path file;
  private StationStore store;

  StationStoreTest(@TempDir Path folder) {
    this.file = folder.resolve("link.db");
    this.store = open();
  }

  private StationStore open() {
    return StationStore.open(file, (event, sample, page) -> "page " + page);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void reopen() {
    store.close();
    store = open();
  }

  private static MeterSample sample(double imported) {
    return new MeterSample(
        AT, imported, 7, -3, List.of(1.0, 2.0), List.of(230.0), Optional.empty(), Optional.of(9.0));
  }

  private static StationEvent.Transaction event(Kind kind, String id, String trigger, double wh) {
    return new StationEvent.Transaction(
        kind,
        id,
        trigger,
        "Charging",
        2,
        1,
        Optional.of(new IdToken("A", "Central")),
        Optional.of(4),
        Optional.empty(),
        AT,
        List.of(sample(wh)));
  }

  private List<QueuedEvent> drain() {
    List<QueuedEvent> all = new ArrayList<>();
    for (Optional<QueuedEvent> next = store.oldest(gone -> {});
        next.isPresent();
        next = store.oldest(gone -> {})) {
      all.add(next.get());
      store.delivered(next.get().row());
    }
    return all;
  }

  @Test
  void whatWentInComesOutAfterARestart() {
    StationEvent.Transaction start = event(Kind.STARTED, "a", "Authorized", 1.5);
    store.add(start, true);
    reopen();
    QueuedEvent queued = store.oldest(gone -> {}).orElseThrow();
    assertEquals(start, queued.event());
    assertEquals(0, queued.seqNo());
    assertTrue(queued.offline());
    assertEquals(List.of("page 1"), queued.signed());
  }

  /**
   * An event of another firmware, or one that the disk has changed: those behind it get through.
   */
  @Test
  void anEventThatCannotBeReadHoldsUpNobody() throws SQLException {
    store.add(event(Kind.STARTED, "a", "Authorized", 1), false);
    store.add(event(Kind.UPDATED, "a", "MeterValuePeriodic", 2), false);
    store.add(event(Kind.ENDED, "a", "EVDeparted", 3), false);
    store.close();
    try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = raw.createStatement()) {
      statement.executeUpdate("UPDATE event SET body='{}' WHERE seq=0");
      statement.executeUpdate("UPDATE event SET signed='nonsense' WHERE seq=1");
    }
    reopen();
    assertEquals(List.of(2), drain().stream().map(QueuedEvent::seqNo).toList());
    assertEquals(2, store.refused(), "they are kept for people");
  }

  @Test
  void numbersGoOnWithinEachTransactionAcrossRestarts() {
    store.add(event(Kind.STARTED, "a", "Authorized", 1), false);
    store.add(event(Kind.STARTED, "b", "Authorized", 1), false);
    reopen();
    store.add(event(Kind.UPDATED, "a", "MeterValuePeriodic", 2), false);
    store.add(event(Kind.ENDED, "b", "EVDeparted", 2), false);
    store.add(event(Kind.ENDED, "a", "EVDeparted", 2), false);
    assertEquals(
        List.of("a0", "b0", "a1", "b1", "a2"),
        drain().stream().map(q -> q.event().transaction() + q.seqNo()).toList());
  }

  @Test
  void onlyBeginAndEndAreSignedAndPagesNeverRepeat() {
    store.add(event(Kind.STARTED, "a", "Authorized", 1), false);
    store.add(event(Kind.UPDATED, "a", "MeterValuePeriodic", 1), false);
    reopen();
    store.add(event(Kind.ENDED, "a", "EVDeparted", 1), false);
    assertEquals(
        List.of("page 1", "", "page 2"), drain().stream().map(q -> q.signed().getFirst()).toList());
  }

  /**
   * A full file is a full disk: it is said, nothing half is kept, and delivery makes room again.
   */
  @Test
  void aFullStoreSaysSoAndRecovers() {
    store.close();
    store =
        StationStore.open(
            file, (event, sample, page) -> "", new StationStore.Limits(9_999, 9, 9, 64 << 10));
    store.add(event(Kind.STARTED, "a", "Authorized", 0), true);
    int[] added = {1};
    StorageException full =
        assertThrows(
            StorageException.class,
            () -> {
              for (; added[0] < 1_000; added[0]++) {
                store.add(event(Kind.UPDATED, "a", "ChargingStateChanged", added[0]), true);
              }
            });
    assertTrue(String.valueOf(full.getMessage()).contains("full"), full::getMessage);
    assertEquals(added[0], store.queued());
    assertEquals(added[0], store.openTransactions().getFirst().nextSeqNo());
    for (int i = 0; i < added[0] / 2; i++) {
      store.delivered(store.oldest(gone -> {}).orElseThrow().row());
    }
    store.add(event(Kind.ENDED, "a", "EVDeparted", 9), false);
    List<QueuedEvent> left = drain();
    assertEquals(added[0], left.getLast().seqNo());
    assertEquals(Kind.ENDED, left.getLast().event().kind());
  }

  @Test
  void aTransactionStartsAndEndsOnce() {
    // R21: two ways to end converge on one end report.
    store.add(event(Kind.UPDATED, "a", "Trigger", 1), false);
    store.add(event(Kind.STARTED, "a", "Authorized", 1), false);
    store.add(event(Kind.STARTED, "a", "TxResumed", 1), false);
    store.add(event(Kind.ENDED, "a", "EVDeparted", 1), false);
    store.add(event(Kind.ENDED, "a", "RemoteStop", 1), false);
    assertEquals(
        List.of("STARTED0", "UPDATED1", "ENDED2"),
        drain().stream().map(q -> q.event().kind() + "" + q.seqNo()).toList());
  }

  @Test
  void aTokenIsToldOnce() {
    store.add(event(Kind.STARTED, "a", "Authorized", 1), false);
    store.add(event(Kind.UPDATED, "a", "MeterValuePeriodic", 1), false);
    reopen();
    assertEquals("A", store.openTransactions().getFirst().token().orElseThrow().value());
    store.add(event(Kind.UPDATED, "a", "StopAuthorized", 1), false);
    store.add(event(Kind.ENDED, "a", "EVDeparted", 1), false);
    assertEquals(
        List.of(true, false, true, false),
        drain().stream().map(q -> q.event().token().isPresent()).toList());
  }

  @Test
  void tablesOfTheFirstVersionAreBroughtUp() throws Exception {
    store.add(event(Kind.STARTED, "a", "Authorized", 1), false);
    store.close();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE tx DROP COLUMN token");
      statement.execute("ALTER TABLE security DROP COLUMN told");
      statement.execute("PRAGMA user_version=1");
    }
    store = open();
    store.add(event(Kind.UPDATED, "a", "Authorized", 1), false);
    assertEquals("A", store.openTransactions().getFirst().token().orElseThrow().value());
  }

  @Test
  void openTransactionsKeepTheirNewestValues() {
    store.add(event(Kind.STARTED, "a", "Authorized", 1), false);
    store.add(event(Kind.STARTED, "b", "Authorized", 1), false);
    store.add(event(Kind.ENDED, "b", "EVDeparted", 2), false);
    store.keepSample("a", sample(55));
    reopen();
    List<OpenTransaction> open = store.openTransactions();
    assertEquals(1, open.size());
    assertEquals("a", open.getFirst().transaction());
    assertEquals(2, open.getFirst().evse());
    assertEquals(AT, open.getFirst().startedAt());
    assertEquals(55, open.getFirst().latest().orElseThrow().importedWh());
    assertEquals(1, open.getFirst().nextSeqNo());
  }

  @Test
  void anEventThatCannotBeWrittenChangesNothing() {
    store.add(event(Kind.STARTED, "a", "Authorized", 1), false);
    StationStore broken =
        StationStore.open(
            file,
            (event, sample, page) -> {
              throw new IllegalStateException("the key is gone");
            });
    StorageException fault =
        assertThrows(
            StorageException.class,
            () -> broken.add(event(Kind.ENDED, "a", "EVDeparted", 2), false));
    assertTrue(String.valueOf(fault.getMessage()).contains("the key is gone"));
    broken.close();
    assertEquals(1, store.queued());
    assertEquals(1, store.openTransactions().size());
  }

  @Test
  void thinningKeepsEverythingButEverySecondPeriodicValue() {
    store.close();
    store =
        StationStore.open(
            file, (event, sample, page) -> "", new StationStore.Limits(40, 5, 5, 1 << 20));
    store.add(event(Kind.STARTED, "a", "Authorized", 0), true);
    for (int i = 1; i <= 120; i++) {
      String trigger = i % 20 == 0 ? "ChargingStateChanged" : "MeterValuePeriodic";
      store.add(event(Kind.UPDATED, "a", trigger, i), true);
      assertTrue(store.queued() <= 41, "after " + i);
    }
    store.add(event(Kind.ENDED, "a", "EVDeparted", 121), true);
    List<QueuedEvent> left = drain();
    assertEquals(Kind.STARTED, left.getFirst().event().kind());
    assertEquals(Kind.ENDED, left.getLast().event().kind());
    assertEquals(
        6, left.stream().filter(q -> q.event().trigger().equals("ChargingStateChanged")).count());
    for (int i = 1; i < left.size(); i++) {
      assertTrue(left.get(i).seqNo() > left.get(i - 1).seqNo(), "order is kept");
    }
    assertEquals(121, left.getLast().seqNo(), "numbers are given once, also to what was dropped");
  }

  @Test
  void aDamagedFileIsMovedAside() throws Exception {
    store.add(event(Kind.STARTED, "a", "Authorized", 1), false);
    store.close();
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31);
    }
    Files.write(file, bytes);
    store = open();
    assertEquals(0, store.queued());
    store.add(event(Kind.STARTED, "b", "Authorized", 1), false);
    assertTrue(Files.exists(Path.of(file + ".damaged")));
  }

  @Test
  void tablesOfANewerFirmwareAreNotTouched() throws Exception {
    store.close();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version=99");
    }
    StorageException fault = assertThrows(StorageException.class, this::open);
    assertTrue(String.valueOf(fault.getMessage()).contains("newer firmware"));
    assertFalse(Files.exists(Path.of(file + ".damaged")));
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version=3");
    }
    store = open();
  }

  @Test
  void refusedEventsAreKeptForPeople() {
    store.add(event(Kind.STARTED, "a", "Authorized", 1), false);
    long row = store.oldest(gone -> {}).orElseThrow().row();
    assertEquals(1, store.refusedOnce(row));
    assertEquals(2, store.refusedOnce(row));
    store.refusedForGood(row, "FormatViolation");
    assertEquals(0, store.queued());
    assertEquals(1, store.refused());
  }

  @Test
  void securityEventsAreQueuedInOrderAndBounded() {
    store.close();
    store =
        StationStore.open(
            file, (event, sample, page) -> "", new StationStore.Limits(9, 9, 5, 1 << 20));
    for (int i = 0; i < 10; i++) {
      store.security().add("StartupOfTheDevice", AT.toString(), "n" + i);
    }
    assertEquals("n5", store.security().oldest().orElseThrow().info());
    store.security().done(store.security().oldest().orElseThrow().row());
    assertEquals("n6", store.security().oldest().orElseThrow().info());
    assertEquals(
        List.of("n5", "n6", "n7", "n8", "n9"),
        store.security().logged(0).stream().map(SecurityEvents.Event::info).toList(),
        "N01: what was told stays in the log");
  }

  /** An event that the back office has goes before one that it has not. */
  @Test
  void whatWasNotToldStaysLonger() {
    store.close();
    store =
        StationStore.open(
            file, (event, sample, page) -> "", new StationStore.Limits(9, 9, 2, 1 << 20));
    store.security().add("StartupOfTheDevice", AT.toString(), "first");
    store.security().add("StartupOfTheDevice", AT.toString(), "second");
    store.security().done(store.security().logged(0).getLast().row());
    store.security().add("StartupOfTheDevice", AT.toString(), "third");
    assertEquals(
        List.of("first", "third"),
        store.security().logged(0).stream().map(SecurityEvents.Event::info).toList());
  }

  private void damaged(String sql) throws SQLException {
    store.close();
    try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = raw.createStatement()) {
      assertTrue(statement.executeUpdate(sql) > 0, sql);
    }
    reopen();
    store.courseEvery(() -> 5, () -> 5);
  }

  private static StationEvent.Transaction later(Kind kind, long seconds) {
    return new Correction(AT, Duration.ofSeconds(seconds))
        .of(event(kind, "a", kind == Kind.ENDED ? "EVDeparted" : "MeterValuePeriodic", seconds));
  }

  /** The course is worth less than the events: what cannot be read of it goes, they are stored. */
  @Test
  void aDamagedValueOfTheCourseKeepsNoEventBack() throws SQLException {
    store.courseEvery(() -> 5, () -> 5);
    store.add(event(Kind.STARTED, "a", "Authorized", 1), false);
    for (int i = 1; i <= 4; i++) {
      store.add(later(Kind.UPDATED, 10L * i), false);
    }
    damaged("UPDATE kept SET value='{}' WHERE area='course' AND name LIKE '%3'");
    // The newest one, which every event looks at.
    store.add(later(Kind.UPDATED, 50), false);
    store.keepSample("a", later(Kind.UPDATED, 60).samples().getFirst());
    damaged("UPDATE kept SET value='nonsense' WHERE area='course' AND name LIKE '%1'");
    store.add(later(Kind.ENDED, 70), false);
    QueuedEvent ended = drain().getLast();
    assertEquals(Kind.ENDED, ended.event().kind());
    assertEquals(
        List.of(10L, 30L, 50L, 60L),
        ended.course().stream()
            .filter(EndedValue::clock)
            .map(value -> Duration.between(AT, value.sample().at()).toSeconds())
            .toList());
  }

  /** Nor does it keep the time from being corrected. */
  @Test
  void aDamagedValueOfTheCourseKeepsNoCorrectionBack() throws SQLException {
    store.courseEvery(() -> 5, () -> 0);
    store.add(event(Kind.STARTED, "a", "Authorized", 1), false);
    store.add(later(Kind.UPDATED, 10), false);
    damaged("UPDATE kept SET value='{}' WHERE area='course'");
    store.close();
    Timescale scale = new Timescale(AT.plusSeconds(20), () -> Optional.empty(), () -> 0);
    store = StationStore.open(file, (event, sample, page) -> "page " + page, scale);
    assertTrue(scale.correct(Duration.ofHours(1)));
  }

  /** Whoever keeps account of transactions hears which one has lost an event, before it leaves. */
  @Test
  void whatLeavesUnreadIsTold() throws SQLException {
    store.add(event(Kind.STARTED, "a", "Authorized", 1), false);
    store.add(event(Kind.ENDED, "a", "EVDeparted", 3), false);
    damaged("UPDATE event SET body='{}' WHERE seq=0");
    List<Unreadable> left = new ArrayList<>();
    assertEquals(Kind.ENDED, store.oldest(left::add).orElseThrow().event().kind());
    assertEquals(List.of(new Unreadable(1, "a", Kind.STARTED)), left);
  }
}
