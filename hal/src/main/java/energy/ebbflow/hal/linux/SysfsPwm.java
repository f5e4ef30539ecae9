package energy.ebbflow.hal.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A PWM channel of {@code /sys/class/pwm} (the kernel's Documentation/driver-api/pwm.rst). On a
 * Raspberry Pi the overlay {@code pwm} or {@code pwm-2chan} brings the chip.
 */
final class SysfsPwm implements Hardware.Pwm {
  /** The folder that the kernel keeps. */
  static final Path ROOT = Path.of("/sys/class/pwm");

  private final Path channel;
  private long period;
  private long active = -1;

  private SysfsPwm(Path channel) {
    this.channel = channel;
  }

  /** Exports the channel and starts it without a pulse. */
  static SysfsPwm open(Path root, int chip, int number) throws IOException {
    Path folder = root.resolve("pwmchip" + chip);
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          "expected a PWM chip at " + folder + ", got none (is the overlay pwm loaded?)");
    }
    Path channel = folder.resolve("pwm" + number);
    if (!Files.isDirectory(channel)) {
      Files.writeString(folder.resolve("export"), Integer.toString(number));
    }
    return new SysfsPwm(channel);
  }

  @Override
  public void set(long periodNanos, long activeNanos) throws IOException {
    boolean first = active < 0;
    if (periodNanos != period) {
      // The kernel refuses a period shorter than the active time.
      write("duty_cycle", 0);
      write("period", periodNanos);
      period = periodNanos;
    }
    if (activeNanos != active) {
      write("duty_cycle", activeNanos);
      active = activeNanos;
    }
    if (first) {
      write("enable", 1);
    }
  }

  private void write(String file, long value) throws IOException {
    Files.writeString(channel.resolve(file), Long.toString(value));
  }
}
