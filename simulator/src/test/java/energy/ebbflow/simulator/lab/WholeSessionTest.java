package energy.ebbflow.simulator.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iec61851.PilotState;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Quantity;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Unit;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.simulator.ev.file.VehicleFile;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The whole of it in virtual time: vehicle, EXI, session machine, outlet, energy decision, physics.
 */
class WholeSessionTest {
  private static PowerBounds setpoint(double watts) {
    return new PowerBounds(
        1,
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Quantity(watts, Unit.WATT)),
        "CentralSetpoint",
        "test",
        Optional.empty());
  }

  private static Lab firstLight() throws Exception {
    Lab lab = new Lab(LabConfig.dc(VehicleFile.read("bpt-dc")).office(30, setpoint(-10_000)));
    lab.run(45);
    String transaction = lab.evse().transaction().orElseThrow();
    lab.office(new BackOfficeCommand.Stop(1, transaction));
    lab.run(20);
    return lab;
  }

  private static List<StationEvent.Transaction> transactions(
      Lab lab, StationEvent.Transaction.Kind kind) {
    return lab.told().stream()
        .filter(StationEvent.Transaction.class::isInstance)
        .map(StationEvent.Transaction.class::cast)
        .filter(t -> t.kind() == kind)
        .toList();
  }

  @Test
  void firstLightChargesDischargesStopsAndUnplugs() throws Exception {
    Lab lab = firstLight();
    String trace = String.join("\n", lab.trace());
    assertTrue(lab.board().meter().importedWattHours() > 20, trace);
    assertTrue(lab.board().meter().exportedWattHours() > 20, trace);
    assertEquals(1, lab.board().contactorCycles(), trace);
    assertEquals(0, lab.board().hotSwitches(), trace);
    assertTrue(lab.vehicle().left(), trace);
    assertEquals(PilotState.A, lab.evse().line());
    assertFalse(lab.board().contactsTouch());
    assertFalse(lab.board().locked());
    assertEquals(1, transactions(lab, StationEvent.Transaction.Kind.STARTED).size());
    assertEquals(1, transactions(lab, StationEvent.Transaction.Kind.ENDED).size());
    assertTrue(trace.contains("WeldingDetection"), trace);
  }

  // Processor time, not wall time: the machine that tests may be busy with other things.
  @Test
  void sameRunGivesTheSameTraceInWellUnderASecond() throws Exception {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    List<String> first = firstLight().trace();
    assertEquals(first, firstLight().trace());
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long start = threads.getCurrentThreadCpuTime();
      assertEquals(first, firstLight().trace());
      best = Math.min(best, threads.getCurrentThreadCpuTime() - start);
    }
    assertTrue(best < 700_000_000L, best / 1e6 + " ms");
  }
}
