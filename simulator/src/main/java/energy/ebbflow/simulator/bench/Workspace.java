package energy.ebbflow.simulator.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** The folder of a run: data, logs, the cable's socket. Removed at the end unless it is kept. */
final class Workspace implements AutoCloseable {
  private static final String BOARDS = "/board-configs/";
  private static final String SUFFIX = ".toml";

  private final Path folder;
  private final boolean keep;

  private Workspace(Path folder, boolean keep) {
    this.folder = folder;
    this.keep = keep;
  }

  static Workspace make(boolean keep) throws IOException {
    return new Workspace(Files.createTempDirectory("ebbflow-bench-"), keep);
  }

  Path folder() {
    return folder;
  }

  /** The cable's socket; short, because the kernel takes no long names for sockets. */
  Path cable() {
    return folder.resolve("cable");
  }

  Path data() {
    return folder.resolve("data");
  }

  Path log(String who) {
    return folder.resolve(who + ".log");
  }

  /**
   * The board file of a name: one that comes with the program is copied here.
   *
   * @throws IOException if there is neither such a board nor such a file
   */
  Path board(String name) throws IOException {
    Path file = folder.resolve("board.toml");
    try (InputStream in = Workspace.class.getResourceAsStream(BOARDS + name + SUFFIX)) {
      if (in != null) {
        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        return file;
      }
    }
    Path given = Path.of(name);
    if (!Files.exists(given)) {
      throw new IOException(
          "expected a board that comes with the program, or a file, came " + name);
    }
    return given.toAbsolutePath();
  }

  @Override
  public void close() {
    if (keep) {
      return;
    }
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e)
                throws IOException {
              Files.deleteIfExists(directory);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + folder, e);
    }
  }
}
