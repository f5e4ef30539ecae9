package energy.ebbflow.simulator.csms.transport;

import energy.ebbflow.hal.config.ConfigException;
import energy.ebbflow.hal.config.ConfigFile;
import energy.ebbflow.simulator.csms.Dialect;
import energy.ebbflow.simulator.csms.script.CsmsScript;
import energy.ebbflow.simulator.csms.script.ScriptReader;
import energy.ebbflow.simulator.scenario.Scenario;
import energy.ebbflow.simulator.scenario.ScenarioCatalog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ebbflow csms}: the bench back office by itself. */
@Command(
    name = "csms",
    mixinStandardHelpOptions = true,
    description = {
      "A back office for the bench: speaks OCPP over WebSocket, checks every message",
      "against the standard, keeps the accounts and follows a script."
    },
    footer = {
      "",
      "Stations connect to ws://HOST:PORT/<station identity>. Ctrl-C ends it.",
      "Exit codes: 0 ended by the user, 2 wrong usage or the port is taken."
    })
public final class CsmsCommand implements Callable<Integer> {
  private static final int WRONG_USAGE = 2;
  private static final int PORT_MAX = 65_535;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--port",
      defaultValue = "9180",
      description = "Port, 0 for a free one. Default: ${DEFAULT-VALUE}")
  private int port;

  @Option(
      names = "--host",
      defaultValue = "localhost",
      description = "Address to listen on. Default: ${DEFAULT-VALUE}")
  private String host = "localhost";

  @Option(
      names = "--dialect",
      split = ",",
      defaultValue = "2.1,2.0.1,1.6",
      description = "Versions of OCPP offered, best first. Default: ${DEFAULT-VALUE}")
  private List<String> dialects = List.of();

  @Option(names = "--script", description = "What to do by itself (TOML).")
  private Optional<Path> script = Optional.empty();

  @Option(
      names = "--scenario",
      description = "Takes script and dialects from a scenario of the bench.")
  private Optional<String> scenario = Optional.empty();

  @Option(
      names = "--events",
      description = "'-' writes one JSON object a line to standard output, for programs.")
  private Optional<String> events = Optional.empty();

  @Option(
      names = "--epoch-millis",
      description = "Wall-clock time in ms at which virtual time is 0. Default: now.")
  private Optional<Long> epochMillis = Optional.empty();

  @Option(
      names = "--speed",
      defaultValue = "1",
      description = "Virtual seconds in a real second. Default: ${DEFAULT-VALUE}")
  private double speed = 1;

  @Override
  public Integer call() throws InterruptedException {
    long epoch = epochMillis.orElseGet(System::currentTimeMillis);
    CsmsConfig config = config(Instant.ofEpochMilli(epoch));
    if (speed <= 0 || !Double.isFinite(speed)) {
      throw wrong("--speed: expected a number above 0, came " + speed);
    }
    BenchClock clock = new BenchClock(epoch, speed);
    return events.isPresent() ? serveEvents(config, clock) : servePeople(config, clock);
  }

  private int serveEvents(CsmsConfig config, BenchClock clock) throws InterruptedException {
    if (!events.orElse("").equals("-")) {
      throw wrong("--events: expected '-', came '" + events.orElse("") + "'");
    }
    EventLines lines = new EventLines(System.out, clock);
    CsmsServer server = new CsmsServer(config, clock, lines);
    return serve(server, lines::listening, lines::end);
  }

  private int servePeople(CsmsConfig config, BenchClock clock) throws InterruptedException {
    ReadableLog log = new ReadableLog(System.out, clock);
    CsmsServer server = new CsmsServer(config, clock, log);
    return serve(
        server,
        bound ->
            log.say("  listening, stations connect to ws://" + host + ":" + bound + "/<identity>"),
        () -> log.say("  ended"));
  }

  private interface Listening {
    void on(int port);
  }

  private int serve(CsmsServer server, Listening listening, Runnable end)
      throws InterruptedException {
    try {
      listening.on(server.start());
    } catch (IOException e) {
      spec.commandLine().getErr().println("ebbflow csms: " + e.getMessage());
      return WRONG_USAGE;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(end, "csms-end"));
    server.awaitClosed();
    return 0;
  }

  private CsmsConfig config(Instant epoch) {
    if (scenario.isEmpty()) {
      return new CsmsConfig(host, checkedPort(), dialects(), readScript(), epoch);
    }
    if (script.isPresent()) {
      throw wrong("expected --script or --scenario, came both");
    }
    try {
      Scenario read = ScenarioCatalog.find(scenario.get());
      return new CsmsConfig(host, checkedPort(), read.dialects(), read.csms(), epoch);
    } catch (ConfigException e) {
      throw wrong(String.join(System.lineSeparator(), e.problems()));
    }
  }

  private int checkedPort() {
    if (port < 0 || port > PORT_MAX) {
      throw wrong("--port: expected 0 to " + PORT_MAX + ", came " + port);
    }
    return port;
  }

  private List<Dialect> dialects() {
    List<Dialect> known = new ArrayList<>();
    for (String word : dialects) {
      known.add(
          Dialect.of(word)
              .orElseThrow(
                  () ->
                      wrong(
                          "--dialect: expected "
                              + String.join(", ", Dialect.subprotocols())
                              + ", came '"
                              + word
                              + "'")));
    }
    return known;
  }

  private CsmsScript readScript() {
    if (script.isEmpty()) {
      return CsmsScript.obliging();
    }
    try {
      ConfigFile file = ConfigFile.read(script.get());
      CsmsScript read = ScriptReader.read(file.root());
      file.finish();
      return read;
    } catch (ConfigException e) {
      throw wrong(String.join(System.lineSeparator(), e.problems()));
    }
  }

  private ParameterException wrong(String text) {
    return new ParameterException(spec.commandLine(), text);
  }
}
