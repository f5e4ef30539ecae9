package energy.ebbflow.simulator.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.simulator.ev.file.VehicleFile;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.Misbehaviour;
import energy.ebbflow.simulator.ev.script.Deed;
import energy.ebbflow.simulator.ev.script.Trigger;
import energy.ebbflow.simulator.ev.script.VehicleStep;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What users do in the middle of a session, against the whole station in virtual time. */
class StepsInTheLabTest {
  private static VehicleStep in(String state, double seconds, Deed deed) {
    return new VehicleStep(
        "in " + state + " for " + seconds + " s", new Trigger.In(state, seconds), deed);
  }

  private static VehicleStep later(double seconds, Deed deed) {
    return new VehicleStep(seconds + " s later", new Trigger.Later(seconds), deed);
  }

  private static EvConfig vehicle(String name, VehicleStep... steps) throws Exception {
    return VehicleFile.read(name).withSteps(List.of(steps));
  }

  private static String trace(Lab lab) {
    return String.join("\n", lab.trace());
  }

  private static long count(Lab lab, String part) {
    return lab.trace().stream().filter(line -> line.contains(part)).count();
  }

  // [V2G20-1605]: the charger knows the paused session, the vehicle comes back with its id.
  @Test
  void pausedByItsUserAndJoinedAgain() throws Exception {
    Lab lab =
        new Lab(
            LabConfig.dc(
                vehicle(
                    "bpt-dc",
                    in("ChargeLoop", 5, new Deed.Pause()),
                    later(20, new Deed.Resume()))));
    lab.run(70);
    assertTrue(trace(lab).contains("the paused session is joined"), trace(lab));
    assertEquals("ChargeLoop", lab.vehicle().state(), trace(lab));
    assertTrue(lab.body().view().inletAmps() > 30, trace(lab));
    assertEquals(2, lab.board().contactorCycles());
    assertEquals(0, lab.board().hotSwitches());
  }

  @Test
  void serviceIsChosenAnewWithoutANewSession() throws Exception {
    Lab lab =
        new Lab(
            LabConfig.dc(
                vehicle(
                    "bpt-dc",
                    new VehicleStep("at 0 s", new Trigger.At(0), new Deed.AllowDischarge(false)),
                    in("ChargeLoop", 5, new Deed.AllowDischarge(true)),
                    later(1, new Deed.RenegotiateService()))));
    lab.run(60);
    assertEquals(2, count(lab, "ev>evse ServiceSelectionRequest"), trace(lab));
    assertEquals(1, count(lab, "ev>evse SessionSetupRequest"));
    assertEquals("ChargeLoop", lab.vehicle().state(), trace(lab));
    assertTrue(lab.body().view().inletAmps() > 30, trace(lab));
  }

  @Test
  void scheduledVehicleKeepsToItsSchedule() throws Exception {
    Lab lab = new Lab(LabConfig.dc(vehicle("dc-scheduled")));
    lab.run(40);
    assertEquals("ChargeLoop", lab.vehicle().state(), trace(lab));
    assertTrue(trace(lab).contains("takes schedule 1"), trace(lab));
    assertTrue(lab.body().view().inletAmps() > 40, trace(lab));
    assertFalse(trace(lab).contains("fault"), trace(lab));
  }

  // The user changes their mind: schedules are exchanged again, the contactors stay closed.
  @Test
  void otherNeedsInTheMiddleOfASchedule() throws Exception {
    Lab lab =
        new Lab(
            LabConfig.dc(
                vehicle(
                    "dc-scheduled",
                    in(
                        "ChargeLoop",
                        10,
                        new Deed.ChangeNeeds(
                            Optional.of(3600L), Optional.of(60), Optional.empty())))));
    lab.run(60);
    // Each exchange may take several requests: the station asks its back office first.
    assertEquals(2, count(lab, "ev takes schedule"), trace(lab));
    assertEquals("ChargeLoop", lab.vehicle().state(), trace(lab));
    assertEquals(1, lab.board().contactorCycles());
  }

  @Test
  void droppedSessionIsStartedAgain() throws Exception {
    Lab lab = new Lab(LabConfig.dc(VehicleFile.read("dropper")));
    lab.run(90);
    assertEquals(2, count(lab, "ev>evse SessionSetupRequest"), trace(lab));
    assertEquals("ChargeLoop", lab.vehicle().state(), trace(lab));
    assertTrue(lab.body().view().inletAmps() > 30, trace(lab));
    assertEquals(2, lab.board().contactorCycles());
  }

  // Each fault on order happens once; after each the vehicle is served again.
  @Test
  void severalFaultsInOneVisit() throws Exception {
    EvConfig dropper =
        vehicle(
            "dropper",
            in("ChargeLoop", 3, new Deed.Misbehave(Misbehaviour.Kind.WRONG_SESSION, "ChargeLoop")),
            in("ChargeLoop", 3, new Deed.Misbehave(Misbehaviour.Kind.GARBAGE, "")));
    Lab lab = new Lab(LabConfig.dc(dropper));
    lab.run(140);
    assertEquals(1, count(lab, "misbehaves: WRONG_SESSION"), trace(lab));
    assertEquals(1, count(lab, "misbehaves: GARBAGE"), trace(lab));
    assertEquals("ChargeLoop", lab.vehicle().state(), trace(lab));
  }

  @Test
  void plugPulledUnderLoadLeavesNothingClosed() throws Exception {
    Lab lab = new Lab(LabConfig.dc(vehicle("bpt-dc", in("ChargeLoop", 5, new Deed.Unplug()))));
    lab.run(40);
    assertTrue(lab.vehicle().left(), trace(lab));
    assertFalse(lab.board().contactsTouch());
    assertFalse(lab.evse().transaction().isPresent(), trace(lab));
  }

  // A certified AC vehicle, both ways, in dynamic control.
  @Test
  void acVehicleChargesByMessages() throws Exception {
    Lab lab = new Lab(LabConfig.ac(vehicle("bpt-ac")));
    lab.run(40);
    assertEquals("ChargeLoop", lab.vehicle().state(), trace(lab));
    assertEquals(16, lab.body().view().phaseAmps(), 0.5, trace(lab));
    String transaction = lab.evse().transaction().orElseThrow();
    lab.office(new BackOfficeCommand.Stop(1, transaction));
    lab.run(30);
    assertTrue(lab.vehicle().left(), trace(lab));
    assertEquals(0, lab.board().hotSwitches(), trace(lab));
  }
}
