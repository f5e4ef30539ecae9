package energy.ebbflow.simulator.bench.session;

import energy.ebbflow.iso15118.pki.DevelopmentPki;
import energy.ebbflow.iso15118.pki.PkiException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/** The folder of a measurement; it is removed at the end. */
public record Scratch(Path folder) implements AutoCloseable {
  /** Makes one in the temporary folder. */
  public static Scratch make() throws IOException {
    return new Scratch(Files.createTempDirectory("ebbflow-benchmark-"));
  }

  /** Fresh keys and certificates for charger and vehicle. */
  public Path pki() throws IOException {
    Path pki = folder.resolve("pki");
    try {
      DevelopmentPki.write(pki, Instant.now(), new SecureRandom());
      return pki;
    } catch (PkiException e) {
      throw new IOException("cannot make keys and certificates: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
