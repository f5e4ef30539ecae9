package energy.ebbflow.simulator.bench;

import energy.ebbflow.iso15118.pki.DevelopmentPki;
import energy.ebbflow.iso15118.pki.PkiException;
import energy.ebbflow.simulator.scenario.BoardChanges;
import energy.ebbflow.simulator.scenario.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The folder of a run: data, logs, the cable's socket. Removed at the end unless it is kept. */
final class Workspace implements AutoCloseable {
  private static final String BOARDS = "/board-configs/";
  private static final String SUFFIX = ".toml";

  private static final String RUN = "{run}";
  private static final String PORT = "{port}";

  private final Path folder;
  private final boolean keep;
  private int port;

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

  /**
   * An outlet's end of the cable, a socket; short, because the kernel takes no long names for
   * sockets. The board names those of further outlets by their number.
   */
  Path cable(int outlet) {
    return folder.resolve(outlet == 1 ? "cable" : "cable-" + outlet);
  }

  /** The meter's registers, which outlive the firmware's process. */
  Path meter() {
    return folder.resolve("meter");
  }

  /**
   * An option with what only this run knows: {@code {run}} is its folder, {@code {port}} a free
   * port of TCP, the same at each place.
   */
  String fill(String option) throws IOException {
    if (option.contains(PORT) && port == 0) {
      try (ServerSocket probe = new ServerSocket(0)) {
        port = probe.getLocalPort();
      }
    }
    return option.replace(RUN, folder.toString()).replace(PORT, Integer.toString(port));
  }

  Path data() {
    return folder.resolve("data");
  }

  Path log(String who) {
    return folder.resolve(who + ".log");
  }

  /**
   * The board file of a name, with the changes of this run, copied here.
   *
   * @throws IOException if there is neither such a board nor such a file
   */
  Path board(String name, Map<String, String> changes) throws IOException {
    Path file = folder.resolve("board.toml");
    try (InputStream in = Workspace.class.getResourceAsStream(BOARDS + name + SUFFIX)) {
      if (in != null) {
        String toml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return Files.writeString(file, BoardChanges.apply(toml, changes));
      }
    }
    Path given = Path.of(name);
    if (!Files.exists(given)) {
      throw new IOException(
          "expected a board that comes with the program, or a file, came " + name);
    }
    return changes.isEmpty()
        ? given.toAbsolutePath()
        : Files.writeString(file, BoardChanges.apply(Files.readString(given), changes));
  }

  /** Keys and certificates for both sides, made for this run. */
  Path pki(Instant now) throws IOException {
    Path pki = folder.resolve("pki");
    try {
      DevelopmentPki.write(pki, now, new SecureRandom());
    } catch (PkiException e) {
      throw new IOException("cannot make keys and certificates: " + e.getMessage(), e);
    }
    return pki;
  }

  /** The vehicle's script: what its user does and what goes wrong. */
  Path vehicleScript(int outlet, Scenario.Vehicle vehicle) throws IOException {
    return Files.writeString(folder.resolve("vehicle-" + outlet + ".toml"), vehicle.script());
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

            /** The processes that are ending remove files of their own. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
              if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
              }
              throw e;
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
