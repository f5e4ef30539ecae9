package energy.ebbflow.simulator.mcu.driver;

import energy.ebbflow.hal.Reading;
import energy.ebbflow.simulator.board.BoardScript;
import energy.ebbflow.simulator.board.VirtualBoardSpec;
import energy.ebbflow.simulator.cable.CableServer;
import energy.ebbflow.simulator.physics.ContactorSpec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ebbflow mcu}: the reference microcontroller on a pseudo-terminal. */
@Command(
    name = "mcu",
    mixinStandardHelpOptions = true,
    description = {
      "A safety microcontroller that speaks docs/serial-protocol.md on a pseudo-terminal, with the",
      "power path of an AC outlet behind it. Run the firmware on it with",
      "  ./ebbflow run --board board-configs/ac-22kw-bidirectional-mcu.toml --option port=LINK",
      "and a vehicle with",
      "  ./ebbflow ev --vehicle ac-three-phase --cable CABLE"
    },
    footer = {
      "",
      "Lines on standard input are events: " + McuEvent.WORDS + ".",
      "Exit codes: 0 ended by the user, 1 the line broke, 2 wrong usage."
    })
public final class McuCommand implements Callable<Integer> {
  private static final int WRONG_USAGE = 2;
  private static final int PORT_MAX = 65_535;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--pty",
      paramLabel = "LINK",
      description = "Symbolic link to the pseudo-terminal. Default: none, its name is printed.")
  private Optional<Path> link = Optional.empty();

  @Option(
      names = "--cable",
      paramLabel = "CABLE",
      description =
          "Socket that the vehicle connects to. Default: ebbflow-cable in the folder for"
              + " temporary files.")
  private Path cable = Path.of(System.getProperty("java.io.tmpdir", "/tmp"), "ebbflow-cable");

  @Option(
      names = "--meter-port",
      paramLabel = "PORT",
      description = "Modbus TCP port of an Eastron SDM72DM-V2 on 127.0.0.1. Default: no meter.")
  private Optional<Integer> meterPort = Optional.empty();

  @Option(names = "--tethered", description = "The cable belongs to the station.")
  private boolean tethered;

  @Option(
      names = "--script",
      defaultValue = "",
      description = "'SECONDS EVENT [VALUE]; …': what happens by itself.")
  private String script = "";

  /** Filled by the command line before {@link #call}. */
  public McuCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    McuScript steps = parsed(() -> McuScript.parse(script));
    PrintWriter out = spec.commandLine().getOut();
    Consumer<String> say =
        text -> {
          out.println("  " + text);
          out.flush();
        };
    AtomicReference<Optional<Reading.Meter>> measured = new AtomicReference<>(Optional.empty());
    try (Line line = new Line(link);
        @Nullable McuMeter meter = meter(measured)) {
      CableServer vehicle = CableServer.listen(cable, System::nanoTime, say);
      String port = line.connect();
      VirtualBoardSpec hardware =
          new VirtualBoardSpec(
              Optional.empty(), 230, !tethered, ContactorSpec.ORDINARY, BoardScript.EMPTY);
      McuBench bench = new McuBench(hardware, steps, line, vehicle, measured, say);
      say.accept("serial port " + port + ", cable " + cable + (meter == null ? "" : meterWords()));
      listen(bench, say);
      bench.run();
      return 0;
    } catch (IOException e) {
      spec.commandLine().getErr().println("ebbflow mcu: " + e.getMessage());
      return WRONG_USAGE;
    }
  }

  private String meterWords() {
    return ", meter tcp:127.0.0.1:" + meterPort.orElse(0);
  }

  private @Nullable McuMeter meter(AtomicReference<Optional<Reading.Meter>> measured)
      throws IOException {
    if (meterPort.isEmpty()) {
      return null;
    }
    int port = meterPort.get();
    if (port < 1 || port > PORT_MAX) {
      throw new ParameterException(
          spec.commandLine(), "--meter-port: expected 1 to " + PORT_MAX + ", came " + port);
    }
    return McuMeter.listen(port, measured::get);
  }

  /** Reads events from standard input until it ends. */
  private static void listen(McuBench bench, Consumer<String> say) {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Thread.ofPlatform()
        .daemon()
        .name("mcu-events")
        .start(
            () -> {
              try {
                for (String text = in.readLine(); text != null; text = in.readLine()) {
                  if (!text.isBlank()) {
                    take(bench, text, say);
                  }
                }
              } catch (IOException e) {
                say.accept("standard input broke: " + e.getMessage());
              }
            });
  }

  private static void take(McuBench bench, String text, Consumer<String> say) {
    try {
      bench.happen(McuEvent.parse(text));
    } catch (IllegalArgumentException wrong) {
      say.accept(wrong.getMessage());
    }
  }

  private <T> T parsed(Callable<T> parser) {
    try {
      return parser.call();
    } catch (Exception wrong) {
      throw new ParameterException(spec.commandLine(), "--script: " + wrong.getMessage());
    }
  }
}
