package energy.ebbflow.simulator.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A network namespace for the station and one for each vehicle, joined by veth pairs, inside a user
 * namespace of our own, so that no rights are needed. Each namespace lives as long as a process
 * that waits for its standard input to end, which it does when the bench ends, however that comes
 * about.
 */
final class NamespaceNetwork implements Network {
  private static final String STATION_LINK = "evse";
  private static final String VEHICLE_LINK = "ev";

  private static final int BACK_OFFICE_PORT = 9180;
  private static final long STEP_SECONDS_MAX = 5;

  private final Process station;
  private final List<Process> vehicles;

  private NamespaceNetwork(Process station, List<Process> vehicles) {
    this.station = station;
    this.vehicles = List.copyOf(vehicles);
  }

  /**
   * Makes the namespaces.
   *
   * @param outlets how many vehicles there are
   * @throws IOException if this machine does not let us; the message says what failed
   */
  static NamespaceNetwork open(int outlets) throws IOException, InterruptedException {
    Process station = hold(List.of("unshare", "--user", "--map-root-user", "--net"));
    List<Process> vehicles = new ArrayList<>();
    try {
      for (int outlet = 1; outlet <= outlets; outlet++) {
        Process vehicle = hold(concat(into(station), List.of("unshare", "--net")));
        vehicles.add(vehicle);
        join(station, vehicle, outlet);
      }
      return new NamespaceNetwork(station, vehicles);
    } catch (IOException e) {
      vehicles.forEach(Process::destroyForcibly);
      station.destroyForcibly();
      throw e;
    }
  }

  private static void join(Process station, Process vehicle, int outlet)
      throws IOException, InterruptedException {
    run(
        concat(
            into(station),
            List.of(
                "ip",
                "link",
                "add",
                link(STATION_LINK, outlet),
                "type",
                "veth",
                "peer",
                "name",
                link(VEHICLE_LINK, outlet),
                "netns",
                String.valueOf(vehicle.pid()))));
    raise(station, link(STATION_LINK, outlet), "fe80::e");
    raise(vehicle, link(VEHICLE_LINK, outlet), "fe80::c");
  }

  /** evse0 and ev0 for the first outlet. */
  private static String link(String side, int outlet) {
    return side + (outlet - 1);
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
  public List<String> atVehicle(int outlet, List<String> command) {
    return concat(into(vehicles.get(outlet - 1)), command);
  }

  @Override
  public List<String> stationArguments() {
    List<String> arguments = new ArrayList<>();
    for (int outlet = 1; outlet <= vehicles.size(); outlet++) {
      arguments.addAll(List.of("--interface", outlet + "=" + link(STATION_LINK, outlet)));
    }
    return arguments;
  }

  @Override
  public List<String> vehicleArguments(int outlet) {
    return List.of("--interface", link(VEHICLE_LINK, outlet));
  }

  @Override
  public int backOfficePort() {
    return BACK_OFFICE_PORT;
  }

  @Override
  public String description() {
    return (vehicles.size() == 1
            ? "two network namespaces joined by a veth pair"
            : "network" + " namespaces joined by veth pairs")
        + ", link-local multicast";
  }

  @Override
  public void close() {
    vehicles.forEach(Process::destroy);
    station.destroy();
  }
}
