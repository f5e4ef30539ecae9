package energy.ebbflow.firmware.vehicles;

import energy.ebbflow.firmware.storage.DatabaseFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.random.RandomGenerator;

/**
 * The station's own secret, with which identities of vehicles are hashed (R27). It never leaves the
 * station; without it nobody can tell from a stolen database whose vehicles charged here.
 */
public final class StationSecret {
  /** As long as the hash's own block of output: HMAC-SHA-256. */
  public static final int BYTES = 32;

  private static final String FILE = "vehicles.key";

  private StationSecret() {}

  /**
   * Reads the secret, or makes it. A file that is damaged is moved aside: a new secret means that
   * vehicles are learned anew, never that charging stops.
   *
   * @param random unpredictable
   * @throws IOException if it can be neither read nor written
   */
  public static byte[] in(Path folder, RandomGenerator random) throws IOException {
    Path file = folder.resolve(FILE);
    try {
      byte[] secret = Files.readAllBytes(file);
      if (secret.length == BYTES) {
        restrict(file);
        return secret;
      }
      DatabaseFile.moveAside(file);
    } catch (NoSuchFileException first) {
      // The first start of this station.
      return make(file, random);
    }
    return make(file, random);
  }

  /** Written beside and renamed: a power cut leaves the old file or the new one, never half. */
  private static byte[] make(Path file, RandomGenerator random) throws IOException {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    Path fresh = file.resolveSibling(FILE + ".new");
    Files.deleteIfExists(fresh);
    if (posix(file)) {
      // Created with its mode: at no moment can others read it.
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(fresh);
    }
    try (var channel =
        java.nio.channels.FileChannel.open(fresh, EnumSet.of(StandardOpenOption.WRITE))) {
      channel.write(java.nio.ByteBuffer.wrap(secret));
      channel.force(true);
    }
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException slow) {
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return secret;
  }

  private static void restrict(Path file) throws IOException {
    if (posix(file)) {
      try {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      } catch (FileSystemException | UncheckedIOException notOurs) {
        throw new IOException(file + ": expected a file of this user, got one of another", notOurs);
      }
    }
  }

  private static boolean posix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
