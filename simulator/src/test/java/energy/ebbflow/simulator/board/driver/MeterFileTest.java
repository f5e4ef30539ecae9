package energy.ebbflow.simulator.board.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.ebbflow.simulator.physics.EnergyMeter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeterFileTest {
  @TempDir Path folder;

  // The file is mapped: what was written is there for the next process without any closing.
  @Test
  void registersAreThereForTheNextProcess() throws Exception {
    Path path = folder.resolve("meter");
    MeterFile first = MeterFile.open(path);
    assertEquals(EnergyMeter.NEW, first.read());
    first.write(new EnergyMeter(12.5, 3.25));
    assertEquals(new EnergyMeter(12.5, 3.25), MeterFile.open(path).read());
  }

  /** A kill between the two steps of making the file: the next start makes it whole. */
  @Test
  void aFileThatWasOnlyBegunIsMadeWhole() throws Exception {
    Path path = folder.resolve("meter");
    Files.write(path, new byte[24]);
    MeterFile.open(path).write(new EnergyMeter(1, 2));
    assertEquals(new EnergyMeter(1, 2), MeterFile.open(path).read());
  }

  @Test
  void fileOfAnotherKindIsRefusedAndLeftAlone() throws Exception {
    Path other = folder.resolve("other");
    Files.writeString(other, "twenty-four bytes of text");
    assertThrows(IOException.class, () -> MeterFile.open(other));
    Files.writeString(other, "24 bytes of plain text..");
    assertThrows(IOException.class, () -> MeterFile.open(other));
    assertEquals("24 bytes of plain text..", Files.readString(other));
  }
}
