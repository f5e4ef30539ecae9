package energy.ebbflow.simulator.bench.kills;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the outbox of a station that was killed, in a copy, before the station starts again. What
 * lies in it is promised: it has to arrive.
 */
final class Witness {
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * An event on disk.
   *
   * @param number the back office's number of the transaction (1.6), where it was known
   * @param measured when its meter values were taken, to the millisecond
   */
  record Promise(
      String transaction,
      int seqNo,
      String kind,
      Instant at,
      boolean token,
      OptionalInt number,
      Set<Instant> measured) {
    Promise {
      measured = Set.copyOf(measured);
    }

    /** The same with the number of its transaction, where that is known by now. */
    Promise numbered(Map<String, Integer> numbers) {
      Integer known = numbers.get(transaction);
      return number.isPresent() || known == null
          ? this
          : new Promise(transaction, seqNo, kind, at, token, OptionalInt.of(known), measured);
    }
  }

  private final Path database;
  private final Path copy;
  private final Set<Promise> promises = new LinkedHashSet<>();

  /** The back office's numbers of transactions (1.6), as far as any look saw them. */
  private final Map<String, Integer> numbers = new HashMap<>();

  private int waiting;
  private int open;

  /**
   * A witness.
   *
   * @param database the station's outbox
   * @param folder for the copy
   */
  Witness(Path database, Path folder) {
    this.database = database;
    this.copy = folder.resolve("copy.db");
  }

  /**
   * All that was ever seen, each once. An event that lay there before its transaction had a number
   * has the number that was seen later: otherwise nobody would miss it.
   */
  List<Promise> promises() {
    Set<Promise> known = new LinkedHashSet<>();
    promises.forEach(promise -> known.add(promise.numbered(numbers)));
    return List.copyOf(known);
  }

  /** Events that waited at the last look. */
  int waiting() {
    return waiting;
  }

  /** Transactions that were open at the last look. */
  int open() {
    return open;
  }

  /** Looks; a station that was killed before it had an outbox has promised nothing. */
  void look() throws IOException {
    if (!Files.exists(database)) {
      return;
    }
    for (String suffix : List.of("", "-wal")) {
      Path from = Path.of(database + suffix);
      Path to = Path.of(copy + suffix);
      Files.deleteIfExists(to);
      if (Files.exists(from)) {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
        Statement statement = connection.createStatement()) {
      read(statement);
    } catch (SQLException e) {
      throw new IOException("the outbox after a kill: " + e.getMessage(), e);
    }
  }

  private void read(Statement statement) throws SQLException, IOException {
    Set<String> tables = new TreeSet<>();
    try (ResultSet rows = statement.executeQuery("SELECT name FROM sqlite_master")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    if (!tables.containsAll(Set.of("event", "tx", "kept"))) {
      // Killed while it made its tables.
      waiting = 0;
      open = 0;
      return;
    }
    try (ResultSet rows =
        statement.executeQuery("SELECT name, value FROM kept WHERE area='v16-transaction'")) {
      while (rows.next()) {
        numbers.put(rows.getString(1), Integer.valueOf(rows.getString(2)));
      }
    }
    List<Promise> found = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery("SELECT tx, seq, kind, body FROM event ORDER BY row")) {
      while (rows.next()) {
        String transaction = rows.getString(1);
        Integer number = numbers.get(transaction);
        found.add(
            promise(
                transaction,
                rows.getInt(2),
                rows.getString(3),
                number == null ? OptionalInt.empty() : OptionalInt.of(number),
                rows.getString(4)));
      }
    }
    waiting = found.size();
    promises.addAll(found);
    try (ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM tx")) {
      open = rows.next() ? rows.getInt(1) : 0;
    }
  }

  private static Promise promise(
      String transaction, int seqNo, String kind, OptionalInt number, String body)
      throws JsonProcessingException {
    JsonNode event = JSON.readTree(body);
    Set<Instant> measured = new TreeSet<>();
    event.path("samples").forEach(sample -> measured.add(Tally16.instant(sample.path("at"))));
    return new Promise(
        transaction,
        seqNo,
        kind,
        Tally16.instant(event.path("at")),
        !event.path("token").isMissingNode() && !event.path("token").isNull(),
        number,
        measured);
  }
}
