package energy.ebbflow.firmware.config;

import energy.ebbflow.firmware.evse.basic.BasicSettings;
import energy.ebbflow.hal.BoardConfig;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.EvseConfig.Outlet;
import energy.ebbflow.hal.config.ConfigTable;

/**
 * Charging by duty cycle: what the tables below {@code [energy]} say of it.
 *
 * @param minimumCurrent what happens below the minimum current
 * @param phases switching between one and three phases
 * @param circuit what the outlets share
 */
public record BasicSection(
    MinimumCurrentSection minimumCurrent, PhasesSection phases, CircuitSection circuit) {

  /** Reads the tables, and checks that they fit to the outlets. */
  static BasicSection read(ConfigTable energy, double floorAmps, BoardConfig board) {
    MinimumCurrentSection minimum =
        MinimumCurrentSection.read(energy.table("minimum_current"), floorAmps);
    PhasesSection phases = PhasesSection.read(energy.table("phases"));
    boolean direct = board.evses().stream().anyMatch(evse -> evse.outlet() instanceof Outlet.Dc);
    CircuitSection circuit = CircuitSection.read(energy.table("circuit"), floorAmps, direct);
    boolean switchable = false;
    for (EvseConfig evse : board.evses()) {
      if (evse.outlet() instanceof Outlet.Ac ac) {
        switchable |= ac.phaseSwitching();
        if (ac.max().value() < floorAmps) {
          energy.problem(
              "basic_amps_min",
              "at most evse.ac.amps_max of outlet " + evse.id() + ", " + ac.max(),
              "" + floorAmps);
        }
      }
    }
    if (phases.enabled() && !switchable) {
      energy
          .table("phases")
          .problem("enabled", "false without an outlet that has evse.ac.phase_switching", "true");
    }
    return new BasicSection(minimum, phases, circuit);
  }

  /** What one outlet is told of it. */
  public BasicSettings settings(EvseConfig evse) {
    return minimumCurrent.settings(
        phases.of(evse, minimumCurrent.tolerance().floorAmps()), circuit.ampsMax().isPresent());
  }
}
