package energy.ebbflow.firmware.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The journal's database. Owned by one thread, never the EVSE's own.
 *
 * <p>Write-ahead logging with {@code synchronous=NORMAL}: what was written survives a kill of the
 * process; a power cut may lose the last moments, never the file. Money-relevant events have their
 * own store with stronger rules in the back-office link.
 */
public final class Journal implements AutoCloseable {
  /** Longest detail that is kept. */
  public static final int DETAIL_MAX = 4_000;

  /** Entries that are kept; older ones are deleted. */
  public static final int ENTRIES_MAX = 200_000;

  /** How many entries may pile up above the bound before the oldest are deleted at once. */
  private static final int TRIM_EVERY = 1_000;

  private final Path path;
  private final int entriesMax;
  private final Connection connection;
  private int sinceTrim;

  private Journal(Path path, int entriesMax, Connection connection) {
    this.path = path;
    this.entriesMax = entriesMax;
    this.connection = connection;
  }

  /** Opens or creates the journal with the usual bound. */
  public static Journal open(Path path) throws JournalException {
    return open(path, ENTRIES_MAX);
  }

  /**
   * Opens or creates the journal.
   *
   * @param entriesMax most entries that are kept
   * @throws JournalException if the file cannot be used
   */
  public static Journal open(Path path, int entriesMax) throws JournalException {
    try {
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA journal_mode=WAL");
        statement.execute("PRAGMA synchronous=NORMAL");
        statement.execute("PRAGMA busy_timeout=2000");
        statement.execute(
            "CREATE TABLE IF NOT EXISTS entry("
                + "id INTEGER PRIMARY KEY AUTOINCREMENT, at_millis INTEGER NOT NULL, "
                + "nanos INTEGER NOT NULL, evse INTEGER NOT NULL, kind TEXT NOT NULL, "
                + "detail TEXT NOT NULL)");
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
      return new Journal(path, entriesMax, connection);
    } catch (SQLException e) {
      throw new JournalException(
          "journal "
              + path
              + ": expected an SQLite database that can be written, got: "
              + e.getMessage()
              + "; give another folder with --data",
          e);
    }
  }

  /**
   * Adds an entry.
   *
   * @throws JournalException if it was not stored, for example because the disk is full; the
   *     journal stays usable and the next entry is tried again
   */
  public void write(JournalEntry entry) throws JournalException {
    // Prepared anew each time: after a full disk a statement that is kept does not work again.
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO entry(at_millis, nanos, evse, kind, detail) VALUES (?, ?, ?, ?, ?)")) {
      insert.setLong(1, entry.at().toEpochMilli());
      insert.setLong(2, entry.nanos());
      insert.setInt(3, entry.evse());
      insert.setString(4, entry.kind());
      insert.setString(5, cut(entry.detail()));
      insert.executeUpdate();
      if (++sinceTrim >= TRIM_EVERY) {
        sinceTrim = 0;
        trim();
      }
    } catch (SQLException e) {
      throw new JournalException(
          "journal "
              + path
              + ": expected to store an entry, got: "
              + e.getMessage()
              + "; charging goes on, this entry is lost",
          e);
    }
  }

  /** The newest entries, oldest of them first. */
  public List<JournalEntry> newest(int count) throws JournalException {
    String query =
        "SELECT at_millis, nanos, evse, kind, detail FROM entry ORDER BY id DESC LIMIT ?";
    try (PreparedStatement select = connection.prepareStatement(query)) {
      select.setInt(1, count);
      List<JournalEntry> entries = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          entries.addFirst(
              new JournalEntry(
                  Instant.ofEpochMilli(rows.getLong(1)),
                  rows.getLong(2),
                  rows.getInt(3),
                  rows.getString(4),
                  rows.getString(5)));
        }
      }
      return entries;
    } catch (SQLException e) {
      throw new JournalException("journal " + path + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** Limits the file's size in pages of 4 KiB; a full file behaves as a full disk does. */
  void limitPages(int pages) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA max_page_count=" + pages);
    }
  }

  private void trim() throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM entry WHERE id <= (SELECT MAX(id) FROM entry) - ?")) {
      delete.setInt(1, entriesMax);
      delete.executeUpdate();
    }
  }

  private static String cut(String detail) {
    return detail.length() <= DETAIL_MAX ? detail : detail.substring(0, DETAIL_MAX);
  }

  @Override
  public void close() throws JournalException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new JournalException("journal " + path + ": cannot be closed: " + e.getMessage(), e);
    }
  }
}
