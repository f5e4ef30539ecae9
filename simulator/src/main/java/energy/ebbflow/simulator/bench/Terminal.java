package energy.ebbflow.simulator.bench;

import energy.ebbflow.simulator.timeline.Entry;
import energy.ebbflow.simulator.timeline.Ink;
import energy.ebbflow.simulator.timeline.Screen;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Standard output or standard error, with a moving last line if it is a terminal. */
final class Terminal implements Screen {
  private static final String CLEAR_LINE = "\r\u001b[K";
  private static final int WIDTH_DEFAULT = 120;
  private static final int WIDTH_MIN = 40;

  private final PrintStream out;
  private final Ink ink;
  private final boolean live;
  private final int width;
  private boolean moving;

  private Terminal(PrintStream out, Ink ink, boolean live, int width) {
    this.out = out;
    this.ink = ink;
    this.live = live;
    this.width = width;
  }

  /**
   * The stream for people.
   *
   * @param error standard error instead of standard output
   * @param colour whether colours are wanted where they can be shown
   */
  static Terminal open(boolean error, boolean colour) {
    boolean terminal = isTerminal(error ? 2 : 1) && !"dumb".equals(System.getenv("TERM"));
    boolean coloured = colour && terminal && System.getenv("NO_COLOR") == null;
    FileDescriptor descriptor = error ? FileDescriptor.err : FileDescriptor.out;
    return new Terminal(
        new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8),
        coloured ? Ink.COLOURED : Ink.PLAIN,
        terminal,
        terminal ? columns() : WIDTH_DEFAULT);
  }

  private static boolean isTerminal(int descriptor) {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException e) {
      return false;
    }
  }

  private static int columns() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(Path.of("/dev/tty").toFile())
              .redirectErrorStream(true)
              .start();
      String said = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String[] words = said.strip().split(" ");
      if (stty.waitFor(1, TimeUnit.SECONDS) && words.length == 2) {
        return Math.max(WIDTH_MIN, Integer.parseInt(words[1]));
      }
    } catch (IOException | NumberFormatException e) {
      return WIDTH_DEFAULT;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return WIDTH_DEFAULT;
  }

  Ink ink() {
    return ink;
  }

  @Override
  public synchronized void entry(Entry entry) {
    settle();
    out.println(entry.line(ink));
  }

  @Override
  public synchronized void progress(String text) {
    out.print(CLEAR_LINE + text);
    out.flush();
    moving = true;
  }

  synchronized void lines(List<String> lines) {
    settle();
    lines.forEach(out::println);
  }

  private void settle() {
    if (moving) {
      out.print(CLEAR_LINE);
      moving = false;
    }
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public boolean live() {
    return live;
  }
}
