package energy.ebbflow.iso15118.transport.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets go where only their owner reads them. */
class KeyLogTest {
  @TempDir Path folder;

  private static String rights(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void aNewFileIsItsOwnersAlone() throws IOException {
    Path file = folder.resolve("keys");
    KeyLog.to(file);
    assertEquals("rw-------", rights(file));
  }

  /** One that was there and that everybody could read is shut; what it says stays. */
  @Test
  void anOldFileIsShut() throws IOException {
    Path file = folder.resolve("keys");
    Files.writeString(file, "before\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    KeyLog.to(file);
    assertEquals("rw-------", rights(file));
    assertEquals("before\n", Files.readString(file));
  }

  /** A link would lead the secrets elsewhere, and its target's rights would be changed. */
  @Test
  void aLinkAndAFolderAreRefused() throws IOException {
    Path target = folder.resolve("target");
    Files.writeString(target, "");
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r--r--"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), target);
    Path nowhere = Files.createSymbolicLink(folder.resolve("nowhere"), folder.resolve("none"));
    Path directory = Files.createDirectory(folder.resolve("folder"));
    for (Path bad : new Path[] {link, nowhere, directory}) {
      IOException refused = assertThrows(IOException.class, () -> KeyLog.to(bad));
      assertTrue(
          String.valueOf(refused.getMessage()).contains("expected a regular file"),
          refused::getMessage);
    }
    assertEquals("rw-r--r--", rights(target));
    assertTrue(Files.notExists(folder.resolve("none")));
  }
}
