package energy.ebbflow.hal.config;

import java.util.ArrayList;
import java.util.List;

/**
 * A configuration file that cannot be used. Carries every problem of the file, one line each, in
 * the order of the file; the lines are meant for people and name file, line and key.
 */
public final class ConfigException extends Exception {
  private static final long serialVersionUID = 1;

  private final ArrayList<String> problems;

  /** Makes the exception from at least one line. */
  public ConfigException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = new ArrayList<>(problems);
  }

  /** One line per problem, in the order of the file; never empty. */
  public List<String> problems() {
    return List.copyOf(problems);
  }
}
