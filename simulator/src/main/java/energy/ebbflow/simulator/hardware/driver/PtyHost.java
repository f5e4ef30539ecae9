package energy.ebbflow.simulator.hardware.driver;

import energy.ebbflow.hal.serial.PseudoTerminal;
import energy.ebbflow.simulator.hardware.SerialDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Plays a device behind a pseudo-terminal. A symbolic link at a place of the user's choice leads to
 * it, so that a board file can name it.
 */
final class PtyHost extends Host {
  private static final int WAIT_MILLIS = 5;
  private static final long WAIT_NANOS = 5_000_000;
  private static final byte[] NOISE = {0x55, 0, 0x12, 0x34, (byte) 0xFE, 1, 0, 2, 9, 9, 0, 0x33};

  private final SerialDevice device;
  private final Path link;
  private volatile boolean unplugged;
  private volatile boolean silent;
  private volatile boolean noisy;

  // Only the thread touches this, once it runs.
  private @Nullable PseudoTerminal pty;

  PtyHost(SerialDevice device, Path link) throws IOException {
    super("played-serial-device");
    this.device = device;
    this.link = link;
    this.pty = plug();
  }

  /** The cable is pulled, or put back: the other side sees its port go. */
  void unplugged(boolean now) {
    unplugged = now;
  }

  /** The device says nothing and hears nothing, or does again. */
  void silent(boolean now) {
    silent = now;
  }

  /** The line is disturbed, or is clean again. */
  void noisy(boolean now) {
    noisy = now;
  }

  private PseudoTerminal plug() throws IOException {
    if (Files.exists(link) && !Files.isSymbolicLink(link)) {
      throw new IOException("expected nothing or a symbolic link at " + link);
    }
    PseudoTerminal opened = PseudoTerminal.open();
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, Path.of(opened.path()));
    return opened;
  }

  @Override
  void turn() throws IOException {
    PseudoTerminal open = pty;
    if (unplugged) {
      if (open != null) {
        pty = null;
        Files.deleteIfExists(link);
        open.close();
      }
      // Without its controller the device lives on.
      device.step(new byte[0], System.nanoTime());
      LockSupport.parkNanos(WAIT_NANOS);
      return;
    }
    if (open == null) {
      device.restart();
      pty = plug();
      return;
    }
    byte[] received = open.read(WAIT_MILLIS);
    byte[] answer = device.step(silent ? new byte[0] : received, System.nanoTime());
    if (noisy) {
      open.offer(NOISE);
    } else if (!silent && answer.length > 0) {
      open.offer(answer);
    }
  }

  @Override
  void release() throws IOException {
    Files.deleteIfExists(link);
    PseudoTerminal open = pty;
    if (open != null) {
      open.close();
    }
  }
}
