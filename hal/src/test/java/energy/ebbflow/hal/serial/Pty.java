package energy.ebbflow.hal.serial;

import java.io.IOException;
import org.junit.jupiter.api.Assumptions;

/** A pseudo-terminal for tests, which are left out, saying why, where the machine has none. */
public final class Pty implements AutoCloseable {
  private final PseudoTerminal terminal;

  private Pty(PseudoTerminal terminal) {
    this.terminal = terminal;
  }

  /** Skips the test, saying why, where the machine has no pseudo-terminals. */
  public static Pty open() throws IOException {
    Assumptions.assumeTrue(PseudoTerminal.available(), "this machine has no pseudo-terminals");
    return new Pty(PseudoTerminal.open());
  }

  /** What the other side opens. */
  public String path() {
    return terminal.path();
  }

  /** Waits up to {@code millis} for bytes; nothing while nobody has opened the other side. */
  public byte[] read(int millis) throws IOException {
    return terminal.read(millis);
  }

  public void write(byte[] bytes) throws IOException {
    if (!terminal.offer(bytes)) {
      throw new IOException("the pseudo-terminal took fewer than " + bytes.length + " bytes");
    }
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }
}
