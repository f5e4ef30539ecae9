package energy.ebbflow.simulator.scenario;

import energy.ebbflow.hal.config.ConfigException;
import energy.ebbflow.hal.config.ConfigFile;
import energy.ebbflow.hal.config.ConfigTable;
import energy.ebbflow.simulator.csms.Dialect;
import energy.ebbflow.simulator.csms.script.CsmsScript;
import energy.ebbflow.simulator.csms.script.ScriptReader;
import energy.ebbflow.simulator.ev.file.StepReader;
import energy.ebbflow.simulator.facts.Fact;
import energy.ebbflow.simulator.hardware.DeviceFault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Reads a scenario from TOML; every key that is not known is an error. */
public final class ScenarioReader {
  /** More checks than this nobody reads. */
  static final int CHECKS_MAX = 100;

  private static final Pattern CERTIFICATE = Pattern.compile("own|expired|foreign|revoked|none");
  private static final String SECOND = "second_vehicle";
  private static final int WORDS_MAX = 200;
  private static final double SECONDS_MAX = 1e6;
  private static final double FIGURE_MAX = 1e12;

  private ScenarioReader() {}

  /**
   * Reads a file.
   *
   * @param name the scenario's name
   * @throws ConfigException with one line per problem
   */
  public static Scenario read(String name, ConfigFile file) throws ConfigException {
    ConfigTable root = file.root();
    ConfigTable station = root.table("station");
    Scenario scenario =
        new Scenario(
            name,
            root.string("title"),
            new Scenario.Station(
                station.string("board"),
                station.freeTable("options"),
                station.freeTable("change"),
                station.flag("digital", true),
                crash(station),
                hardware(station)),
            vehicle(root.table("vehicle")),
            root.has(SECOND) ? Optional.of(vehicle(root.table(SECOND))) : Optional.empty(),
            root.flag("tls", true),
            dialects(root),
            script(root),
            root.number("seconds_max", 1, SECONDS_MAX),
            checks(root));
    file.finish();
    return scenario;
  }

  private static Scenario.Vehicle vehicle(ConfigTable vehicle) {
    return new Scenario.Vehicle(
        vehicle.string("name"),
        certificate(vehicle),
        soc(vehicle),
        vehicle.freeTable("user"),
        vehicle.freeTable("misbehaviour"),
        StepReader.read(vehicle));
  }

  private static String certificate(ConfigTable vehicle) {
    return vehicle
        .optionalString("certificate", CERTIFICATE, "own, expired, foreign, revoked or none")
        .orElse("own");
  }

  private static Optional<Double> soc(ConfigTable vehicle) {
    OptionalDouble percent = vehicle.optionalNumber("soc_percent", 0, 100);
    return percent.isPresent() ? Optional.of(percent.getAsDouble()) : Optional.empty();
  }

  private static Optional<String> hardware(ConfigTable station) {
    String faults = station.string("hardware_faults", "");
    try {
      DeviceFault.parse(faults);
    } catch (IllegalArgumentException e) {
      station.problem(
          "hardware_faults", "faults of played devices", String.valueOf(e.getMessage()));
    }
    return station.flag("hardware", false) ? Optional.of(faults) : Optional.empty();
  }

  private static Optional<Double> crash(ConfigTable station) {
    OptionalDouble seconds = station.optionalNumber("crash_after_seconds", 0, SECONDS_MAX);
    return seconds.isPresent() ? Optional.of(seconds.getAsDouble()) : Optional.empty();
  }

  private static CsmsScript script(ConfigTable root) {
    return ScriptReader.read(root.table("csms"));
  }

  private static List<Dialect> dialects(ConfigTable root) {
    List<Dialect> known = new ArrayList<>();
    for (String word : root.strings("dialects", Dialect.values().length)) {
      Optional<Dialect> dialect = Dialect.of(word);
      if (dialect.isEmpty()) {
        root.problem("dialects", String.join(", ", Dialect.subprotocols()), "`" + word + "`");
      }
      dialect.ifPresent(known::add);
    }
    return known.isEmpty() ? Arrays.asList(Dialect.values()) : known;
  }

  private static List<Check> checks(ConfigTable root) {
    List<Check> checks = new ArrayList<>();
    for (ConfigTable table : root.tables("check", 1, CHECKS_MAX)) {
      Check check = check(table);
      // The whole station's facts are those of its first outlet, too.
      boolean ofSecond = table.integer("outlet", 1, 2, 1) == 2;
      checks.add(ofSecond ? new Check.OfSecond(check) : check);
      if (ofSecond && !root.has(SECOND)) {
        table.problem("outlet", "a second_vehicle beside it", "none");
      }
    }
    return checks;
  }

  private static Check check(ConfigTable table) {
    String name = table.string("name");
    if (table.has("message_order")) {
      return new Check.Order(name, table.strings("message_order", WORDS_MAX));
    }
    if (table.has("said")) {
      return new Check.Said(name, table.string("who"), table.string("said"));
    }
    if (table.has("message")) {
      double[] bounds = bounds(table, "message");
      return new Check.Count(name, table.string("message"), bounds[0], bounds[1]);
    }
    String word = table.string("fact");
    Optional<Fact> fact = Fact.of(word);
    if (fact.isEmpty() && !word.isEmpty()) {
      String facts = String.join(", ", Arrays.stream(Fact.values()).map(Fact::word).toList());
      table.problem("fact", "one of " + facts, "`" + word + "`");
    }
    Fact known = fact.orElse(Fact.MESSAGES);
    if (table.has("is")) {
      return new Check.Equal(name, known, table.string("is"));
    }
    double[] bounds = bounds(table, "fact");
    return new Check.Between(name, known, bounds[0], bounds[1]);
  }

  /** Lower and upper bound, both included. */
  private static double[] bounds(ConfigTable table, String beside) {
    OptionalDouble exactly = table.optionalNumber("exactly", -FIGURE_MAX, FIGURE_MAX);
    OptionalDouble min = table.optionalNumber("at_least", -FIGURE_MAX, FIGURE_MAX);
    OptionalDouble max = table.optionalNumber("at_most", -FIGURE_MAX, FIGURE_MAX);
    if (exactly.isEmpty() && min.isEmpty() && max.isEmpty()) {
      table.problem(beside, "one of is, exactly, at_least, at_most beside it", "none of them");
    }
    return exactly.isPresent()
        ? new double[] {exactly.getAsDouble(), exactly.getAsDouble()}
        : new double[] {min.orElse(Double.NEGATIVE_INFINITY), max.orElse(Double.POSITIVE_INFINITY)};
  }
}
