package energy.ebbflow.simulator.mcu.driver;

import energy.ebbflow.hal.serial.PseudoTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The serial line that can be pulled: a pseudo-terminal behind a symbolic link, as a device manager
 * makes one for a port that changes its number. Owned by one thread.
 */
final class Line implements AutoCloseable {
  private final Optional<Path> link;
  private final SplittableRandom random = new SplittableRandom(1);
  private @Nullable PseudoTerminal terminal;
  private double noise;

  /**
   * A line that is not connected yet.
   *
   * @param link what the controller opens; absent: the terminal's own name
   */
  Line(Optional<Path> link) {
    this.link = link;
  }

  /**
   * Puts the plug in.
   *
   * @return what the controller opens
   * @throws IOException if there is no pseudo-terminal, or something else stands where the link
   *     goes
   */
  String connect() throws IOException {
    PseudoTerminal open = terminal;
    if (open == null) {
      open = PseudoTerminal.open();
      terminal = open;
      if (link.isPresent()) {
        removeLink();
        Files.createSymbolicLink(link.get(), Path.of(open.path()));
      }
    }
    return link.map(Path::toString).orElse(open.path());
  }

  /** Pulls the plug; the controller's port fails. */
  void disconnect() throws IOException {
    PseudoTerminal open = terminal;
    terminal = null;
    if (open != null) {
      open.close();
      removeLink();
    }
  }

  private void removeLink() throws IOException {
    if (link.isEmpty()) {
      return;
    }
    if (Files.exists(link.get(), LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(link.get())) {
      throw new IOException("expected nothing or a link at " + link.get() + ", got a file");
    }
    Files.deleteIfExists(link.get());
  }

  /** So much of what is said is disturbed, in percent of the bytes, both ways. */
  void noise(double percent) {
    noise = percent / 100;
  }

  byte[] read(int millis) throws IOException {
    PseudoTerminal open = terminal;
    return open == null ? new byte[0] : disturbed(open.read(millis));
  }

  /** Bytes that nobody takes are lost, as on a real line. */
  void write(byte[] bytes) throws IOException {
    PseudoTerminal open = terminal;
    if (open != null && bytes.length > 0) {
      open.offer(disturbed(bytes));
    }
  }

  private byte[] disturbed(byte[] bytes) {
    for (int i = 0; i < bytes.length && noise > 0; i++) {
      if (random.nextDouble() < noise) {
        bytes[i] ^= (byte) (1 << random.nextInt(8));
      }
    }
    return bytes;
  }

  @Override
  public void close() throws IOException {
    disconnect();
  }
}
