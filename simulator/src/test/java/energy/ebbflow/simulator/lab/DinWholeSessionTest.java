package energy.ebbflow.simulator.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iec61851.PilotState;
import energy.ebbflow.simulator.ev.Vehicles;
import energy.ebbflow.simulator.ev.model.EvProtocol;
import energy.ebbflow.simulator.ev.model.UserPlan;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A vehicle of DIN 70121 against the whole station in virtual time. */
class DinWholeSessionTest {
  @Test
  void vehicleChargesStopsAndUnplugs() throws Exception {
    UserPlan brief =
        new UserPlan(1, Optional.empty(), Optional.of(20.0), Optional.empty(), Optional.of(1.5));
    Lab lab = new Lab(LabConfig.dc(Vehicles.speaking("dc", EvProtocol.DIN).with(brief)));
    lab.run(60);
    String trace = String.join("\n", lab.trace());
    assertTrue(lab.board().meter().importedWattHours() > 60, trace);
    assertTrue(trace.contains("WeldingDetection"));
    assertTrue(lab.vehicle().left(), trace);
    assertEquals(PilotState.A, lab.evse().line());
    assertFalse(lab.board().contactsTouch());
    assertFalse(lab.board().locked());
    assertEquals(1, lab.board().contactorCycles(), trace);
    assertEquals(0, lab.board().hotSwitches(), trace);
  }
}
