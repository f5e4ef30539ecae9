package energy.ebbflow.firmware.cli;

import energy.ebbflow.firmware.config.Iso15118Section;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code run}: the station, until it is told to end. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Runs the station of a board file until it is told to end (SIGTERM, Ctrl-C).")
public final class RunCommand implements Callable<Integer> {
  /** Fastest clock: above it the machine's own latency is minutes. */
  private static final double SPEED_MAX = 1000;

  @Option(
      names = "--board",
      paramLabel = "FILE",
      description = "The board file; default: board-configs/simulated.toml of the project.")
  private @Nullable Path board;

  @Option(
      names = "--option",
      paramLabel = "KEY=VALUE",
      description = "An option of the board's driver; goes before the board file. May be repeated.")
  private Map<String, String> driverOptions = new LinkedHashMap<>();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of journal, transactions and keys; default: .ebbflow/data.")
  private @Nullable Path data;

  @Option(
      names = "--events",
      paramLabel = "FILE",
      description = "Writes one JSON object a line for all that happens; - is standard output.")
  private @Nullable String events;

  @Option(
      names = "--epoch-millis",
      paramLabel = "N",
      description = "Wall-clock milliseconds at which the station's time is 0; default: now.")
  private @Nullable Long epochMillis;

  @Option(
      names = "--speed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seconds of the station in a real second, 1 to 1000; for simulated boards.")
  private double speed;

  @Option(
      names = "--interface",
      paramLabel = "[N=]IF",
      description = {
        "Network interface of the vehicle's link (SDP, TCP, TLS) of outlet N; of the first",
        "without N. Each outlet needs its own. Goes before the board file. May be repeated."
      })
  private List<String> networkInterfaces = new ArrayList<>();

  @Option(
      names = "--loopback",
      description = {
        "The vehicles' links are on ::1, without multicast: for a bench. Outlet N is discovered",
        "at UDP port 15117 + N."
      })
  private boolean loopback;

  @Option(
      names = "--ocpp-url",
      paramLabel = "URL",
      description = "Back office, without the station's identity; goes before the board file.")
  private @Nullable String ocppUrl;

  @Option(
      names = "--identity",
      paramLabel = "NAME",
      description = "Name of the station at the back office; goes before the board file.")
  private @Nullable String identity;

  @Option(
      names = "--tls",
      paramLabel = "MODE",
      description = "TLS towards vehicles: off, optional, required; goes before the board file.")
  private @Nullable String tls;

  @Option(
      names = "--pki",
      paramLabel = "DIR",
      description = "Folder of keys and roots for TLS; default: pki in the data folder.")
  private @Nullable Path pki;

  @Option(
      names = "--keylog",
      paramLabel = "FILE",
      description = {
        "Appends the secrets of all TLS connections (NSS key log, SSLKEYLOGFILE) for reading",
        "captures. For a bench: refused unless the board file has iso15118.key_log = true."
      })
  private @Nullable Path keyLog;

  @Option(
      names = "--print-classpath",
      description = "Prints the class path of this process and ends.")
  private boolean printClasspath;

  /**
   * The command of arguments that are plain: {@code run} and known options, each with its value and
   * given once where it may not be repeated. Empty for all others, which the whole command line
   * reads, or explains. At the start of a station that takes half a second, and classes that the
   * JVM's ahead-of-time cache cannot hold.
   */
  public static Optional<RunCommand> plain(String... arguments) {
    if (arguments.length == 0 || !arguments[0].equals("run")) {
      return Optional.empty();
    }
    RunCommand command = new RunCommand();
    command.speed = 1;
    Set<String> given = new HashSet<>();
    int at = 1;
    while (at < arguments.length) {
      String name = arguments[at++];
      if (!REPEATED.contains(name) && !given.add(name)) {
        return Optional.empty();
      }
      switch (name) {
        case "--loopback" -> command.loopback = true;
        case "--print-classpath" -> command.printClasspath = true;
        default -> {
          if (at == arguments.length || !command.take(name, arguments[at++])) {
            return Optional.empty();
          }
        }
      }
    }
    return Optional.of(command);
  }

  /** Options that may be given more than once. */
  private static final Set<String> REPEATED = Set.of("--option", "--interface");

  /** A value that is nothing but one: no quotes, no further option, nothing to be looked up. */
  private static final Pattern PLAIN = Pattern.compile("[^-\"'@$\\s][^\"'\\\\]*");

  /** What a number may look like here. */
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,15}");

  /** Takes the value of an option; false when it is unknown or wants a closer look. */
  private boolean take(String name, String value) {
    if (!PLAIN.matcher(value).matches() && !(name.equals("--events") && value.equals("-"))) {
      return false;
    }
    switch (name) {
      case "--board" -> board = Path.of(value);
      case "--data" -> data = Path.of(value);
      case "--events" -> events = value;
      case "--pki" -> pki = Path.of(value);
      case "--keylog" -> keyLog = Path.of(value);
      case "--ocpp-url" -> ocppUrl = value;
      case "--identity" -> identity = value;
      case "--tls" -> tls = value;
      case "--interface" -> networkInterfaces.add(value);
      case "--epoch-millis" -> {
        if (!DIGITS.matcher(value).matches()) {
          return false;
        }
        epochMillis = Long.valueOf(value);
      }
      case "--speed" -> {
        if (!DIGITS.matcher(value).matches()) {
          return false;
        }
        speed = Double.parseDouble(value);
      }
      case "--option" -> {
        int equals = value.indexOf('=');
        if (equals < 1) {
          return false;
        }
        driverOptions.put(value.substring(0, equals), value.substring(equals + 1));
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public Integer call() throws UsageException {
    if (printClasspath) {
      System.out.println(System.getProperty("java.class.path"));
      return 0;
    }
    return new StationProcess(options()).run();
  }

  /** What the arguments ask for. */
  RunOptions options() throws UsageException {
    if (loopback && !networkInterfaces.isEmpty()) {
      throw new UsageException("--interface and --loopback exclude each other; give one of them");
    }
    if (!(speed >= 1 && speed <= SPEED_MAX)) {
      throw new UsageException("--speed expects a number from 1 to 1000, got " + speed);
    }
    Path home = Path.of(System.getProperty("ebbflow.home", "."));
    return new RunOptions(
        board != null ? board : home.resolve(Path.of("board-configs", "simulated.toml")),
        driverOptions,
        data != null ? data : home.resolve(Path.of(".ebbflow", "data")),
        Optional.ofNullable(events),
        epochMillis == null ? OptionalLong.empty() : OptionalLong.of(epochMillis),
        speed,
        vehicleLink(),
        Optional.ofNullable(ocppUrl),
        Optional.ofNullable(identity),
        tlsMode(),
        Optional.ofNullable(pki),
        Optional.ofNullable(keyLog));
  }

  private static final Pattern NUMBERED = Pattern.compile("([1-9])=(.+)");

  private RunOptions.VehicleLink vehicleLink() throws UsageException {
    if (!networkInterfaces.isEmpty()) {
      Map<Integer, String> byEvse = new LinkedHashMap<>();
      for (String given : networkInterfaces) {
        Matcher numbered = NUMBERED.matcher(given);
        boolean matches = numbered.matches();
        int evse = matches ? Integer.parseInt(numbered.group(1)) : 1;
        if (byEvse.put(evse, matches ? numbered.group(2) : given) != null) {
          throw new UsageException("--interface expects one for each outlet, got two for " + evse);
        }
      }
      return new RunOptions.VehicleLink.Interfaces(byEvse);
    }
    return loopback ? new RunOptions.VehicleLink.Loopback() : new RunOptions.VehicleLink.None();
  }

  private Optional<Iso15118Section.Tls> tlsMode() throws UsageException {
    if (tls == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Iso15118Section.Tls.valueOf(tls.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException wrong) {
      throw new UsageException("--tls expects off, optional or required, got '" + tls + "'", wrong);
    }
  }
}
