package energy.ebbflow.simulator.bench;

import energy.ebbflow.simulator.scenario.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The command lines of the three processes of a run. */
interface Programs {
  /** The back office. */
  List<String> backOffice(int port);

  /** The firmware. */
  List<String> station(Path board, String url);

  /** Who plays the devices that the board file names. */
  List<String> hardware(Path board);

  /**
   * The vehicle at an outlet.
   *
   * @param outlet counts from 1
   */
  List<String> vehicle(int outlet, Path script);

  /** The real ones, each in a virtual machine of its own with our class path. */
  record Real(Plan plan, Workspace workspace, Network network, Optional<Path> pki, long epochMillis)
      implements Programs {
    /** A short life: compile quickly, collect simply, stay small. */
    private static final List<String> JVM =
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "--enable-native-access=ALL-UNNAMED");

    /** Where the project lies; the launcher says it. */
    private static final String HOME = "ebbflow.home";

    @Override
    public List<String> backOffice(int port) {
      List<String> command = java("energy.ebbflow.simulator.Main", "csms");
      command.addAll(List.of("--host", "127.0.0.1", "--port", String.valueOf(port)));
      command.addAll(List.of("--scenario", plan.word()));
      return together(command);
    }

    @Override
    public List<String> station(Path board, String url) {
      List<String> command = java("energy.ebbflow.firmware.Main", "run");
      command.addAll(List.of("--board", board.toString(), "--data", workspace.data().toString()));
      if (plan.scenario().station().hardware().isEmpty()) {
        command.addAll(List.of("--option", "cable=" + workspace.cable(1)));
        command.addAll(List.of("--option", "meter_file=" + workspace.meter()));
      }
      addOptions(command);
      if (plan.scenario().station().digital()) {
        command.addAll(network.stationArguments());
      }
      command.addAll(List.of("--ocpp-url", url, "--identity", "EBB-BENCH"));
      command.addAll(List.of("--tls", plan.scenario().tls() ? "required" : "off"));
      pki.ifPresent(folder -> command.addAll(List.of("--pki", folder.toString())));
      return together(command);
    }

    @Override
    public List<String> hardware(Path board) {
      List<String> command = java("energy.ebbflow.simulator.Main", "emulate");
      command.addAll(
          List.of("--board", board.toString(), "--cable", workspace.cable(1).toString()));
      addOptions(command);
      plan.scenario()
          .station()
          .hardware()
          .filter(faults -> !faults.isEmpty())
          .ifPresent(faults -> command.addAll(List.of("--faults", faults)));
      return together(command);
    }

    private void addOptions(List<String> command) {
      plan.scenario()
          .station()
          .options()
          .forEach((key, value) -> command.addAll(List.of("--option", key + "=" + filled(value))));
    }

    private String filled(String option) {
      try {
        return workspace.fill(option);
      } catch (IOException e) {
        throw new UncheckedIOException("no free port for " + option, e);
      }
    }

    @Override
    public List<String> vehicle(int outlet, Path script) {
      Scenario.Vehicle vehicle = plan.scenario().vehicles().get(outlet - 1);
      List<String> command = java("energy.ebbflow.simulator.Main", "ev");
      command.addAll(List.of("--vehicle", vehicle.name()));
      command.addAll(List.of("--cable", workspace.cable(outlet).toString()));
      command.addAll(network.vehicleArguments(outlet));
      command.addAll(List.of("--script", script.toString()));
      command.add(plan.scenario().tls() ? "--tls" : "--no-tls");
      String certificate = vehicle.certificate();
      if (plan.scenario().tls() && !certificate.equals("own")) {
        command.addAll(List.of("--certificate", certificate));
      }
      pki.ifPresent(folder -> command.addAll(List.of("--pki", folder.toString())));
      return together(command);
    }

    private List<String> together(List<String> command) {
      command.addAll(List.of("--events", "-", "--epoch-millis", String.valueOf(epochMillis)));
      command.addAll(List.of("--speed", String.format(Locale.ROOT, "%s", plan.speed())));
      return command;
    }

    private static List<String> java(String main, String word) {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(JVM);
      command.add(ParentWatch.option());
      String home = System.getProperty(HOME);
      if (home != null) {
        command.add("-D" + HOME + "=" + home);
      }
      command.addAll(List.of("-cp", System.getProperty("java.class.path"), main, word));
      return command;
    }
  }
}
