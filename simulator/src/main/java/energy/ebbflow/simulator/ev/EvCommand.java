package energy.ebbflow.simulator.ev;

import energy.ebbflow.hal.config.ConfigException;
import energy.ebbflow.iso15118.pki.Credentials;
import energy.ebbflow.iso15118.sdp.SdpRequest;
import energy.ebbflow.iso15118.transport.tls.KeyLog;
import energy.ebbflow.simulator.ev.file.VehicleFile;
import energy.ebbflow.simulator.ev.loop.BenchTime;
import energy.ebbflow.simulator.ev.loop.NetworkCertificate;
import energy.ebbflow.simulator.ev.loop.Vehicle;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.scenario.Scenario;
import energy.ebbflow.simulator.scenario.ScenarioCatalog;
import java.io.IOException;
import java.io.PrintStream;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./ebbflow ev}: a vehicle on the cable of a simulated board, or on the network alone. */
@Command(
    name = "ev",
    mixinStandardHelpOptions = true,
    description = "A simulated vehicle that plugs in, charges, discharges and leaves.")
public final class EvCommand implements Callable<Integer> {
  private static final int PORT_MAX = 65_535;
  private static final int FAILED = 1;
  private static final String DEFAULT_VEHICLE = "bpt-dc";
  private static final double SPEED_MAX = 1000;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--vehicle",
      paramLabel = "NAME|FILE",
      description =
          "a vehicle that comes along (see docs/simulator.md) or a vehicle file (default: bpt-dc)")
  private @Nullable String vehicle;

  @Option(
      names = "--scenario",
      paramLabel = "NAME|FILE",
      description = "vehicle, user and steps of a scenario of the bench, against any charger")
  private @Nullable String scenario;

  @Option(
      names = "--script",
      paramLabel = "FILE",
      description = "what happens in this visit: soc_percent, [user], [misbehaviour], [[step]]")
  private @Nullable Path script;

  @Option(
      names = "--cable",
      paramLabel = "PATH",
      description = "socket of a simulated board; without it the vehicle has a network link only")
  private @Nullable Path cable;

  @Option(
      names = "--interface",
      paramLabel = "IF",
      description = "network interface for link-local multicast")
  private @Nullable String networkInterface;

  @Option(names = "--loopback", description = "ask ::1 instead of a network interface")
  private boolean loopback;

  @Option(
      names = "--sdp-port",
      paramLabel = "N",
      defaultValue = "15118",
      description = "UDP port of discovery on loopback (default: 15118)")
  private int sdpPort = SdpRequest.PORT;

  @Option(
      names = "--tls",
      negatable = true,
      description = "use TLS, or do not (default: where --pki is given)")
  private @Nullable Boolean tls;

  @Option(
      names = "--pki",
      paramLabel = "DIR",
      description = "folder with vehicle/iso20/chain.pem, key.pem and trust/v2g/*.pem")
  private @Nullable Path pki;

  @Option(
      names = "--certificate",
      paramLabel = "KIND",
      defaultValue = "own",
      description = "what the vehicle shows: own, expired, foreign, revoked, none (default: own)")
  private String certificate = "own";

  @Option(
      names = "--keylog",
      paramLabel = "FILE",
      description = "append the secrets of TLS (NSS key log, SSLKEYLOGFILE), to read captures with")
  private @Nullable Path keyLog;

  @Option(
      names = "--speed",
      paramLabel = "S",
      defaultValue = "1",
      description = "virtual seconds in a real second, 0.1 to 1000 (default: 1)")
  private double speed = 1;

  @Option(
      names = "--epoch-millis",
      paramLabel = "N",
      description = "wall-clock ms of virtual second 0 (default: now)")
  private @Nullable Long epochMillis;

  @Option(
      names = "--events",
      paramLabel = "-",
      description = "write event lines to standard output (-)")
  private @Nullable String events;

  @Override
  public Integer call() throws IOException {
    BenchTime time = time();
    Vehicle.Settings settings =
        new Vehicle.Settings(
            Optional.ofNullable(cable),
            interfaceName(),
            discoveryPort(),
            credentials(),
            keyLog == null ? KeyLog.OFF : KeyLog.to(keyLog),
            events == null ? Optional.empty() : Optional.of(standardOutput(events)));
    EvConfig config = config();
    double patience = Math.max(1, speed);
    // Without a cable nobody can say what really flows: the charger's word is all there is.
    EvConfig.Habits habits = cable == null ? config.habits().believing() : config.habits();
    Vehicle running = new Vehicle(config.with(habits.withPatience(patience)), settings, time);
    Thread goodbye = new Thread(running::stop, "ev-goodbye");
    Runtime.getRuntime().addShutdownHook(goodbye);
    boolean left = running.run();
    return left ? 0 : FAILED;
  }

  private BenchTime time() {
    if (!(speed >= 0.1 && speed <= SPEED_MAX)) {
      throw wrong("--speed expects 0.1 to 1000, got " + speed);
    }
    long epoch = epochMillis == null ? BenchTime.wallMillis() : epochMillis;
    return new BenchTime(epoch, speed);
  }

  private Optional<String> interfaceName() {
    if (loopback && networkInterface != null) {
      throw wrong("expected --interface or --loopback, got both");
    }
    if (networkInterface != null) {
      requireInterface(networkInterface);
    }
    return Optional.ofNullable(networkInterface);
  }

  private int discoveryPort() {
    if (sdpPort != SdpRequest.PORT && !loopback) {
      throw wrong("--sdp-port is for --loopback: on an interface the standard's port is asked");
    }
    if (sdpPort < 1 || sdpPort > PORT_MAX) {
      throw wrong("--sdp-port expects 1 to " + PORT_MAX + ", got " + sdpPort);
    }
    return sdpPort;
  }

  private void requireInterface(String name) {
    try {
      if (NetworkInterface.getByName(name) == null) {
        String there =
            NetworkInterface.networkInterfaces()
                .map(NetworkInterface::getName)
                .sorted()
                .collect(Collectors.joining(", "));
        throw wrong("--interface expects one of " + there + ", got " + name);
      }
    } catch (SocketException e) {
      throw wrong("--interface: the network interfaces cannot be listed: " + e.getMessage());
    }
  }

  private Optional<Credentials> credentials() {
    boolean wanted = tls == null ? pki != null : tls;
    if (!wanted) {
      return Optional.empty();
    }
    if (pki == null) {
      throw wrong("--tls expects --pki DIR");
    }
    if (!Files.isDirectory(pki)) {
      throw wrong("--pki expects a folder, got " + pki);
    }
    return Optional.of(shown().in(pki));
  }

  private NetworkCertificate shown() {
    for (NetworkCertificate kind : NetworkCertificate.values()) {
      if (kind.name().equalsIgnoreCase(certificate)) {
        return kind;
      }
    }
    throw wrong("--certificate expects own, expired, foreign, revoked or none, got " + certificate);
  }

  private EvConfig config() {
    try {
      if (scenario != null) {
        return visit(ScenarioCatalog.find(scenario).vehicle());
      }
      EvConfig read = VehicleFile.read(vehicle == null ? DEFAULT_VEHICLE : vehicle);
      return script == null ? read : VehicleFile.script(read, script);
    } catch (ConfigException | IOException wrong) {
      throw wrong(String.valueOf(wrong.getMessage()));
    }
  }

  /** A scenario's visit; by another vehicle where one is named. */
  private EvConfig visit(Scenario.Vehicle planned) throws ConfigException, IOException {
    if (script != null) {
      throw wrong("expected --scenario or --script, got both");
    }
    EvConfig read = VehicleFile.read(vehicle == null ? planned.name() : vehicle);
    return VehicleFile.script(read, planned.script());
  }

  private PrintStream standardOutput(String target) {
    if (!target.equals("-")) {
      throw wrong("--events expects -, got " + target);
    }
    return System.out;
  }

  private ParameterException wrong(String message) {
    CommandSpec known = spec;
    CommandLine line = known == null ? new CommandLine(this) : known.commandLine();
    return new ParameterException(line, message);
  }
}
