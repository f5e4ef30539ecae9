package energy.ebbflow.firmware.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A file of SQLite that is known or suspected to be damaged. */
public final class DatabaseFile {
  /** The part of an SQLite result code that names its kind. */
  private static final int PRIMARY_CODE = 0xff;

  private static final String ASIDE = ".damaged";

  /** So many damaged files are kept; of the last of them the newest. */
  static final int MOST_ASIDE = 5;

  private DatabaseFile() {}

  /** A check of the pages found what must not be. */
  public static final class Unsound extends SQLException {
    private static final long serialVersionUID = 1L;

    /** With what was found. */
    public Unsound(String found) {
      super(found);
    }
  }

  /**
   * Whether a failure says that the file itself is bad. A full disk, a lock, a missing permission
   * say nothing against it: then it stays where it is.
   *
   * @param failure of SQLite, or {@link Unsound}
   */
  public static boolean damaged(Throwable failure) {
    if (!(failure instanceof SQLiteException told)) {
      return failure instanceof Unsound;
    }
    int code = told.getResultCode().code;
    int kind = code & PRIMARY_CODE;
    return kind == SQLiteErrorCode.SQLITE_CORRUPT.code
        || kind == SQLiteErrorCode.SQLITE_NOTADB.code
        || code == SQLiteErrorCode.SQLITE_IOERR_READ.code
        || code == SQLiteErrorCode.SQLITE_IOERR_SHORT_READ.code;
  }

  /**
   * Moves the file and what belongs to it aside, under the name {@code ….damaged}, or {@code
   * ….damaged-2} up to {@code -5} where there are such already: who repairs a station wants to see
   * the first of them. Of the last the newest is kept.
   *
   * @return where the file is now
   * @throws IOException when the folder cannot be written
   */
  public static Path moveAside(Path file) throws IOException {
    String mark = ASIDE;
    for (int more = 2; Files.exists(Path.of(file + mark)) && more <= MOST_ASIDE; more++) {
      mark = ASIDE + "-" + more;
    }
    for (String part : List.of("", "-wal", "-shm")) {
      Path old = Path.of(file + part);
      if (Files.exists(old)) {
        Files.move(old, Path.of(old + mark), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return Path.of(file + mark);
  }
}
