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

  @Test
  void sameRunGivesTheSameTraceInWellUnderASecond() throws Exception {
    firstLight();
    long start = System.nanoTime();
    List<String> first = firstLight().trace();
    long nanos = System.nanoTime() - start;
    assertEquals(first, firstLight().trace());
    assertTrue(nanos < 1_000_000_000L, nanos / 1e6 + " ms");
  }
}
