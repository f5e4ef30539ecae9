package energy.ebbflow.ocpp.outbox;

import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Security events (A04): each is queued for the back office and stays afterwards, as the security
 * log that a back office may ask for (N01). Thread-safe; what changes something is on disk when it
 * returns, or throws {@link energy.ebbflow.ocpp.domain.StorageException}.
 */
public final class SecurityEvents {
  /** Events in one answer of {@link #logged}. */
  public static final int PAGE = 200;

  private final Database database;
  private final Object lock;
  private final int limit;

  SecurityEvents(Database database, Object lock, int limit) {
    this.database = database;
    this.lock = lock;
    this.limit = limit;
  }

  /**
   * One event.
   *
   * @param row grows with time
   * @param at ISO 8601
   */
  public record Event(long row, String kind, String at, String info) {}

  /** Queues an event; beyond the bound those that were told go first, then the oldest. */
  public void add(String kind, String at, String info) {
    synchronized (lock) {
      database.atomically(
          "security event",
          () -> {
            database.update("INSERT INTO security (kind, at, info) VALUES (?,?,?)", kind, at, info);
            return database.update(
                "DELETE FROM security WHERE row NOT IN"
                    + " (SELECT row FROM security ORDER BY told, row DESC LIMIT ?)",
                limit);
          });
    }
  }

  /** The oldest event that is still to be told. */
  public Optional<Event> oldest() {
    List<Event> found =
        page("SELECT row, kind, at, info FROM security WHERE told=0 ORDER BY row LIMIT 1");
    return found.stream().findFirst();
  }

  /** The back office has it, or will never take it; it stays in the log. */
  public void done(long row) {
    synchronized (lock) {
      database.atomically(
          "security event", () -> database.update("UPDATE security SET told=1 WHERE row=?", row));
    }
  }

  /** The next {@link #PAGE} events after a row, oldest first; 0 begins. */
  public List<Event> logged(long afterRow) {
    return page(
        "SELECT row, kind, at, info FROM security WHERE row>? ORDER BY row LIMIT " + PAGE,
        afterRow);
  }

  private List<Event> page(String sql, Object... values) {
    synchronized (lock) {
      return database.atomically(
          "reading",
          () -> {
            List<Event> events = new ArrayList<>();
            try (ResultSet rows = database.with(sql, values).executeQuery()) {
              while (rows.next()) {
                events.add(
                    new Event(
                        rows.getLong(1), rows.getString(2), rows.getString(3), rows.getString(4)));
              }
            }
            return List.copyOf(events);
          });
    }
  }

  /** Whether an event happened within a span; an open end holds everything. */
  public static boolean within(Event event, Optional<Instant> from, Optional<Instant> to) {
    Instant at = Instant.parse(event.at());
    return from.map(f -> !at.isBefore(f)).orElse(true) && to.map(u -> !at.isAfter(u)).orElse(true);
  }
}
