package energy.ebbflow.ocpp.outbox;

import energy.ebbflow.ocpp.domain.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The SQLite file: opened, checked, its statements prepared once. Not thread-safe; its owner locks.
 */
final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  /** How long a reader of another process (a backup, a person) may keep us waiting. */
  private static final int BUSY_MILLIS = 5_000;

  /** Size of a page of a new file; SQLite's default. */
  private static final int PAGE_BYTES = 4_096;

  /** So many damaged files are kept; of the last of them the newest. */
  private static final int MOST_ASIDE = 5;

  /** The part of an SQLite result code that names its kind. */
  private static final int PRIMARY_CODE = 0xff;

  /** Version of the tables below; a file with a higher one is from a newer firmware. */
  private static final int SCHEMA = 3;

  private static final String[] TABLES = {
    "CREATE TABLE IF NOT EXISTS event (row INTEGER PRIMARY KEY AUTOINCREMENT,"
        + " tx TEXT NOT NULL, kind TEXT NOT NULL, trigger TEXT NOT NULL, seq INTEGER NOT NULL,"
        + " offline INTEGER NOT NULL, body TEXT NOT NULL, signed TEXT NOT NULL,"
        + " refusals INTEGER NOT NULL DEFAULT 0)",
    "CREATE TABLE IF NOT EXISTS refused (row INTEGER PRIMARY KEY, tx TEXT NOT NULL,"
        + " seq INTEGER NOT NULL, body TEXT NOT NULL, reason TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS tx (id TEXT PRIMARY KEY, evse INTEGER NOT NULL,"
        + " opened TEXT NOT NULL, state TEXT NOT NULL, latest TEXT NOT NULL, seq INTEGER NOT NULL,"
        + " token TEXT NOT NULL DEFAULT '')",
    "CREATE TABLE IF NOT EXISTS security (row INTEGER PRIMARY KEY AUTOINCREMENT,"
        + " kind TEXT NOT NULL, at TEXT NOT NULL, info TEXT NOT NULL,"
        + " told INTEGER NOT NULL DEFAULT 0)",
    "CREATE TABLE IF NOT EXISTS kept (area TEXT NOT NULL, name TEXT NOT NULL,"
        + " value TEXT NOT NULL, PRIMARY KEY (area, name)) WITHOUT ROWID",
  };

  private final Path file;
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  private Database(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /**
   * Opens the file, and makes it when it is absent. A file that is damaged is moved aside under the
   * name {@code …damaged} and a new one is begun: the station must charge tomorrow too. One that
   * only cannot be used now (a full disk, somebody who locks it) stays where it is: its events are
   * money.
   *
   * @throws StorageException when it cannot be used
   */
  static Database open(Path file, long maxBytes) {
    try {
      return openShared(file, maxBytes);
    } catch (SQLException first) {
      if (!damaged(first)) {
        throw new StorageException(
            file
                + " cannot be used now: "
                + text(first)
                + "; it is left as it is, the back office link does not start",
            first);
      }
      LOG.error("{}: damaged ({}); it is moved aside and a new one begun", file, text(first));
      try {
        moveAside(file);
        return openShared(file, maxBytes);
      } catch (SQLException | IOException second) {
        throw new StorageException(
            file + " cannot be opened: " + text(second) + "; the back office link does not start",
            second);
      }
    }
  }

  /** The check of the file's pages found what must not be. */
  private static final class Unsound extends SQLException {
    private static final long serialVersionUID = 1L;

    Unsound(String found) {
      super(found);
    }
  }

  /** The first of a row is kept: what was moved aside before may be the one that holds money. */
  private static void moveAside(Path file) throws IOException {
    String mark = ".damaged";
    for (int more = 2; Files.exists(Path.of(file + mark)) && more <= MOST_ASIDE; more++) {
      mark = ".damaged-" + more;
    }
    for (String suffix : new String[] {"", "-wal", "-shm"}) {
      Path part = Path.of(file + suffix);
      if (Files.exists(part)) {
        Files.move(part, Path.of(part + mark), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** Whether the file itself is bad, not what is around it. */
  private static boolean damaged(SQLException e) {
    if (!(e instanceof SQLiteException failure)) {
      // The driver wraps, among others, what kept its own library from being loaded.
      return e instanceof Unsound;
    }
    int code = failure.getResultCode().code;
    int kind = code & PRIMARY_CODE;
    return kind == SQLiteErrorCode.SQLITE_CORRUPT.code
        || kind == SQLiteErrorCode.SQLITE_NOTADB.code
        || code == SQLiteErrorCode.SQLITE_IOERR_READ.code
        || code == SQLiteErrorCode.SQLITE_IOERR_SHORT_READ.code;
  }

  /** Tokens and passwords lie in it: only its owner may read it, from the first moment on. */
  private static void makePrivate(Path file) {
    try {
      if (!Files.exists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
    } catch (IOException e) {
      throw new StorageException(
          file + " cannot be made: " + text(e) + "; the back office link does not start", e);
    }
  }

  /**
   * Opens it so that others may read it meanwhile. That takes an index beside the file, for which a
   * full disk has no room: then it is opened for us alone, and what waits in it goes out.
   */
  private static Database openShared(Path file, long maxBytes) throws SQLException {
    try {
      return tryOpen(file, maxBytes, false);
    } catch (SQLiteException e) {
      if (!noRoomForTheIndex(e)) {
        throw e;
      }
      LOG.error(
          "{}: {}; is the disk full? What lies in it is sent, nothing new can be stored for now",
          file,
          text(e));
      return tryOpen(file, maxBytes, true);
    }
  }

  private static boolean noRoomForTheIndex(SQLiteException e) {
    SQLiteErrorCode code = e.getResultCode();
    return code == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE
        || code == SQLiteErrorCode.SQLITE_IOERR_SHMOPEN
        || code == SQLiteErrorCode.SQLITE_IOERR_SHMMAP;
  }

  private static Database tryOpen(Path file, long maxBytes, boolean alone) throws SQLException {
    makePrivate(file);
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      if (alone) {
        statement.execute("PRAGMA locking_mode=EXCLUSIVE");
      }
      statement.execute("PRAGMA busy_timeout=" + BUSY_MILLIS);
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=FULL");
      statement.execute("PRAGMA max_page_count=" + maxBytes / PAGE_BYTES);
      try (ResultSet check = statement.executeQuery("PRAGMA quick_check(1)")) {
        if (!check.next() || !"ok".equals(check.getString(1))) {
          throw new Unsound("quick_check: " + check.getString(1));
        }
      }
      int found;
      try (ResultSet version = statement.executeQuery("PRAGMA user_version")) {
        found = version.next() ? version.getInt(1) : 0;
      }
      if (found > SCHEMA) {
        throw new StorageException(
            file
                + " was written by a newer firmware (tables "
                + found
                + ", this one knows "
                + SCHEMA
                + "); the back office link does not start",
            new SQLException("newer tables"));
      }
      if (found != SCHEMA) {
        bringUp(statement, found);
      }
      return new Database(file, connection);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * Makes the tables, or brings those of an older firmware up; wholly or not at all, whatever ends
   * it. Nothing is written where nothing has to be: the disk may be full.
   */
  private static void bringUp(Statement statement, int found) throws SQLException {
    statement.execute("BEGIN IMMEDIATE");
    if (found == 1) {
      statement.execute("ALTER TABLE tx ADD COLUMN token TEXT NOT NULL DEFAULT ''");
    }
    if (found == 1 || found == 2) {
      statement.execute("ALTER TABLE security ADD COLUMN told INTEGER NOT NULL DEFAULT 0");
    }
    for (String table : TABLES) {
      statement.execute(table);
    }
    statement.execute("PRAGMA user_version=" + SCHEMA);
    statement.execute("COMMIT");
  }

  /** One prepared statement with its parameters set: text, whole numbers. */
  PreparedStatement with(String sql, Object... values) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  int update(String sql, Object... values) throws SQLException {
    return with(sql, values).executeUpdate();
  }

  /** Work that is done wholly or not at all. */
  interface Work<T> {
    T run() throws SQLException;
  }

  /**
   * Runs {@code work} as one SQL transaction, on disk when this returns.
   *
   * @throws StorageException when it could not be done; then nothing of it was
   */
  <T> T atomically(String what, Work<T> work) {
    try {
      with("BEGIN IMMEDIATE").execute();
      T result = work.run();
      with("COMMIT").execute();
      return result;
    } catch (SQLException | RuntimeException e) {
      rollBack();
      throw new StorageException(file + ": " + what + " could not be written: " + text(e), e);
    }
  }

  /**
   * Reads several things of one moment. It writes nothing, so somebody who writes, or copies the
   * file, does not keep it waiting.
   *
   * @throws StorageException when it could not be read
   */
  <T> T reading(String what, Work<T> work) {
    try {
      with("BEGIN").execute();
      T result = work.run();
      with("COMMIT").execute();
      return result;
    } catch (SQLException | RuntimeException e) {
      rollBack();
      throw new StorageException(file + ": " + what + " could not be read: " + text(e), e);
    }
  }

  /**
   * SQLite has rolled back by itself where the disk is full; then there is nothing left to undo.
   */
  private void rollBack() {
    // A statement that failed is of no further use to the driver; all are prepared anew.
    for (PreparedStatement statement : prepared.values()) {
      try {
        statement.close();
      } catch (SQLException e) {
        LOG.debug("{}: {}", file, text(e));
      }
    }
    prepared.clear();
    try {
      with("ROLLBACK").execute();
    } catch (SQLException e) {
      LOG.debug("{}: {}", file, text(e));
    }
  }

  private static String text(Exception e) {
    return String.valueOf(e.getMessage());
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.warn("{}: not closed cleanly: {}", file, text(e));
    }
  }
}
