package energy.ebbflow.hal.linux;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The files of the kernel, in a folder that has the same names. */
class KernelFilesTest {
  @TempDir private Path root = Path.of("");

  @Test
  void aPwmChannelIsExportedSetAndEnabledInTheOrderThatTheKernelAccepts() throws IOException {
    Path chip = Files.createDirectories(root.resolve("pwmchip0"));
    Path channel = Files.createDirectories(chip.resolve("pwm1"));
    Hardware.Pwm pwm = SysfsPwm.open(root, 0, 1);
    pwm.set(1_000_000, 533_300);
    assertEquals("1000000", Files.readString(channel.resolve("period")));
    assertEquals("533300", Files.readString(channel.resolve("duty_cycle")));
    assertEquals("1", Files.readString(channel.resolve("enable")));
    // A new duty touches the duty alone: the signal has no gap.
    Files.delete(channel.resolve("period"));
    pwm.set(1_000_000, 50_000);
    assertEquals("50000", Files.readString(channel.resolve("duty_cycle")));
    assertTrue(Files.notExists(channel.resolve("period")));
  }

  @Test
  void aMissingPwmChipIsNamedWithWhatCouldBeMissing() {
    IOException none = assertThrows(IOException.class, () -> SysfsPwm.open(root, 2, 0));
    assertTrue(String.valueOf(none.getMessage()).contains("overlay"), none::toString);
  }

  /** A plain file refuses the ioctl, takes the bytes, and ends with the letter that disarms. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aWatchdogIsFedAndDisarmedByTheMagicLetter() throws IOException {
    Path device = Files.createFile(root.resolve("watchdog"));
    Hardware.WatchdogTimer watchdog = KernelWatchdog.open(device, 10);
    watchdog.feed();
    watchdog.feed();
    watchdog.disarm();
    watchdog.disarm();
    assertArrayEquals(new byte[] {0, 0, 'V'}, Files.readAllBytes(device));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aWatchdogThatIsNotThereIsNamedWithTheWordsOfTheKernel() {
    Path none = root.resolve("none");
    IOException refused = assertThrows(IOException.class, () -> KernelWatchdog.open(none, 10));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("No such file or directory (errno 2)"),
        refused::toString);
  }

  @Test
  void linesAreWrittenAsPeopleSayThem() {
    assertEquals(new LineName(17, false, LineName.Pull.NONE), LineName.parse("17"));
    assertEquals(new LineName(4, true, LineName.Pull.UP), LineName.parse("!4 pull-up"));
    assertThrows(IllegalArgumentException.class, () -> LineName.parse("GPIO17"));
  }
}
