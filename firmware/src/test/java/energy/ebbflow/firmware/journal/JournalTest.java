package energy.ebbflow.firmware.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir Path folder;

  @Test
  void whatWasWrittenIsThereAfterReopening() throws JournalException {
    try (Journal journal = Journal.open(file())) {
      journal.write(entry(1));
      journal.write(entry(2));
    }
    try (Journal journal = Journal.open(file())) {
      assertEquals(List.of(entry(1), entry(2)), journal.newest(10));
      assertEquals(List.of(entry(2)), journal.newest(1));
    }
  }

  /** The journal is bounded: the oldest entries go first. */
  @Test
  void theOldestEntriesAreDeleted() throws JournalException {
    try (Journal journal = Journal.open(file(), 100)) {
      for (int i = 1; i <= 2_000; i++) {
        journal.write(entry(i));
      }
      List<JournalEntry> kept = journal.newest(10_000);
      assertEquals(100, kept.size());
      assertEquals(entry(2_000), kept.getLast());
    }
  }

  @Test
  void aDetailThatIsTooLongIsCut() throws JournalException {
    try (Journal journal = Journal.open(file())) {
      journal.write(
          new JournalEntry(Instant.EPOCH, 0, 1, "note", "x".repeat(Journal.DETAIL_MAX + 1)));
      assertEquals(Journal.DETAIL_MAX, journal.newest(1).getFirst().detail().length());
    }
  }

  /** A full disk is said in one line; the journal works again when there is room. */
  @Test
  void aFullDiskIsSaidAndOutlived() throws JournalException, SQLException {
    try (Journal journal = Journal.open(file())) {
      journal.limitPages(8);
      JournalException full =
          assertThrows(
              JournalException.class,
              () -> {
                for (int i = 0; i < 100_000; i++) {
                  journal.write(entry(i));
                }
              });
      assertTrue(String.valueOf(full.getMessage()).contains("full"), full::getMessage);
      journal.limitPages(10_000);
      journal.write(entry(7));
      assertEquals(List.of(entry(7)), journal.newest(1));
    }
  }

  @Test
  void aFileThatIsNoDatabaseIsRefusedInOneLine() throws IOException {
    Files.writeString(file(), "this is no database, and it is long enough to be sure of it");
    JournalException refused = assertThrows(JournalException.class, () -> Journal.open(file()));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("expected an SQLite database"),
        refused::getMessage);
  }

  /** What the process had written when it was killed is there afterwards. */
  @Test
  @Timeout(60)
  void whatWasWrittenSurvivesAKill() throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                JournalChild.class.getName(),
                file().toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long written = 0;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      while (written < 200) {
        String line = lines.readLine();
        assertTrue(line != null, "the child ended by itself");
        written = Long.parseLong(line);
      }
      child.destroyForcibly();
    }
    assertTrue(child.waitFor(10, TimeUnit.SECONDS), "the child was not killed");
    try (Journal journal = Journal.open(file())) {
      List<JournalEntry> entries = journal.newest(1_000_000);
      for (int i = 0; i < entries.size(); i++) {
        assertEquals(i + 1, entries.get(i).nanos(), "entries are complete and in order");
      }
      assertTrue(entries.size() >= written, entries.size() + " of " + written);
    }
  }

  private Path file() {
    return folder.resolve("journal.db");
  }

  private static JournalEntry entry(int number) {
    return new JournalEntry(
        Instant.ofEpochMilli(number), number, 1, "note", "{\"n\":" + number + "}");
  }
}
