package energy.ebbflow.simulator.hardware.driver;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.hal.BoardConfig;
import energy.ebbflow.hal.BoardException;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.config.BoardFile;
import energy.ebbflow.hal.config.ConfigException;
import energy.ebbflow.hal.config.ConfigFile;
import energy.ebbflow.simulator.hardware.DeviceFault;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code ./ebbflow emulate}: the devices of a board file, for the firmware and no simulated board.
 */
@Command(
    name = "emulate",
    mixinStandardHelpOptions = true,
    description =
        "Plays the devices that a board file names (microcontroller or Yeti, power modules, meter,"
            + " isolation monitor) at the places that it names, until it is ended.")
public final class EmulateCommand implements Callable<Integer> {
  /** How long the end may take. */
  private static final long CLOSE_SECONDS = 3;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--board",
      paramLabel = "FILE",
      required = true,
      description = "board file with driver serial-mcu or yeti")
  private @Nullable Path board;

  @Option(
      names = "--option",
      paramLabel = "KEY=VALUE",
      description = "driver option in place of the file's, as for run: where the devices are")
  private Map<String, String> options = new LinkedHashMap<>();

  @Option(
      names = "--evse",
      paramLabel = "N",
      defaultValue = "1",
      description = "which outlet (default: 1)")
  private int evse = 1;

  @Option(
      names = "--cable",
      paramLabel = "PATH",
      description =
          "socket for the simulated vehicle (ev --cable); without it a vehicle is built in")
  private @Nullable Path cable;

  @Option(
      names = "--script",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "what happens to the circuit, as for the simulated board")
  private String script = "";

  @Option(
      names = "--faults",
      paramLabel = "TEXT",
      defaultValue = "",
      description =
          "what goes wrong: start|charging SECONDS DEVICE WORD [VALUE] [off], separated by ';'")
  private String faults = "";

  @Option(
      names = "--events",
      paramLabel = "-",
      description = "write event lines to standard output (-)")
  private @Nullable String events;

  // The bench gives these to all its processes; devices live in real time.
  @Option(names = "--epoch-millis", hidden = true)
  private long epochMillis;

  @Option(names = "--speed", hidden = true, defaultValue = "1")
  private double speed = 1;

  @Override
  public Integer call() throws InterruptedException {
    if (speed != 1) {
      throw wrong("hardware is played in real time only, --speed expects 1, got " + speed);
    }
    BoardConfig config = config();
    EvseConfig outlet =
        config.evses().stream()
            .filter(candidate -> candidate.id() == evse)
            .findFirst()
            .orElseThrow(() -> wrong("the board has no outlet " + evse));
    CountDownLatch ended = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    try (Rig rig = Rig.start(config, outlet, simulated(), parsedFaults())) {
      rig.places().forEach(this::say);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(ended, closed), "emulate-goodbye"));
      ended.await();
      return 0;
    } catch (BoardException e) {
      throw wrong(String.valueOf(e.getMessage()));
    } finally {
      closed.countDown();
    }
  }

  /** The links to the devices are removed before the process goes. */
  private static void end(CountDownLatch ended, CountDownLatch closed) {
    ended.countDown();
    try {
      closed.await(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private BoardConfig config() {
    if (board == null) {
      throw wrong("expected --board FILE");
    }
    try {
      BoardConfig config = BoardFile.read(ConfigFile.read(board).root());
      for (Map.Entry<String, String> option : options.entrySet()) {
        config = config.withDriverOption(option.getKey(), option.getValue());
      }
      return config;
    } catch (ConfigException e) {
      throw wrong(String.join("\n", e.problems()));
    }
  }

  private Map<String, String> simulated() {
    Map<String, String> circuit = new LinkedHashMap<>();
    circuit.put("script", script);
    if (cable == null) {
      circuit.put("vehicle", "builtin");
    } else {
      circuit.put("cable", cable.toString());
    }
    return circuit;
  }

  private List<DeviceFault> parsedFaults() {
    try {
      return DeviceFault.parse(faults);
    } catch (IllegalArgumentException e) {
      throw wrong("--faults: " + e.getMessage());
    }
  }

  private void say(String line) {
    if (spec == null) {
      return;
    }
    PrintWriter out = spec.commandLine().getOut();
    if (events == null) {
      out.println(line);
    } else {
      ObjectNode event = JsonMapper.builder().build().createObjectNode();
      event.put("t", 0.0).put("who", "hardware").put("kind", "log");
      event.put("level", "info").put("text", line);
      out.println(event);
    }
    out.flush();
  }

  private ParameterException wrong(String message) {
    if (spec == null) {
      throw new IllegalStateException(message);
    }
    return new ParameterException(spec.commandLine(), message);
  }
}
