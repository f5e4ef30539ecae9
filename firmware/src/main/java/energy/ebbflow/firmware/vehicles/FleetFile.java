package energy.ebbflow.firmware.vehicles;

import energy.ebbflow.hal.config.ConfigException;
import energy.ebbflow.hal.config.ConfigFile;
import energy.ebbflow.hal.config.ConfigTable;
import energy.ebbflow.iec61851.tolerance.PauseTolerance.Verdict;
import energy.ebbflow.iec61851.tolerance.VehicleKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a fleet file: vehicles that are known beforehand, one {@code [[vehicle]]} table each. As
 * strict as a board file: every problem is told with its line, and nothing of a wrong file is used.
 */
public final class FleetFile {
  /** More than any depot has, and than fits in the largest file. */
  public static final int VEHICLES_MAX = 2_000;

  /** Keys under which a vehicle may be named, the most reliable first. */
  private static final Map<String, VehicleKey.Kind> NAMES = names();

  private static final Pattern LABEL = Pattern.compile("[^\\p{Cntrl}]{1,60}");

  /** How a vehicle of the file is to be treated. */
  public enum Tolerance {
    /** It bears pauses. */
    TOLERANT,
    /** It does not come back from a pause: never less than its minimum current. */
    INTOLERANT,
    /** The station finds out. */
    LEARN
  }

  /**
   * One vehicle of the file.
   *
   * @param identities what it is known by, at least one
   * @param verdict absent: the station finds out
   * @param minimumAmps smallest current at which it charges, 6 to 80 A; absent: 6 A, or learned
   * @param testPermitted it may be tested
   * @param phaseSwitching its phases may be switched
   * @param label name for people, may be empty
   */
  public record Entry(
      List<Identity> identities,
      Optional<Verdict> verdict,
      Optional<Double> minimumAmps,
      boolean testPermitted,
      boolean phaseSwitching,
      String label) {
    public Entry {
      identities = List.copyOf(identities);
    }
  }

  private FleetFile() {}

  /**
   * Reads a file.
   *
   * @throws ConfigException with every problem, one line each
   */
  public static List<Entry> read(Path path) throws ConfigException {
    ConfigFile file = ConfigFile.read(path);
    List<Entry> entries = read(file.root());
    file.finish();
    return entries;
  }

  static List<Entry> read(ConfigTable root) {
    List<Entry> entries = new ArrayList<>();
    Map<String, Integer> lines = new HashMap<>();
    for (ConfigTable table : root.tables("vehicle", 0, VEHICLES_MAX)) {
      entry(table, lines).ifPresent(entries::add);
    }
    return List.copyOf(entries);
  }

  private static Optional<Entry> entry(ConfigTable table, Map<String, Integer> lines) {
    List<Identity> identities = new ArrayList<>();
    NAMES.forEach(
        (name, kind) ->
            table
                .optionalString(name, form(kind), words(kind))
                .ifPresent(
                    text -> {
                      Identity identity = new Identity(kind, text);
                      Integer first = lines.putIfAbsent(name + plain(text), table.line());
                      if (first != null) {
                        table.problem(
                            name, "each vehicle once", "the one of line " + first + " again");
                      }
                      identities.add(identity);
                    }));
    if (identities.isEmpty() && NAMES.keySet().stream().noneMatch(table::has)) {
      table.problem("evcc_id", "one of " + String.join(", ", NAMES.keySet()) + " at least", "none");
    }
    Tolerance tolerance = table.choice("tolerance", Tolerance.class, Tolerance.LEARN);
    Optional<Double> minimum =
        table.optionalNumber("minimum_amps", 6, 80).stream().boxed().findFirst();
    boolean test = table.flag("test", true);
    boolean phases = table.flag("phase_switching", false);
    String label = table.optionalString("label", LABEL, "1 to 60 printable characters").orElse("");
    if (identities.isEmpty()) {
      return Optional.empty();
    }
    Optional<Verdict> verdict =
        switch (tolerance) {
          case TOLERANT -> Optional.of(Verdict.TOLERANT);
          case INTOLERANT -> Optional.of(Verdict.INTOLERANT);
          case LEARN -> Optional.empty();
        };
    return Optional.of(new Entry(identities, verdict, minimum, test, phases, label));
  }

  /** As the hash sees it: case, colons, blanks and hyphens do not matter. */
  private static String plain(String text) {
    return text.toUpperCase(Locale.ROOT).replaceAll("[:\\s-]", "");
  }

  private static Pattern form(VehicleKey.Kind kind) {
    return switch (kind) {
      case EVCC_ID -> Pattern.compile("[0-9A-Za-z:-]{6,40}");
      case SLAC_MAC -> Pattern.compile("([0-9A-Fa-f]{2}[:-]?){5}[0-9A-Fa-f]{2}");
      case CONTRACT -> Pattern.compile("[0-9A-Za-z*-]{14,20}");
      case ID_TOKEN -> Pattern.compile("[\\x21-\\x7e]{1,255}");
      case FLEET, HOME -> Pattern.compile(".{1,60}");
    };
  }

  private static String words(VehicleKey.Kind kind) {
    return switch (kind) {
      case EVCC_ID -> "6 to 40 letters or digits";
      case SLAC_MAC -> "a MAC address such as 02:EB:B0:00:00:09";
      case CONTRACT -> "an EMAID, 14 to 20 characters";
      case ID_TOKEN -> "1 to 255 printable characters";
      case FLEET, HOME -> "1 to 60 characters";
    };
  }

  private static Map<String, VehicleKey.Kind> names() {
    Map<String, VehicleKey.Kind> names = new java.util.LinkedHashMap<>();
    names.put("evcc_id", VehicleKey.Kind.EVCC_ID);
    names.put("slac_mac", VehicleKey.Kind.SLAC_MAC);
    names.put("contract", VehicleKey.Kind.CONTRACT);
    names.put("id_token", VehicleKey.Kind.ID_TOKEN);
    return names;
  }

  /** Keys under which a vehicle may be named. */
  static Map<String, VehicleKey.Kind> identityNames() {
    return NAMES;
  }
}
