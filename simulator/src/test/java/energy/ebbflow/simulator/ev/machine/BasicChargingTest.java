package energy.ebbflow.simulator.ev.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iec61851.PilotOffer;
import energy.ebbflow.iec61851.PilotState;
import energy.ebbflow.simulator.board.BoardScript;
import energy.ebbflow.simulator.board.VirtualBoardSpec;
import energy.ebbflow.simulator.ev.body.BodySpec;
import energy.ebbflow.simulator.ev.file.VehicleFile;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.UserPlan;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** IEC 61851 vehicles against the real pilot machine on the virtual board, in virtual time. */
class BasicChargingTest {
  private static EvConfig vehicle(String name) throws Exception {
    return VehicleFile.read(name);
  }

  private static PilotBench charging(EvConfig config) {
    PilotBench bench = new PilotBench(VirtualBoardSpec.acSocket(), config);
    bench.run(2);
    bench.permit(true);
    bench.offer(new PilotOffer.Basic(16));
    bench.run(12);
    return bench;
  }

  @Test
  void threePhaseVehicleChargesAtTheOfferedCurrent() throws Exception {
    PilotBench bench = charging(vehicle("ac-three-phase"));
    assertEquals(PilotState.C, bench.pilot.state());
    assertTrue(bench.board.contactsTouch());
    assertEquals(16, bench.body.view().phaseAmps(), 0.1);
    double before = bench.board.meter().importedWattHours();
    bench.run(60);
    assertEquals(11_040.0 / 60, bench.board.meter().importedWattHours() - before, 1);
    assertEquals(0, bench.board.meter().exportedWattHours());
    assertTrue(bench.body.view().socPercent() > 50.4);
  }

  @Test
  void followsALowerOfferWithinFiveSecondsAndKeepsTheContactorsClosed() throws Exception {
    PilotBench bench = charging(vehicle("ac-three-phase"));
    bench.offer(new PilotOffer.Basic(8));
    bench.run(5.1);
    assertEquals(8, bench.body.view().phaseAmps(), 0.1);
    assertEquals(1, bench.board.contactorCycles());
  }

  // The current is gone before the contactors open: nothing is switched under load.
  @Test
  void pauseByTheStationEndsInStateBWithoutSwitchingUnderLoad() throws Exception {
    PilotBench bench = charging(vehicle("ac-three-phase"));
    bench.offer(new PilotOffer.None());
    bench.run(6);
    assertEquals(PilotState.B, bench.pilot.state());
    assertFalse(bench.board.contactsTouch());
    assertEquals(0, bench.board.hotSwitches());
    bench.offer(new PilotOffer.Basic(16));
    bench.run(12);
    assertEquals(16, bench.body.view().phaseAmps(), 0.1);
  }

  @Test
  void vehicleWithDeadCommunicationWaitsAtFivePercentAndChargesAfterTheFallback() throws Exception {
    PilotBench bench = new PilotBench(VirtualBoardSpec.acSocket(), vehicle("no-sdp"));
    bench.run(2);
    bench.permit(true);
    bench.offer(new PilotOffer.Digital());
    bench.run(20);
    assertEquals(PilotState.B, bench.pilot.state());
    assertTrue(bench.evEffects.stream().noneMatch(e -> e.toString().contains("Discover")));
    bench.offer(new PilotOffer.None());
    bench.run(5);
    bench.offer(new PilotOffer.Basic(16));
    bench.run(10);
    assertEquals(16, bench.body.view().phaseAmps(), 0.1);
  }

  @Test
  void userStopsAndLeaves() throws Exception {
    UserPlan plan =
        new UserPlan(1, Optional.empty(), Optional.of(20.0), Optional.empty(), Optional.of(2.0));
    PilotBench bench = charging(vehicle("ac-three-phase").with(plan));
    bench.run(30);
    assertTrue(bench.vehicle.left(), bench.trace.toString());
    assertEquals(PilotState.A, bench.pilot.state());
    assertFalse(bench.board.contactsTouch());
  }

  @Test
  void stopsAtTheStateOfChargeTheUserWants() throws Exception {
    UserPlan plan =
        new UserPlan(1, Optional.of(50.5), Optional.empty(), Optional.empty(), Optional.of(2.0));
    PilotBench bench = charging(vehicle("ac-three-phase").with(plan));
    bench.run(90);
    assertTrue(bench.vehicle.left());
    assertEquals(50.5, bench.body.view().socPercent(), 0.05);
  }

  @Test
  void vehicleWithoutDiodeIsNotCharged() throws Exception {
    EvConfig healthy = vehicle("ac-three-phase");
    BodySpec body = healthy.body();
    EvConfig broken =
        healthy.with(
            new BodySpec(
                body.battery(),
                body.soc(),
                body.onboardCharger(),
                new BodySpec.PilotEnd(1, false, false, false),
                body.contactor(),
                body.cableAmps()));
    PilotBench bench = charging(broken);
    assertTrue(bench.traced("fault DIODE_MISSING"), bench.trace.toString());
    assertFalse(bench.board.contactsTouch());
  }

  @Test
  void shortOfThePilotLineOpensTheContactorsWithin100Milliseconds() throws Exception {
    VirtualBoardSpec spec =
        VirtualBoardSpec.acSocket().with(BoardScript.parse("20 pilot-short on"));
    PilotBench bench = new PilotBench(spec, vehicle("ac-three-phase"));
    bench.run(2);
    bench.permit(true);
    bench.offer(new PilotOffer.Basic(16));
    bench.run(17.99);
    assertTrue(bench.board.contactsTouch());
    // IEC 61851-1 Table A.6: contactor open within 100 ms after loss of the pilot.
    bench.run(0.11);
    assertFalse(bench.board.contactsTouch(), bench.trace.toString());
  }

  @Test
  void sameRunGivesTheSameTrace() throws Exception {
    assertEquals(
        charging(vehicle("ac-three-phase")).trace, charging(vehicle("ac-three-phase")).trace);
  }
}
