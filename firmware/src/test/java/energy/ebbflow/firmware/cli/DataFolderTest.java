package energy.ebbflow.firmware.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decision 0214: who is not billed charges without a disk. */
class DataFolderTest {
  @TempDir Path path;

  /** A channel that is closed refuses the lock as a file system without locks does. */
  private DataFolder withoutLocks(boolean standsAlone) throws IOException {
    FileChannel refusing =
        FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    refusing.close();
    return new DataFolder(path, Optional.of(refusing), standsAlone);
  }

  @Test
  void whoStandsAloneChargesWithoutALock() throws IOException {
    try (DataFolder folder = withoutLocks(true)) {
      assertDoesNotThrow(folder::lock);
    }
  }

  @Test
  void whoIsBilledDoesNot() throws IOException {
    try (DataFolder folder = withoutLocks(false)) {
      assertThrows(IOException.class, folder::lock);
    }
  }

  /** Alone or not: two stations with one folder are one too many. */
  @Test
  void aSecondStationIsRefused() throws Exception {
    try (DataFolder first = DataFolder.open(path, true);
        DataFolder second = DataFolder.open(path, true)) {
      first.lock();
      assertThrows(UsageException.class, second::lock);
    }
  }
}
