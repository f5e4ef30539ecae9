package energy.ebbflow.simulator.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Two network namespaces joined by a veth pair, inside a user namespace of our own, so that no
 * rights are needed. Each namespace lives as long as a process that waits for its standard input to
 * end, which it does when the bench ends, however that comes about.
 */
final class NamespaceNetwork implements Network {
  static final String STATION_LINK = "evse0";
  static final String VEHICLE_LINK = "ev0";

  private static final int BACK_OFFICE_PORT = 9180;
  private static final long STEP_SECONDS_MAX = 5;

  private final Process station;
  private final Process vehicle;

  private NamespaceNetwork(Process station, Process vehicle) {
    this.station = station;
    this.vehicle = vehicle;
  }

  /**
   * Makes the namespaces.
   *
   * @throws IOException if this machine does not let us; the message says what failed
   */
  static NamespaceNetwork open() throws IOException, InterruptedException {
    Process station = hold(List.of("unshare", "--user", "--map-root-user", "--net"));
    try {
      Process vehicle = hold(concat(into(station), List.of("unshare", "--net")));
      try {
        run(
            concat(
                into(station),
                List.of(
                    "ip",
                    "link",
                    "add",
                    STATION_LINK,
                    "type",
                    "veth",
                    "peer",
                    "name",
                    VEHICLE_LINK,
                    "netns",
                    String.valueOf(vehicle.pid()))));
        raise(station, STATION_LINK, "fe80::e");
        raise(vehicle, VEHICLE_LINK, "fe80::c");
      } catch (IOException e) {
        vehicle.destroyForcibly();
        throw e;
      }
      return new NamespaceNetwork(station, vehicle);
    } catch (IOException e) {
      station.destroyForcibly();
      throw e;
    }
  }

  /** The address is ours and without duplicate detection, so that it is there at once. */
  private static void raise(Process holder, String link, String address)
      throws IOException, InterruptedException {
    run(concat(into(holder), List.of("ip", "link", "set", "lo", "up")));
    run(concat(into(holder), List.of("ip", "link", "set", link, "addrgenmode", "none")));
    run(concat(into(holder), List.of("ip", "link", "set", link, "up")));
    run(
        concat(
            into(holder),
            List.of("ip", "-6", "address", "add", address + "/64", "dev", link, "nodad")));
  }

  private static List<String> into(Process holder) {
    return List.of(
        "nsenter",
        "--target",
        String.valueOf(holder.pid()),
        "--user",
        "--net",
        "--preserve-credentials");
  }

  private static Process hold(List<String> prefix) throws IOException, InterruptedException {
    List<String> command = concat(prefix, List.of("sh", "-c", "echo ready; exec cat"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    if (line == null || !line.equals("ready")) {
      process.destroyForcibly();
      throw new IOException(prefix.getFirst() + ": " + (line == null ? "no answer" : line));
    }
    return process;
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    if (!process.waitFor(STEP_SECONDS_MAX, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException(
          String.join(" ", command) + ": no end within " + STEP_SECONDS_MAX + " s");
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.exitValue() != 0) {
      throw new IOException(said.isBlank() ? command.getFirst() + " failed" : said.strip());
    }
  }

  private static List<String> concat(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  @Override
  public List<String> atStation(List<String> command) {
    return concat(into(station), command);
  }

  @Override
  public List<String> atVehicle(List<String> command) {
    return concat(into(vehicle), command);
  }

  @Override
  public List<String> stationArguments() {
    return List.of("--interface", STATION_LINK);
  }

  @Override
  public List<String> vehicleArguments() {
    return List.of("--interface", VEHICLE_LINK);
  }

  @Override
  public int backOfficePort() {
    return BACK_OFFICE_PORT;
  }

  @Override
  public String description() {
    return "two network namespaces joined by a veth pair, link-local multicast";
  }

  @Override
  public void close() {
    vehicle.destroy();
    station.destroy();
  }
}
