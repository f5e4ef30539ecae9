package energy.ebbflow.simulator.pilot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pilot}: a scripted pilot line against the firmware's machines, to the millisecond. */
@Command(
    name = "pilot",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Plays a scripted pilot line against the firmware's own machines in virtual time and prints",
      "a line for every change: pilot state, signal, contactors, faults, with its millisecond.",
      "docs/simulator.md explains scripts; --list names those that are there."
    })
public final class PilotCommand implements Callable<Integer> {
  /** The scripts that come with the bench. */
  public static final List<String> NAMES =
      List.of(
          "ac-session",
          "c-to-b",
          "unplug-under-load",
          "diode-missing",
          "state-e",
          "state-f",
          "ventilation",
          "bcb-toggle",
          "stays-in-c",
          "handover",
          "wake-up-ladder",
          "emergency-stop",
          "welded");

  @Parameters(arity = "0..1", paramLabel = "SCRIPT", description = "A name of --list, or a file.")
  private @Nullable String script;

  @Option(names = "--list", description = "Names the scripts that come with the bench.")
  private boolean list;

  @Option(names = "--show", description = "Prints the script itself instead of playing it.")
  private boolean show;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call().
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (list) {
      NAMES.forEach(out::println);
      out.flush();
      return 0;
    }
    if (script == null) {
      throw new ParameterException(
          spec.commandLine(), "expected a file or one of " + String.join(", ", NAMES));
    }
    List<String> text = text(script);
    try {
      (show ? text : PilotPlayer.play(PilotScript.parse(text))).forEach(out::println);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), script + ": " + wrong.getMessage(), wrong);
    }
    out.flush();
    return 0;
  }

  private List<String> text(String name) throws IOException {
    if (NAMES.contains(name)) {
      return builtIn(name);
    }
    Path file = Path.of(name);
    if (!Files.isRegularFile(file)) {
      throw new ParameterException(
          spec.commandLine(),
          "expected a file or one of " + String.join(", ", NAMES) + "; got '" + name + "'");
    }
    return Files.readAllLines(file);
  }

  /** A script that comes with the bench. */
  static List<String> builtIn(String name) throws IOException {
    String resource = "/pilot/" + name + ".pilot";
    try (InputStream in = PilotCommand.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException(resource + " is missing");
      }
      try (BufferedReader reader =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        return reader.lines().toList();
      }
    }
  }
}
