package energy.ebbflow.firmware.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The station's folder, for one station at a time. The lock is released when it is closed. */
final class DataFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);

  private final Path path;
  private final Optional<FileChannel> lockFile;
  private final boolean standsAlone;

  DataFolder(Path path, Optional<FileChannel> lockFile, boolean standsAlone) {
    this.path = path;
    this.lockFile = lockFile;
    this.standsAlone = standsAlone;
  }

  /**
   * Opens it, and makes it where it is absent.
   *
   * @param standsAlone nobody is billed: a station that can write nothing still charges (decision
   *     0214)
   * @throws IOException where it is no folder, or cannot be written and somebody is to be billed
   */
  static DataFolder open(Path path, boolean standsAlone) throws IOException {
    try {
      Files.createDirectories(path);
      return new DataFolder(
          path,
          Optional.of(
              FileChannel.open(
                  path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)),
          standsAlone);
    } catch (IOException failure) {
      // A path that leads to something else is a mistake of whoever gave it, not of a disk.
      if (!standsAlone || failure instanceof FileAlreadyExistsException) {
        throw failure;
      }
      LOG.error(
          "{}: expected a folder that can be written; {}. The station stands alone and charges,"
              + " but keeps no journal and remembers no vehicle",
          path,
          StationProcess.reason(failure));
      return new DataFolder(path, Optional.empty(), true);
    }
  }

  /**
   * Two stations must not share a store.
   *
   * @throws UsageException where another one has it
   * @throws IOException where the file system knows no locks and somebody is to be billed
   */
  void lock() throws IOException, UsageException {
    if (lockFile.isEmpty()) {
      return;
    }
    UsageException taken =
        new UsageException(
            "--data " + path + ": another station runs with this folder; give another one");
    try {
      FileLock lock = lockFile.get().tryLock();
      if (lock == null) {
        throw taken;
      }
    } catch (OverlappingFileLockException inThisProcess) {
      taken.addSuppressed(inThisProcess);
      throw taken;
    } catch (IOException failure) {
      if (!standsAlone) {
        throw failure;
      }
      LOG.error(
          "{}: expected a folder that can be locked; {}. The station stands alone and charges, but"
              + " is not protected against a second one with the same folder",
          path,
          StationProcess.reason(failure));
    }
  }

  @Override
  public void close() throws IOException {
    if (lockFile.isPresent()) {
      lockFile.get().close();
    }
  }
}
