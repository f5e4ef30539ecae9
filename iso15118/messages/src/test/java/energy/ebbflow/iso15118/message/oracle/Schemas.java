package energy.ebbflow.iso15118.message.oracle;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the schemas of ISO and DIN lie. They may not be redistributed, so they are no part of the
 * project: {@code -Debbflow.schemas=DIR}, or {@code shared/schemas} beside the project or above it.
 */
final class Schemas {
  private Schemas() {}

  /** A schema file; skips the test when it is not there. */
  static Path file(String name) {
    Path file = folder().resolve("iso15118").resolve(name);
    assumeTrue(
        Files.exists(file),
        () -> "skipped: the comparison with EXIficient needs the schema " + file);
    return file;
  }

  private static Path folder() {
    String property = System.getProperty("ebbflow.schemas");
    if (property != null) {
      return Path.of(property);
    }
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null) {
      Path candidate = folder.resolve("shared/schemas");
      if (Files.isDirectory(candidate)) {
        return candidate;
      }
      folder = folder.getParent();
    }
    return Path.of("../shared/schemas").toAbsolutePath().normalize();
  }
}
