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
   * Moves the file and what belongs to it aside, under the name {@code ….damaged}; an older one of
   * that name is replaced.
   *
   * @throws IOException when the folder cannot be written
   */
  public static void moveAside(Path file) throws IOException {
    for (String part : List.of("", "-wal", "-shm")) {
      Path old = Path.of(file + part);
      if (Files.exists(old)) {
        Files.move(old, Path.of(old + ASIDE), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
