package energy.ebbflow.ocpp.outbox;

import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.RecordReader;
import energy.ebbflow.ocpp.json.RecordWriter;
import energy.ebbflow.ocpp.json.StrictJson;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.time.Correction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers, while a transaction runs, the values that are told once more with its end: of an
 * interval since its begin (SampledDataCtrlr.TxEndedInterval) and of the clock
 * (AlignedDataCtrlr.TxEndedInterval). They outlive a crash. Not thread-safe; its owner locks.
 */
final class EndedValues {
  /**
   * Most values of a kind: beyond it every second one goes, the course gets coarser (J02.FR.14).
   */
  static final int MOST = 200;

  private static final Logger LOG = LoggerFactory.getLogger(EndedValues.class);
  private static final String AREA = "course";
  private static final long DAY_SECONDS = 86_400;
  private static final RecordReader READER = RecordReader.forgiving(WireVersion.STORE);
  private static final RecordWriter WRITER = new RecordWriter(WireVersion.STORE);

  /**
   * How often values are wanted, in s; 0: not at all.
   *
   * @param sampledSeconds since the begin of the transaction
   * @param clockSeconds multiples since midnight UTC
   */
  record Intervals(int sampledSeconds, int clockSeconds) {
    static final Intervals NONE = new Intervals(0, 0);
  }

  private final Database database;

  EndedValues(Database database) {
    this.database = database;
  }

  /** A value of a transaction that runs. */
  void take(String transaction, MeterSample sample, Intervals wanted) throws SQLException {
    int sampled = wanted.sampledSeconds();
    int clock = wanted.clockSeconds();
    if (sampled > 0) {
      take(transaction, "s", sample, last -> !sample.at().isBefore(last.plusSeconds(sampled)));
    }
    if (clock > 0) {
      take(transaction, "c", sample, last -> slot(sample.at(), clock) > slot(last, clock));
    }
  }

  private static long slot(Instant at, int seconds) {
    long day = Math.floorDiv(at.getEpochSecond(), DAY_SECONDS);
    return day * DAY_SECONDS + Math.floorMod(at.getEpochSecond(), DAY_SECONDS) / seconds;
  }

  private void take(String transaction, String kind, MeterSample sample, Predicate<Instant> due)
      throws SQLException {
    Optional<Instant> last = newest(transaction, kind);
    if (last.isEmpty()) {
      last = began(transaction);
    }
    if (last.filter(due).isEmpty()) {
      return;
    }
    List<Row> rows = rows(transaction, kind);
    int next = rows.isEmpty() ? 0 : rows.getLast().number() + 1;
    database.update(
        "INSERT INTO kept (area, name, value) VALUES (?,?,?)",
        AREA,
        name(transaction, kind, next),
        StrictJson.write(WRITER.write(sample)));
    if (rows.size() >= MOST) {
      for (int i = 1; i < rows.size(); i += 2) {
        database.update(
            "DELETE FROM kept WHERE area=? AND name=?",
            AREA,
            name(transaction, kind, rows.get(i).number()));
      }
    }
  }

  private static String name(String transaction, String kind, int number) {
    return transaction + "/" + kind + "/" + "%09d".formatted(number);
  }

  private Optional<Instant> newest(String transaction, String kind) throws SQLException {
    String prefix = transaction + "/" + kind + "/";
    List<Stored> last = stored(" AND name>? AND name<? ORDER BY name DESC LIMIT 1", prefix);
    while (!last.isEmpty()) {
      Optional<MeterSample> sample = sample(last.getFirst());
      if (sample.isPresent()) {
        return sample.map(MeterSample::at);
      }
      last = stored(" AND name>? AND name<? ORDER BY name DESC LIMIT 1", prefix);
    }
    return Optional.empty();
  }

  private record Stored(String name, String value) {}

  /** Rows of this area whose name begins so. */
  private List<Stored> stored(String which, String prefix) throws SQLException {
    List<Stored> found = new ArrayList<>();
    try (ResultSet rows =
        database
            .with("SELECT name, value FROM kept WHERE area=?" + which, AREA, prefix, prefix + ":")
            .executeQuery()) {
      while (rows.next()) {
        found.add(new Stored(rows.getString(1), rows.getString(2)));
      }
    }
    return found;
  }

  private List<Stored> all() throws SQLException {
    List<Stored> found = new ArrayList<>();
    try (ResultSet rows =
        database.with("SELECT name, value FROM kept WHERE area=?", AREA).executeQuery()) {
      while (rows.next()) {
        found.add(new Stored(rows.getString(1), rows.getString(2)));
      }
    }
    return found;
  }

  /** What cannot be read goes: the course is not worth an event that is not stored. */
  private Optional<MeterSample> sample(Stored row) throws SQLException {
    try {
      return Optional.of(READER.read(StrictJson.parse(row.value()), MeterSample.class));
    } catch (JsonFault e) {
      LOG.warn("{} cannot be read, {}: the course goes on without it", row.name(), e.text());
      database.update("DELETE FROM kept WHERE area=? AND name=?", AREA, row.name());
      return Optional.empty();
    }
  }

  private Optional<Instant> began(String transaction) throws SQLException {
    try (ResultSet rows =
        database.with("SELECT opened FROM tx WHERE id=?", transaction).executeQuery()) {
      return rows.next()
          ? Optional.of(
              READER.read(StrictJson.parse(rows.getString(1)), StationEvent.Transaction.class).at())
          : Optional.empty();
    } catch (JsonFault e) {
      LOG.warn("the begin of {} cannot be read, {}: it has no course", transaction, e.text());
      return Optional.empty();
    }
  }

  private record Row(int number, MeterSample sample) {}

  private List<Row> rows(String transaction, String kind) throws SQLException {
    String prefix = transaction + "/" + kind + "/";
    List<Row> found = new ArrayList<>();
    for (Stored row : stored(" AND name>? AND name<? ORDER BY name", prefix)) {
      int number = Integer.parseInt(row.name().substring(prefix.length()));
      sample(row).ifPresent(sample -> found.add(new Row(number, sample)));
    }
    return found;
  }

  /** The transaction ends: what was gathered, in the order of time; it is forgotten here. */
  List<EndedValue> ended(String transaction) throws SQLException {
    List<EndedValue> all = new ArrayList<>();
    for (Row row : rows(transaction, "s")) {
      all.add(new EndedValue(false, row.sample()));
    }
    for (Row row : rows(transaction, "c")) {
      all.add(new EndedValue(true, row.sample()));
    }
    all.sort(Comparator.comparing(value -> value.sample().at()));
    database.update(
        "DELETE FROM kept WHERE area=? AND name>? AND name<?",
        AREA,
        transaction + "/",
        transaction + "0");
    return all;
  }

  /** The time of this run was wrong. */
  void correct(Correction correction) throws SQLException {
    for (Stored row : all()) {
      Optional<MeterSample> sample = sample(row);
      if (sample.isPresent()) {
        database.update(
            "UPDATE kept SET value=? WHERE area=? AND name=?",
            StrictJson.write(WRITER.write(correction.of(sample.get()))),
            AREA,
            row.name());
      }
    }
  }
}
