package energy.ebbflow.firmware.backoffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.firmware.journal.Journal;
import energy.ebbflow.firmware.journal.JournalEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a back office reaches of the board's system: the installer's program, and the journal. */
class ProgramInstallerTest {
  @TempDir Path folder = Path.of("");

  private ProgramInstaller program(String text) throws IOException {
    Path program = folder.resolve("installer");
    Files.writeString(program, "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new ProgramInstaller(program);
  }

  /** The exit code says whether a restart is needed; the words say what is wanted. */
  @Test
  void theProgramsEndDecides() throws IOException {
    Path seen = folder.resolve("seen");
    ProgramInstaller restarting = program("echo \"$@\" >> " + seen + "; exit 3");
    assertTrue(restarting.install(Path.of("/image")));
    restarting.confirm();
    restarting.rollBack();
    assertEquals("install /image\nconfirm\nrollback\n", Files.readString(seen));
    assertFalse(program("exit 0").install(Path.of("/image")));
    IOException failed =
        assertThrows(IOException.class, () -> program("echo broken; exit 1").confirm());
    assertTrue(String.valueOf(failed.getMessage()).contains("got 1: broken"));
    assertThrows(
        IOException.class, () -> new ProgramInstaller(folder.resolve("nothing")).confirm());
  }

  /** N01: the lines of a span, both ends included. */
  @Test
  void theJournalIsTheDiagnosticsLog() throws Exception {
    Path file = folder.resolve("journal.db");
    try (Journal journal = Journal.open(file)) {
      for (int i = 0; i < 4; i++) {
        journal.write(new JournalEntry(Instant.ofEpochSecond(i), 0, 1, "Note", "line " + i));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new JournalDiagnostics(file)
        .write(Optional.of(Instant.ofEpochSecond(1)), Optional.of(Instant.ofEpochSecond(2)), out);
    assertEquals(
        "1970-01-01T00:00:01Z evse 1 Note line 1\n1970-01-01T00:00:02Z evse 1 Note line 2\n",
        out.toString(StandardCharsets.UTF_8));
  }
}
