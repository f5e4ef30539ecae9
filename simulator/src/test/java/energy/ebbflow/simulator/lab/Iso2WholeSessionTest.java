package energy.ebbflow.simulator.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iec61851.PilotState;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Quantity;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Unit;
import energy.ebbflow.simulator.ev.Vehicles;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.EvProtocol;
import energy.ebbflow.simulator.ev.model.UserPlan;
import energy.ebbflow.simulator.ev.script.Deed;
import energy.ebbflow.simulator.ev.script.Trigger;
import energy.ebbflow.simulator.ev.script.VehicleStep;
import java.util.List;
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

  // [V2G2-305]: the user changes their mind; schedules are exchanged anew, the contactors stay
  // closed.
  @Test
  void otherNeedsNegotiateAnewWhileEnergyFlows() throws Exception {
    VehicleStep mind =
        new VehicleStep(
            "in CurrentDemand for 5.0 s",
            new Trigger.In("CurrentDemand", 5),
            new Deed.ChangeNeeds(Optional.of(3600L), Optional.of(60), Optional.empty()));
    Lab lab =
        new Lab(
            LabConfig.dc(
                Vehicles.speaking("dc", EvProtocol.ISO2).withSteps(List.of(mind)).with(SHORT)));
    lab.run(70);
    long exchanged =
        lab.trace().stream()
            .filter(line -> line.contains("ev>evse ChargeParameterDiscoveryRequest"))
            .count();
    assertTrue(exchanged >= 2, trace(lab));
    assertLeftInOrder(lab);
  }

  private static EvConfig giving(EvConfig.Sae sae) throws Exception {
    EvConfig vehicle = Vehicles.speaking("bpt-dc", EvProtocol.ISO2);
    EvConfig.Protocols p = vehicle.protocols();
    return vehicle.with(
        new EvConfig.Protocols(p.spoken(), false, true, p.tls(), false, sae, p.dcInlet()));
  }

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

  // SAE J2847/2 V2G: the back office turns the direction, and no contactor moves (R6).
  @Test
  void vehicleToGridTurnsRoundAndBackWithoutTheContactors() throws Exception {
    LabConfig config =
        LabConfig.dc(giving(EvConfig.Sae.V2G))
            .office(30, setpoint(-10_000))
            .office(45, setpoint(8_000));
    Lab lab = new Lab(config);
    lab.run(30);
    double charged = lab.board().meter().importedWattHours();
    assertTrue(charged > 20, trace(lab));
    lab.run(15);
    assertTrue(lab.board().meter().exportedWattHours() > 20, trace(lab));
    double back = lab.board().meter().importedWattHours();
    lab.run(15);
    assertTrue(lab.board().meter().importedWattHours() > back + 10, trace(lab));
    assertEquals(1, lab.board().contactorCycles());
  }

  // Without the extension nothing flows back, whatever the back office wants (R13).
  @Test
  void vehicleWithoutTheExtensionNeverGives() throws Exception {
    LabConfig config = LabConfig.dc(giving(EvConfig.Sae.OFF)).office(30, setpoint(-10_000));
    Lab lab = new Lab(config);
    lab.run(50);
    assertTrue(lab.board().meter().exportedWattHours() < 0.1, trace(lab));
    assertTrue(lab.board().meter().importedWattHours() > 20, trace(lab));
  }

  @Test
  void vehicleToHomeGivesFromTheStart() throws Exception {
    LabConfig config = LabConfig.dc(giving(EvConfig.Sae.V2H)).office(3, setpoint(-6_000));
    Lab lab = new Lab(config);
    lab.run(45);
    assertTrue(lab.board().meter().exportedWattHours() > 20, trace(lab));
    assertTrue(lab.board().meter().importedWattHours() < 1, trace(lab));
  }
}
