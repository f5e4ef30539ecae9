package energy.ebbflow.ocpp.outbox;

import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StorageException;
import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.RecordReader;
import energy.ebbflow.ocpp.json.RecordWriter;
import energy.ebbflow.ocpp.json.StrictJson;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.time.Correction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The times in the store, and what becomes of them when the clock turns out to have been wrong.
 * What was not told yet is told with the right time. A transaction whose beginning was told keeps
 * the time it began with until its end, so that its events stay in order and its length is right.
 * Not thread-safe; its owner locks.
 */
final class StoredTimes {
  private static final Logger LOG = LoggerFactory.getLogger(StoredTimes.class);
  private static final RecordReader READER = RecordReader.forgiving(WireVersion.STORE);
  private static final RecordWriter WRITER = new RecordWriter(WireVersion.STORE);
  private static final String CLOCK = "clock";
  private static final String KNOWN = "known";

  /** Our own: a clock that is further ahead is broken; a station is not without one for longer. */
  private static final Duration BELIEVED_AHEAD = Duration.ofDays(366);

  /** By how many milliseconds a transaction is behind the corrected time; absent: 0. */
  private static final String LAG = "lag";

  private final Database database;
  private final Signer signer;
  private final EndedValues course;
  private final long eventsBefore;
  private final long securityBefore;

  StoredTimes(Database database, Signer signer, EndedValues course) {
    this.course = course;
    this.database = database;
    this.signer = signer;
    this.eventsBefore = last("event");
    this.securityBefore = last("security");
  }

  /** The newest row of earlier runs, also of one that is deleted by now. */
  private long last(String table) {
    return database.reading(
        "the last row",
        () -> {
          try (ResultSet rows =
              database
                  .with("SELECT COALESCE(MAX(seq), 0) FROM sqlite_sequence WHERE name=?", table)
                  .executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0L;
          }
        });
  }

  /**
   * The newest time that an earlier run wrote and that can be right. What came from the back office
   * counts, and that it was there; what the station recorded by its own clock only where the clock
   * was not a whole year ahead of both the back office and what the machine shows now.
   *
   * @param shown by the machine's clock now
   */
  Optional<Instant> newest(Optional<Instant> shown) {
    try {
      return database.reading(
          "the newest time",
          () -> {
            List<Instant> all = told();
            Optional<Instant> most =
                Stream.concat(all.stream(), shown.stream())
                    .max(Instant::compareTo)
                    .map(at -> at.plus(BELIEVED_AHEAD));
            recorded().stream().filter(at -> most.filter(at::isAfter).isEmpty()).forEach(all::add);
            return all.stream().max(Instant::compareTo);
          });
    } catch (StorageException e) {
      LOG.error("{}; the clock begins with what the machine says", e.getMessage());
      return Optional.empty();
    }
  }

  private List<Instant> told() throws SQLException {
    List<Instant> all = new ArrayList<>();
    try (ResultSet rows =
        database
            .with(
                "SELECT value FROM kept WHERE (area=? AND name=?) OR (area=? AND name=?)",
                CLOCK,
                KNOWN,
                StationStore.OFFICE,
                StationStore.LAST_SEEN)
            .executeQuery()) {
      while (rows.next()) {
        all.add(Instant.parse(rows.getString(1)));
      }
    }
    return all;
  }

  private List<Instant> recorded() throws SQLException {
    List<Instant> all = new ArrayList<>();
    try (ResultSet rows =
        database.with("SELECT body FROM event ORDER BY row DESC LIMIT 1").executeQuery()) {
      if (rows.next()) {
        all.add(read(rows.getString(1), StationEvent.Transaction.class).at());
      }
    }
    try (ResultSet rows = database.with("SELECT opened, latest FROM tx").executeQuery()) {
      while (rows.next()) {
        all.add(read(rows.getString(1), StationEvent.Transaction.class).at());
        if (!rows.getString(2).isEmpty()) {
          all.add(read(rows.getString(2), MeterSample.class).at());
        }
      }
    }
    return all;
  }

  /** Somebody knows what time it is: after a restart it is not earlier. */
  void known(Instant now) {
    database.atomically(
        CLOCK,
        () ->
            database.update(
                "INSERT OR REPLACE INTO kept (area, name, value) VALUES (?,?,?)",
                CLOCK,
                KNOWN,
                now.toString()));
  }

  /** An event with the time that its transaction began with. */
  StationEvent.Transaction asBegun(StationEvent.Transaction event) throws SQLException {
    long lag = lag(event.transaction());
    return lag == 0 ? event : new Correction(Instant.MIN, Duration.ofMillis(lag)).of(event);
  }

  /** What goes with such an event: its periods have the same clock. */
  Companion.Addition asBegun(String transaction, Companion.Addition addition) throws SQLException {
    long lag = lag(transaction);
    return lag == 0
        ? addition
        : addition.corrected(new Correction(Instant.MIN, Duration.ofMillis(lag)));
  }

  /** Values that were gathered for its end, by the time that its transaction began with. */
  List<EndedValue> asBegun(String transaction, List<EndedValue> values) throws SQLException {
    return moved(values, new Correction(Instant.MIN, Duration.ofMillis(lag(transaction))));
  }

  private static List<EndedValue> moved(List<EndedValue> values, Correction correction) {
    return values.stream()
        .map(value -> new EndedValue(value.clock(), correction.of(value.sample())))
        .toList();
  }

  /** The transaction has ended. */
  void forget(String transaction) throws SQLException {
    database.update("DELETE FROM kept WHERE area=? AND name=?", LAG, transaction);
  }

  private long lag(String transaction) throws SQLException {
    try (ResultSet rows =
        database
            .with("SELECT value FROM kept WHERE area=? AND name=?", LAG, transaction)
            .executeQuery()) {
      return rows.next() ? Long.parseLong(rows.getString(1)) : 0;
    }
  }

  /** Corrects what this run recorded, wholly or not at all. */
  void correct(Correction correction, Map<String, String> accounts) {
    database.atomically(
        "corrected time",
        () -> {
          Set<String> untold = untold();
          open(correction, untold);
          queued(correction, untold);
          security(correction);
          course.correct(correction);
          for (Map.Entry<String, String> account : accounts.entrySet()) {
            database.update(
                "UPDATE kept SET value=? WHERE area=? AND name=?",
                account.getValue(),
                StationStore.ACCOUNTS,
                account.getKey());
          }
          return true;
        });
  }

  /** Transactions of this run of which the back office has heard nothing. */
  private Set<String> untold() throws SQLException {
    Set<String> untold = new HashSet<>();
    try (ResultSet rows =
        database
            .with("SELECT tx FROM event WHERE kind='STARTED' AND row>?", eventsBefore)
            .executeQuery()) {
      while (rows.next()) {
        untold.add(rows.getString(1));
      }
    }
    return untold;
  }

  private record Row(String key, String first, String second) {}

  private List<Row> rows(String sql, Object... values) throws SQLException {
    List<Row> all = new ArrayList<>();
    try (ResultSet rows = database.with(sql, values).executeQuery()) {
      while (rows.next()) {
        all.add(new Row(rows.getString(1), rows.getString(2), rows.getString(3)));
      }
    }
    return all;
  }

  private void open(Correction correction, Set<String> untold) throws SQLException {
    for (Row row : rows("SELECT id, opened, latest FROM tx")) {
      StationEvent.Transaction opened = read(row.first(), StationEvent.Transaction.class);
      String latest =
          row.second().isEmpty() ? "" : text(correction.of(read(row.second(), MeterSample.class)));
      database.update(
          "UPDATE tx SET opened=?, latest=? WHERE id=?",
          text(correction.of(opened)),
          latest,
          row.key());
      boolean ours = !opened.at().isBefore(correction.since());
      if (ours && !untold.contains(row.key())) {
        database.update(
            "INSERT OR REPLACE INTO kept (area, name, value) VALUES (?,?,?)",
            LAG,
            row.key(),
            Long.toString(lag(row.key()) - correction.by().toMillis()));
      }
    }
  }

  private void queued(Correction correction, Set<String> untold) throws SQLException {
    for (Row row : rows("SELECT row, body, signed FROM event WHERE row>?", eventsBefore)) {
      StationEvent.Transaction event = read(row.first(), StationEvent.Transaction.class);
      if (!untold.contains(event.transaction())) {
        continue;
      }
      Signatures beside = read(row.second(), Signatures.class);
      List<String> signed = new ArrayList<>();
      for (String text : beside.texts()) {
        signed.add(text.isEmpty() ? text : signer.corrected(text, correction));
      }
      database.update(
          "UPDATE event SET body=?, signed=? WHERE row=?",
          text(correction.of(event)),
          text(
              new Signatures(
                  signed,
                  beside.addition().map(a -> a.corrected(correction)),
                  moved(beside.course(), correction))),
          row.key());
    }
  }

  private void security(Correction correction) throws SQLException {
    for (Row row : rows("SELECT row, at, info FROM security WHERE row>?", securityBefore)) {
      database.update(
          "UPDATE security SET at=? WHERE row=?",
          correction.of(Instant.parse(row.first())).toString(),
          row.key());
    }
  }

  private static String text(Record record) {
    return StrictJson.write(WRITER.write(record));
  }

  private static <T> T read(String body, Class<T> type) throws SQLException {
    try {
      return READER.read(StrictJson.parse(body), type);
    } catch (JsonFault e) {
      throw new SQLException("a row that this firmware cannot read: " + e.text());
    }
  }
}
