package energy.ebbflow.simulator.board.driver;

import energy.ebbflow.simulator.physics.EnergyMeter;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The registers of the simulated meter in a small mapped file: like those of a real meter they
 * survive the death of the controller. Owned by the board's thread.
 */
final class MeterFile {
  private static final int BYTES = 24;
  private static final int IMPORTED = 8;
  private static final int EXPORTED = 16;

  /** "EBBMETR1": a file of another kind is refused and left alone. */
  private static final long MAGIC = 0x4542424D45545231L;

  private final ByteBuffer map;

  private MeterFile(ByteBuffer map) {
    this.map = map;
  }

  /**
   * Opens or makes the file.
   *
   * @throws IOException with one line that says what is in the way
   */
  static MeterFile open(Path path) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long size = channel.size();
      if (size != 0 && size != BYTES) {
        throw new IOException("expected a meter file of " + BYTES + " bytes, got " + size);
      }
      ByteBuffer map =
          channel.map(FileChannel.MapMode.READ_WRITE, 0, BYTES, Arena.ofAuto()).asByteBuffer();
      // A process that was killed between the two left a file of zeros.
      if (size == 0 || untouched(map)) {
        map.putLong(0, MAGIC);
      }
      MeterFile file = new MeterFile(map);
      if (map.getLong(0) != MAGIC || !file.plausible()) {
        throw new IOException("expected a meter file, got something else");
      }
      return file;
    }
  }

  private static boolean untouched(ByteBuffer map) {
    return map.getLong(0) == 0 && map.getLong(IMPORTED) == 0 && map.getLong(EXPORTED) == 0;
  }

  private boolean plausible() {
    return map.getDouble(IMPORTED) >= 0 && map.getDouble(EXPORTED) >= 0;
  }

  EnergyMeter read() {
    return new EnergyMeter(map.getDouble(IMPORTED), map.getDouble(EXPORTED));
  }

  void write(EnergyMeter meter) {
    map.putDouble(IMPORTED, meter.importedWattHours());
    map.putDouble(EXPORTED, meter.exportedWattHours());
  }
}
