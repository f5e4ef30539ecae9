package energy.ebbflow.simulator.scenario;

import energy.ebbflow.hal.config.ConfigException;
import energy.ebbflow.hal.config.ConfigFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The scenarios that come with the program, and those in files of their own. */
public final class ScenarioCatalog {
  /** The scenario that runs when none is named. */
  public static final String DEFAULT = "first-light";

  private static final String FOLDER = "/scenarios/";
  private static final String INDEX = "index.txt";
  private static final String SUFFIX = ".toml";

  private ScenarioCatalog() {}

  /** The names of all that come with the program, in the order in which to show them. */
  public static List<String> names() {
    return resource(INDEX).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /** All that come with the program. */
  public static List<Scenario> all() throws ConfigException {
    List<Scenario> all = new ArrayList<>();
    for (String name : names()) {
      all.add(named(name));
    }
    return all;
  }

  /**
   * Finds a scenario.
   *
   * @param word a name, or the path of a file
   * @throws ConfigException if there is none, or something is wrong with it
   */
  public static Scenario find(String word) throws ConfigException {
    if (names().contains(word)) {
      return named(word);
    }
    Path path = Path.of(word);
    if (Files.exists(path) || word.endsWith(SUFFIX)) {
      String file = String.valueOf(path.getFileName());
      return ScenarioReader.read(
          file.endsWith(SUFFIX) ? file.substring(0, file.length() - SUFFIX.length()) : file,
          ConfigFile.read(path));
    }
    throw new ConfigException(
        List.of(
            "expected a scenario ("
                + String.join(", ", names())
                + ") or a file, came '"
                + word
                + "'"));
  }

  private static Scenario named(String name) throws ConfigException {
    return ScenarioReader.read(name, ConfigFile.parse(name + SUFFIX, resource(name + SUFFIX)));
  }

  private static String resource(String file) {
    try (InputStream in = ScenarioCatalog.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("the scenario file " + file + " is not in the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the scenario file " + file, e);
    }
  }
}
