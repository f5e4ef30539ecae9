package energy.ebbflow.firmware.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No trouble with the journal keeps a station from starting. */
class JournalKeeperTest {
  @TempDir Path folder;

  private final List<String> said = new ArrayList<>();

  private Path file() {
    return folder.resolve("journal.db");
  }

  private static JournalEntry entry(long nanos) {
    return new JournalEntry(Instant.EPOCH, nanos, 1, "note", "{}");
  }

  private List<Long> stored() throws JournalException {
    try (Journal journal = Journal.open(file())) {
      return journal.newest(100).stream().map(JournalEntry::nanos).toList();
    }
  }

  /** The header is overwritten: the old file is kept for people, a new one is written. */
  @Test
  void aDamagedHeaderIsMovedAsideAndANewFileBegun() throws Exception {
    try (JournalKeeper before = JournalKeeper.open(file(), said::add)) {
      before.write(entry(1));
    }
    byte[] bytes = Files.readAllBytes(file());
    for (int i = 0; i < 64; i++) {
      bytes[i] ^= 0x55;
    }
    Files.write(file(), bytes);
    try (JournalKeeper keeper = JournalKeeper.open(file(), said::add)) {
      keeper.write(entry(2));
    }
    assertEquals(List.of(2L), stored());
    assertArrayEquals(bytes, Files.readAllBytes(Path.of(file() + ".damaged")));
    assertEquals(1, said.size(), said::toString);
    assertTrue(said.getFirst().contains("moved aside"), said::toString);
  }

  /**
   * A page in the middle is found when it is written: that entry is lost, the next one begins anew.
   */
  @Test
  void aPageThatIsDamagedIsFoundLater() throws Exception {
    try (Journal before = Journal.open(file())) {
      for (int i = 0; i < 500; i++) {
        before.write(entry(i));
      }
    }
    byte[] bytes = Files.readAllBytes(file());
    // All pages behind the first, which holds the header and the list of tables.
    java.util.Arrays.fill(bytes, 4_096, bytes.length, (byte) 0x55);
    Files.write(file(), bytes);
    try (JournalKeeper keeper = JournalKeeper.open(file(), said::add)) {
      assertEquals(List.of(), said, "the first page is whole");
      JournalException lost = assertThrows(JournalException.class, () -> keeper.write(entry(7)));
      assertTrue(String.valueOf(lost.getMessage()).contains("charging goes on"), lost::getMessage);
      keeper.write(entry(8));
    }
    assertEquals(List.of(8L), stored(), "the new file");
    assertArrayEquals(bytes, Files.readAllBytes(Path.of(file() + ".damaged")));
    assertEquals(1, said.size(), said::toString);
    assertTrue(said.getFirst().contains("moved aside"), said::toString);
  }

  /** What cannot be opened is left alone, tried again after a while, and said once. */
  @Test
  void aFileThatCannotBeOpenedNowIsTriedAgain() throws Exception {
    Files.createDirectories(file());
    try (JournalKeeper keeper = JournalKeeper.open(file(), said::add)) {
      assertEquals(1, said.size(), said::toString);
      assertTrue(said.getFirst().contains("charging goes on without a journal"), said::toString);
      assertThrows(JournalException.class, () -> keeper.write(entry(0)));
      Files.delete(file());
      JournalException early =
          assertThrows(
              JournalException.class, () -> keeper.write(entry(JournalKeeper.TRY_AGAIN_NANOS - 1)));
      assertTrue(
          String.valueOf(early.getMessage()).contains("this entry is lost"), early::getMessage);
      keeper.write(entry(JournalKeeper.TRY_AGAIN_NANOS));
    }
    assertEquals(List.of(JournalKeeper.TRY_AGAIN_NANOS), stored());
    assertEquals(2, said.size(), said::toString);
    assertFalse(Files.exists(Path.of(file() + ".damaged")), "it was not damaged");
  }

  /** Someone who holds the file says nothing against it. */
  @Test
  void aLockedFileIsNotTakenForDamaged() throws IOException, JournalException {
    Files.write(file(), new byte[0]);
    try (java.sql.Connection other = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file());
        java.sql.Statement statement = other.createStatement()) {
      statement.execute("PRAGMA locking_mode=EXCLUSIVE");
      statement.execute("BEGIN EXCLUSIVE");
      try (JournalKeeper keeper = JournalKeeper.open(file(), said::add)) {
        assertThrows(JournalException.class, () -> keeper.write(entry(0)));
      }
    } catch (java.sql.SQLException e) {
      throw new AssertionError(e);
    }
    assertFalse(Files.exists(Path.of(file() + ".damaged")));
  }
}
