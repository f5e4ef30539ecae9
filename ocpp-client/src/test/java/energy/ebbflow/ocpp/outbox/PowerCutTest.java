package energy.ebbflow.ocpp.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import energy.ebbflow.ocpp.domain.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a station finds on its disk after the power went, or when the disk cannot be used. */
class PowerCutTest {
  private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
  private static final int EVENTS = 40;

  @TempDir Path folder;
  private final Random random = new Random(40);

  private static StationStore open(Path file) {
    return StationStore.open(file, (event, sample, page) -> "page " + page);
  }

  private static StationEvent.Transaction event(Kind kind, double wh) {
    return new StationEvent.Transaction(
        kind,
        "a",
        "ChargingStateChanged",
        "Charging",
        1,
        1,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        AT,
        List.of(
            new MeterSample(
                AT, wh, 0, 0, List.of(), List.of(), Optional.empty(), Optional.empty())));
  }

  private static byte[] wal(Path file) throws IOException {
    return Files.readAllBytes(Path.of(file + "-wal"));
  }

  /**
   * The power goes in the middle of the write of one event: some of its bytes are on disk, others
   * are not or are rubbish. All events before it are there, it is there wholly or not at all, and
   * numbers go on.
   */
  @Test
  void aWriteThatIsTornTakesNothingWithIt() throws IOException {
    Path file = folder.resolve("link.db");
    try (StationStore store = open(file)) {
      store.add(event(Kind.STARTED, 0), false);
      for (int i = 1; i < EVENTS; i++) {
        byte[] before = wal(file);
        store.add(event(Kind.UPDATED, i), false);
        byte[] after = wal(file);
        assertTrue(after.length > before.length, "the write of an event is appended");
        cut(i, Files.readAllBytes(file), before.length, after);
      }
    }
  }

  private void cut(int number, byte[] database, int acknowledged, byte[] log) throws IOException {
    Path file = folder.resolve("cut-" + number + ".db");
    int length = acknowledged + random.nextInt(log.length - acknowledged + 1);
    byte[] torn = Arrays.copyOf(log, random.nextBoolean() ? length : log.length);
    byte[] rubbish = new byte[torn.length - length];
    random.nextBytes(rubbish);
    System.arraycopy(rubbish, 0, torn, length, rubbish.length);
    Files.write(file, database);
    Files.write(Path.of(file + "-wal"), torn);
    try (StationStore store = open(file)) {
      int found = store.queued();
      assertTrue(found == number || found == number + 1, number + " were stored, found " + found);
      assertEquals(found, store.openTransactions().getFirst().nextSeqNo());
      store.add(event(Kind.ENDED, number), false);
      for (int seq = 0; seq <= found; seq++) {
        QueuedEvent next = store.oldest(gone -> {}).orElseThrow();
        assertEquals(seq, next.seqNo());
        store.delivered(next.row());
      }
      assertFalse(Files.exists(Path.of(file + ".damaged")));
    }
  }

  /** Somebody copies the file just when the station starts: nothing has to be written for that. */
  @Test
  void aFileThatSomebodyLocksIsOpenedAndKeepsItsEvents() throws SQLException {
    Path file = folder.resolve("link.db");
    try (StationStore store = open(file)) {
      store.add(event(Kind.STARTED, 0), false);
    }
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      open(file).close();
      statement.execute("ROLLBACK");
    }
    assertFalse(Files.exists(Path.of(file + ".damaged")));
    try (StationStore store = open(file)) {
      assertEquals(1, store.queued());
    }
  }

  /** What cannot be used now is not taken for damaged: its events would be lost. */
  @Test
  void aFileThatCannotBeUsedNowIsLeftAlone() throws SQLException {
    Path file = folder.resolve("link.db");
    try (StationStore store = open(file)) {
      store.add(event(Kind.STARTED, 0), false);
    }
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      statement.execute("PRAGMA locking_mode=EXCLUSIVE");
      statement.execute("BEGIN EXCLUSIVE");
      statement.execute("UPDATE event SET refusals=refusals");
      statement.execute("COMMIT");
      StorageException refused = assertThrows(StorageException.class, () -> open(file));
      assertTrue(String.valueOf(refused.getMessage()).contains("left as it is"));
    }
    assertFalse(Files.exists(Path.of(file + ".damaged")));
    try (StationStore store = open(file)) {
      assertEquals(1, store.queued());
    }
  }

  /** A start that is killed while it brings the tables up must find them as they were. */
  @Test
  void tablesAreBroughtUpWhollyOrNotAtAll() throws SQLException {
    Path file = folder.resolve("link.db");
    try (Connection old = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = old.createStatement()) {
      // Version 1 as far as the first step goes; the second one fails.
      statement.execute("CREATE TABLE tx (id TEXT PRIMARY KEY)");
      statement.execute("PRAGMA user_version=1");
    }
    assertThrows(StorageException.class, () -> open(file));
    assertFalse(Files.exists(Path.of(file + ".damaged")));
    try (Connection again = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = again.createStatement()) {
      try (ResultSet version = statement.executeQuery("PRAGMA user_version")) {
        assertTrue(version.next());
        assertEquals(1, version.getInt(1));
      }
      assertThrows(SQLException.class, () -> statement.executeQuery("SELECT token FROM tx"));
    }
  }
}
