package energy.ebbflow.firmware.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where damaged files go. */
class DatabaseFileTest {
  @TempDir private Path folder = Path.of("");

  private Path damage(int number) throws IOException {
    Path file = folder.resolve("journal.db");
    Files.writeString(file, "damaged for the " + number + ". time");
    Files.writeString(Path.of(file + "-wal"), "log " + number);
    return DatabaseFile.moveAside(file);
  }

  /** Who repairs a station wants to see the first one; of the last the newest is kept. */
  @Test
  void olderDamagedFilesAreKept() throws IOException {
    for (int number = 1; number <= 7; number++) {
      Path aside = damage(number);
      assertTrue(Files.readString(aside).contains(" " + number + "."));
    }
    for (int number = 1; number <= 4; number++) {
      Path kept = folder.resolve("journal.db.damaged" + (number == 1 ? "" : "-" + number));
      assertEquals("damaged for the " + number + ". time", Files.readString(kept));
    }
    assertEquals(
        "damaged for the 7. time", Files.readString(folder.resolve("journal.db.damaged-5")));
    assertFalse(Files.exists(folder.resolve("journal.db.damaged-6")));
    assertEquals("log 2", Files.readString(folder.resolve("journal.db-wal.damaged-2")));
    assertFalse(Files.exists(folder.resolve("journal.db")));
  }
}
