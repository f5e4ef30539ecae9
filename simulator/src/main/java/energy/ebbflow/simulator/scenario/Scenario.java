package energy.ebbflow.simulator.scenario;

import energy.ebbflow.simulator.csms.Dialect;
import energy.ebbflow.simulator.csms.script.CsmsScript;
import energy.ebbflow.simulator.ev.file.StepWriter;
import energy.ebbflow.simulator.ev.script.VehicleStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run before it is run.
 *
 * @param name as on the command line
 * @param title one line for people
 * @param station what stands at the roadside
 * @param vehicle what drives up
 * @param second what drives up to the second outlet
 * @param tls whether vehicle and station encrypt
 * @param dialects offered by the back office, best first
 * @param csms what the back office does
 * @param secondsMax virtual seconds after which the run has failed
 * @param checks what must be true at the end
 */
public record Scenario(
    String name,
    String title,
    Station station,
    Vehicle vehicle,
    Optional<Vehicle> second,
    boolean tls,
    List<Dialect> dialects,
    CsmsScript csms,
    double secondsMax,
    List<Check> checks) {
  public Scenario {
    dialects = List.copyOf(dialects);
    checks = List.copyOf(checks);
  }

  /** Those that drive up, in the order of the outlets. */
  public List<Vehicle> vehicles() {
    return second.map(other -> List.of(vehicle, other)).orElseGet(() -> List.of(vehicle));
  }

  /**
   * The station.
   *
   * @param board name of a board file that comes with the program, or a path
   * @param options options of the board's driver
   * @param changes keys of the board file that this run has otherwise, e.g. {@code
   *     evse.dc.charge_watts_max}
   * @param digital whether it has a link for ISO 15118
   * @param crashAfterSeconds so long after the first power the firmware is killed and started again
   * @param hardware the devices that the board file names are played by a process of their own,
   *     with these faults; empty: the board is simulated inside the firmware
   */
  public record Station(
      String board,
      Map<String, String> options,
      Map<String, String> changes,
      boolean digital,
      Optional<Double> crashAfterSeconds,
      Optional<String> hardware) {
    public Station {
      options = Map.copyOf(options);
      changes = Map.copyOf(changes);
    }
  }

  /**
   * The vehicle.
   *
   * @param name name of a vehicle file that comes with the program, or a path
   * @param certificate which one it shows: own, expired, foreign, revoked or none
   * @param socPercent state of charge at the start; empty: as in the vehicle's file
   * @param user what the person with the vehicle does; keys as in the vehicle's script
   * @param misbehaviour what the vehicle does wrong; keys as in the vehicle's script
   * @param steps of the visit, one after the other
   */
  public record Vehicle(
      String name,
      String certificate,
      Optional<Double> socPercent,
      Map<String, String> user,
      Map<String, String> misbehaviour,
      List<VehicleStep> steps) {
    public Vehicle {
      steps = List.copyOf(steps);
      user = Map.copyOf(user);
      misbehaviour = Map.copyOf(misbehaviour);
    }

    /** The same as a file of {@code ./ebbflow ev --script}. */
    public String script() {
      StringBuilder toml = new StringBuilder();
      socPercent.ifPresent(soc -> toml.append("soc_percent = ").append(soc).append('\n'));
      table(toml, "user", user);
      table(toml, "misbehaviour", misbehaviour);
      return toml.append(StepWriter.write(steps)).toString();
    }

    private static void table(StringBuilder toml, String name, Map<String, String> entries) {
      if (entries.isEmpty()) {
        return;
      }
      toml.append('[').append(name).append("]\n");
      entries.forEach(
          (key, value) -> toml.append(key).append(" = ").append(literal(value)).append('\n'));
    }

    /** Numbers and truth values stand as they are, all else is text. */
    private static String literal(String value) {
      return value.matches("-?\\d+(\\.\\d+)?|true|false")
          ? value
          : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
  }
}
