package energy.ebbflow.simulator.cli;

import energy.ebbflow.iso15118.pki.DevelopmentPki;
import energy.ebbflow.iso15118.pki.PkiException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes keys and certificates for a bench, so that charger and vehicle can speak TLS. */
@Command(
    name = "pki",
    mixinStandardHelpOptions = true,
    description = {
      "Makes development keys and certificates for a charger and a vehicle: secp521r1, Ed448 and",
      "secp256r1 for ISO 15118-20, secp256r1 for ISO 15118-2, contracts, OCSP responses, and wrong",
      "ones for tests. Never use them in the field."
    },
    footer = {
      "",
      "Then: ./ebbflow run --pki DIR --tls required    (shows secc/, trusts trust/oem/)",
      "      ./ebbflow ev --pki DIR --tls              (shows vehicle/, trusts trust/v2g/)",
      "      ./ebbflow ev --pki DIR --certificate expired    (shows wrong/expired/vehicle/)",
      "",
      "Exit codes: 0 made, 2 wrong usage or DIR cannot be written."
    })
public final class PkiCommand implements Callable<Integer> {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder to write to; must not exist or be empty.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call().
  private Path out;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call().
  private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine line = spec.commandLine();
    String[] there = out.toFile().list();
    if (Files.exists(out) && (there == null || there.length > 0)) {
      throw new ParameterException(
          line, "--out: expected a new or empty folder, came " + out + "; nothing was written");
    }
    List<DevelopmentPki.Made> made;
    try {
      made = DevelopmentPki.write(out, Instant.now(), new SecureRandom());
    } catch (PkiException e) {
      throw new ParameterException(line, "--out: " + e.getMessage(), e);
    }
    line.getOut().println("keys and certificates for charger and vehicle: " + out);
    for (DevelopmentPki.Made each : made) {
      line.getOut().printf("  %-30s %s%n", each.path(), each.what());
    }
    return 0;
  }
}
