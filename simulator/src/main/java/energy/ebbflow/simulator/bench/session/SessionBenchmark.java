package energy.ebbflow.simulator.bench.session;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code benchmark session}: response times of the firmware on the wire, beside the goals. */
@Command(
    name = "benchmark-session",
    mixinStandardHelpOptions = true,
    description = {
      "Measures the firmware from outside: a vehicle of ISO 15118-20 DC talks to fresh processes of",
      "it over TCP, without TLS and with TLS 1.3 and both certificates, and takes the time between",
      "the packets with the last octets of a request and the first of its response, as a capture",
      "has them. Beside it stands what the machine takes for an echo of the same sizes.",
      "The board is simulated in the firmware's own process; its processor time counts."
    },
    footer = {"", "Exit codes: 0 all goals are met, 1 a goal is missed or the session failed."})
public final class SessionBenchmark implements Callable<Integer> {
  private static final int MISSED = 1;
  private static final String CACHE = "-XX:AOTCache=";

  @Option(names = "--quick", description = "A short run: fewer processes and messages.")
  private boolean quick;

  @Option(
      names = "--no-tls",
      description = "Leave out what is measured with TLS and without a cache.")
  private boolean plainOnly;

  @Parameters(
      paramLabel = "COMMAND",
      arity = "2..*",
      description = "The firmware's command line up to and with `run`; the launcher gives it.")
  private List<String> program = new ArrayList<>();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call().
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!program.getLast().equals("run")) {
      throw new ParameterException(
          spec.commandLine(), "COMMAND ends with run, came " + program.getLast());
    }
    try (Scratch scratch = Scratch.make()) {
      Optional<Capture> capture = capture();
      try {
        return measure(scratch, capture);
      } finally {
        capture.ifPresent(Capture::close);
      }
    }
  }

  private Optional<Capture> capture() {
    try {
      NetworkInterface loopback =
          NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress());
      return Optional.of(Capture.open(loopback));
    } catch (IOException refused) {
      spec.commandLine()
          .getErr()
          .println(
              refused.getMessage() + ": no packets are captured, the vehicle's socket is measured");
      return Optional.empty();
    }
  }

  private int measure(Scratch scratch, Optional<Capture> capture) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Plan plan = quick ? Plan.QUICK : Plan.WHOLE;
    Measurement measurement =
        new Measurement(
            program,
            scratch.folder(),
            plan,
            capture,
            line -> {
              err.println(line);
              err.flush();
            });
    Goals goals = new Goals();
    goals.plain(measurement.figures(Optional.empty()));
    if (!plainOnly) {
      List<String> uncached = program.stream().filter(word -> !word.startsWith(CACHE)).toList();
      if (uncached.size() < program.size()) {
        goals.uncached(measurement.starts(uncached, "without AOT cache"));
      }
      goals.secured(measurement.figures(Optional.of(scratch.pki())));
    }
    goals.rows().forEach(row -> out.println(row.line()));
    out.flush();
    return goals.missed() ? MISSED : 0;
  }
}
