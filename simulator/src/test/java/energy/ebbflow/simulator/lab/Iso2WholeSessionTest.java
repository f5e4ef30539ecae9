package energy.ebbflow.simulator.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iec61851.PilotState;
import energy.ebbflow.simulator.ev.Vehicles;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.EvProtocol;
import energy.ebbflow.simulator.ev.model.UserPlan;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Vehicles of ISO 15118-2 against the whole station in virtual time. */
class Iso2WholeSessionTest {
  /** The user stops some time after energy began to flow, and leaves. */
  private static final UserPlan SHORT =
      new UserPlan(1, Optional.empty(), Optional.of(20.0), Optional.empty(), Optional.of(1.5));

  private static String trace(Lab lab) {
    return String.join("\n", lab.trace());
  }

  private static void assertLeftInOrder(Lab lab) {
    assertTrue(lab.vehicle().left(), trace(lab));
    assertEquals(PilotState.A, lab.evse().line());
    assertFalse(lab.board().contactsTouch());
    assertFalse(lab.board().locked());
    assertEquals(1, lab.board().contactorCycles(), trace(lab));
    assertEquals(0, lab.board().hotSwitches(), trace(lab));
  }

  @Test
  void dcVehicleChargesStopsAndUnplugs() throws Exception {
    Lab lab = new Lab(LabConfig.dc(Vehicles.speaking("dc", EvProtocol.ISO2).with(SHORT)));
    lab.run(60);
    assertTrue(lab.board().meter().importedWattHours() > 60, trace(lab));
    assertTrue(trace(lab).contains("WeldingDetection"));
    assertLeftInOrder(lab);
  }

  @Test
  void threePhaseVehicleChargesStopsAndUnplugs() throws Exception {
    Lab lab =
        new Lab(LabConfig.ac(Vehicles.speaking("ac-three-phase", EvProtocol.ISO2).with(SHORT)));
    lab.run(60);
    // 20 s of 16 A on three phases, less the ramps.
    assertTrue(lab.board().meter().importedWattHours() > 50, trace(lab));
    assertLeftInOrder(lab);
  }

  @Test
  void singlePhaseVehicleChargesStopsAndUnplugs() throws Exception {
    EvConfig vehicle =
        Vehicles.singlePhase(Vehicles.speaking("ac-three-phase", EvProtocol.ISO2)).with(SHORT);
    Lab lab = new Lab(LabConfig.ac(vehicle));
    lab.run(60);
    assertTrue(lab.board().meter().importedWattHours() > 10, trace(lab));
    assertLeftInOrder(lab);
  }
}
