package energy.ebbflow.firmware.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.firmware.vehicles.LocalSocket;
import energy.ebbflow.firmware.vehicles.VehicleCommands;
import energy.ebbflow.firmware.vehicles.VehicleCommands.Action;
import energy.ebbflow.firmware.vehicles.VehicleMemory;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vehicles}: what a station remembers of vehicles, whether it runs or not. */
@Command(
    name = "vehicles",
    mixinStandardHelpOptions = true,
    description = "Shows, sets or forgets what a station remembers of vehicles.",
    subcommands = {
      VehiclesCommand.Show.class,
      VehiclesCommand.Set.class,
      VehiclesCommand.Forget.class
    })
public final class VehiclesCommand implements Runnable {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec private CommandSpec spec;

  /** Filled by the command line before {@link #run}. */
  public VehiclesCommand() {
    this.spec = CommandSpec.create();
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "vehicles expects a subcommand: list, set or forget");
  }

  /** Which vehicle is meant; one of these. */
  static final class Which {
    @Option(names = "--key", paramLabel = "KEY", description = "Its key, as list shows it.")
    private @Nullable String key;

    @Option(names = "--evcc-id", paramLabel = "ID", description = "Its EVCCID.")
    private @Nullable String evccId;

    @Option(names = "--slac-mac", paramLabel = "MAC", description = "Its modem's MAC address.")
    private @Nullable String slacMac;

    @Option(names = "--contract", paramLabel = "EMAID", description = "Its contract.")
    private @Nullable String contract;

    @Option(names = "--id-token", paramLabel = "TOKEN", description = "The card that it uses.")
    private @Nullable String idToken;

    private void into(ObjectNode request) {
      put(request, "key", key);
      put(request, "evcc_id", evccId);
      put(request, "slac_mac", slacMac);
      put(request, "contract", contract);
      put(request, "id_token", idToken);
    }
  }

  private static void put(ObjectNode request, String name, @Nullable String value) {
    if (value != null) {
      request.put(name, value);
    }
  }

  /** What is common to the three. */
  abstract static class Asking implements Callable<Integer> {
    @Option(
        names = "--data",
        paramLabel = "DIR",
        description = "The station's data folder; default: .ebbflow/data.")
    private @Nullable Path data;

    @Option(names = "--json", description = "Prints the answer as one JSON object.")
    private boolean json;

    abstract Action action();

    abstract void into(ObjectNode request);

    @Override
    public Integer call() throws UsageException {
      ObjectNode request = JSON.createObjectNode().put("action", action().label());
      into(request);
      Path home = Path.of(System.getProperty("ebbflow.home", "."));
      Path folder = data != null ? data : home.resolve(Path.of(".ebbflow", "data"));
      JsonNode answer = ask(folder, action(), request.toString());
      if (answer.has("error")) {
        throw new UsageException(answer.get("error").asText());
      }
      if (json) {
        System.out.println(answer);
      } else {
        lines(answer).forEach(System.out::println);
      }
      return 0;
    }

    /** The station answers while it runs; otherwise its files are read here. */
    private static JsonNode ask(Path folder, Action action, String request) throws UsageException {
      if (!Files.isDirectory(folder)) {
        throw new UsageException("--data " + folder + ": expected a station's folder, got none");
      }
      try (FileChannel file =
              FileChannel.open(
                  folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = free(file)) {
        return JSON.readTree(
            lock == null ? remote(folder, request) : here(folder, action, request));
      } catch (JsonProcessingException wrong) {
        throw new UsageException(
            "expected an answer of the station in JSON, got: " + wrong.getOriginalMessage(), wrong);
      } catch (IOException failure) {
        throw new UsageException(
            "--data " + folder + ": " + StationProcess.reason(failure), failure);
      }
    }

    private static @Nullable FileLock free(FileChannel file) throws IOException {
      try {
        return file.tryLock();
      } catch (OverlappingFileLockException inThisProcess) {
        return null;
      }
    }

    private static String here(Path folder, Action action, String request) {
      try (VehicleMemory memory =
          VehicleMemory.open(folder, new SecureRandom(), System.err::println)) {
        return VehicleCommands.handle(memory, action, request, Instant.now()).json();
      }
    }

    private static String remote(Path folder, String request) throws IOException {
      try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
        channel.connect(UnixDomainSocketAddress.of(LocalSocket.in(folder)));
        ByteBuffer out = ByteBuffer.wrap((request + "\n").getBytes(StandardCharsets.UTF_8));
        while (out.hasRemaining()) {
          channel.write(out);
        }
        return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  private static List<String> lines(JsonNode answer) {
    List<String> lines = new ArrayList<>();
    if (!answer.has("vehicles")) {
      lines.add(answer.has("tolerance") ? line(answer) : answer.get("key").asText() + " forgotten");
      return lines;
    }
    answer.get("vehicles").forEach(vehicle -> lines.add(line(vehicle)));
    if (lines.isEmpty()) {
      lines.add("no vehicle is remembered");
    }
    if (answer.get("more").asInt() > 0) {
      lines.add("and " + answer.get("more").asInt() + " more");
    }
    return lines;
  }

  private static String line(JsonNode vehicle) {
    return String.format(
        Locale.ROOT,
        "%s  %-10s %-7s since %.10s  at least %4.1f A%s%s%s",
        vehicle.get("key").asText(),
        vehicle.get("tolerance").asText(),
        vehicle.get("origin").asText(),
        vehicle.get("since").asText(),
        vehicle.get("minimumAmps").asDouble(),
        vehicle.get("test").asBoolean() ? "" : "  no tests",
        vehicle.get("phaseSwitching").asBoolean() ? "  phases may switch" : "",
        vehicle.get("label").asText().isEmpty() ? "" : "  " + vehicle.get("label").asText());
  }

  /** {@code vehicles list}. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Shows the vehicles that are remembered, or all that is known of one.")
  static final class Show extends Asking {
    @ArgGroup private @Nullable Which which;

    @Override
    Action action() {
      return Action.LIST;
    }

    @Override
    void into(ObjectNode request) {
      if (which != null) {
        which.into(request);
      }
    }
  }

  /** {@code vehicles set}. */
  @Command(
      name = "set",
      mixinStandardHelpOptions = true,
      description = "Says how a vehicle is to be treated; what a person says is not learned over.")
  static final class Set extends Asking {
    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    @Option(
        names = "--tolerance",
        paramLabel = "WORD",
        description = "tolerant: may be paused. intolerant: never. learn: the station finds out.")
    private @Nullable String tolerance;

    @Option(
        names = "--minimum-amps",
        paramLabel = "A",
        description = "Smallest current at which it charges, 6 to 80.")
    private @Nullable Double minimumAmps;

    @Option(names = "--test", paramLabel = "BOOL", description = "It may be tested.")
    private @Nullable Boolean test;

    @Option(
        names = "--phase-switching",
        paramLabel = "BOOL",
        description = "Its phases may be switched; somebody has tried it.")
    private @Nullable Boolean phaseSwitching;

    @Option(names = "--label", paramLabel = "TEXT", description = "A name for people.")
    private @Nullable String label;

    @Override
    Action action() {
      return Action.SET;
    }

    @Override
    void into(ObjectNode request) {
      which.into(request);
      put(request, "tolerance", tolerance);
      put(request, "label", label);
      if (minimumAmps != null) {
        request.put("minimumAmps", minimumAmps);
      }
      if (test != null) {
        request.put("test", test);
      }
      if (phaseSwitching != null) {
        request.put("phaseSwitching", phaseSwitching);
      }
    }
  }

  /** {@code vehicles forget}. */
  @Command(
      name = "forget",
      mixinStandardHelpOptions = true,
      description = "Forgets a vehicle; it is learned anew.")
  static final class Forget extends Asking {
    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    @Override
    Action action() {
      return Action.FORGET;
    }

    @Override
    void into(ObjectNode request) {
      which.into(request);
    }
  }
}
