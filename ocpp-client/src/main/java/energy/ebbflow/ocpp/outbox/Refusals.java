package energy.ebbflow.ocpp.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Events that the back office does not take. Not thread-safe; its owner locks. */
final class Refusals {
  private final Database database;
  private final int limit;

  /**
   * Keeps them.
   *
   * @param limit so many for a person to look at, the newest
   */
  Refusals(Database database, int limit) {
    this.database = database;
    this.limit = limit;
  }

  /** One time more; returns how often. */
  int once(long row) throws SQLException {
    database.update("UPDATE event SET refusals=refusals+1 WHERE row=?", row);
    return count("SELECT refusals FROM event WHERE row=" + row);
  }

  /** It leaves the queue and is kept for people. */
  void forGood(long row, String reason) throws SQLException {
    database.update(
        "INSERT OR REPLACE INTO refused (row, tx, seq, body, reason)"
            + " SELECT row, tx, seq, body, ? FROM event WHERE row=?",
        reason,
        row);
    database.update("DELETE FROM event WHERE row=?", row);
    database.update(
        "DELETE FROM refused WHERE row NOT IN"
            + " (SELECT row FROM refused ORDER BY row DESC LIMIT ?)",
        limit);
  }

  int kept() throws SQLException {
    return count("SELECT COUNT(*) FROM refused");
  }

  private int count(String sql) throws SQLException {
    try (ResultSet rows = database.with(sql).executeQuery()) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }
}
