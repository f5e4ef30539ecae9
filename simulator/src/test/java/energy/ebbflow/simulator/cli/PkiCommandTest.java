package energy.ebbflow.simulator.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iso15118.pki.PemFolder;
import energy.ebbflow.iso15118.pki.PkiException;
import energy.ebbflow.iso15118.pki.Profile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Keys and certificates for both ends of the bench's link. */
class PkiCommandTest {
  private final StringWriter told = new StringWriter();

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
  Path folder;

  private int run(String... args) {
    return new CommandLine(new PkiCommand())
        .setOut(new PrintWriter(told, true))
        .setErr(new PrintWriter(told, true))
        .execute(args);
  }

  /** What is written is what the charger and the vehicle read. */
  @Test
  void bothSidesHaveAnIdentityOfEachStandard() throws PkiException {
    Path out = folder.resolve("pki");

    assertEquals(0, run("--out", out.toString()), told::toString);

    for (Profile profile : Profile.values()) {
      assertTrue(PemFolder.forCharger(out).identity(profile).isPresent(), profile.name());
      assertTrue(PemFolder.forVehicle(out).identity(profile).isPresent(), profile.name());
    }
  }

  /** Keys that are in use are never written over. */
  @Test
  void aFolderWithSomethingInItIsLeftAlone() throws IOException {
    Files.writeString(folder.resolve("key.pem"), "mine");

    assertEquals(2, run("--out", folder.toString()));

    assertEquals("mine", Files.readString(folder.resolve("key.pem")));
    assertTrue(told.toString().contains("expected a new or empty folder"), told::toString);
  }
}
