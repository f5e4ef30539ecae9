package energy.ebbflow.firmware.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Reads a journal that somebody else writes, row by row. Any thread. */
public final class JournalReader {
  private JournalReader() {}

  /** Takes one entry. */
  @FunctionalInterface
  public interface Taker {
    void take(JournalEntry entry) throws IOException;
  }

  /**
   * Gives every entry of a span to {@code taker}, oldest first; both ends belong to it.
   *
   * @throws IOException when the journal cannot be read, or the taker takes no more
   */
  public static void each(Path journal, Instant from, Instant to, Taker taker) throws IOException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + journal);
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT at_millis, nanos, evse, kind, detail FROM entry"
                    + " WHERE at_millis BETWEEN ? AND ? ORDER BY id")) {
      select.setLong(1, from.toEpochMilli());
      select.setLong(2, to.toEpochMilli());
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          taker.take(
              new JournalEntry(
                  Instant.ofEpochMilli(rows.getLong(1)),
                  rows.getLong(2),
                  rows.getInt(3),
                  rows.getString(4),
                  rows.getString(5)));
        }
      }
    } catch (SQLException e) {
      throw new IOException("journal " + journal + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
