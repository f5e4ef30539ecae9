package energy.ebbflow.simulator.ev.iso20;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iso15118.message.iso20.EvseNotification;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeLoopRequest;
import energy.ebbflow.iso15118.message.iso20.ac.control.BptDynamicAcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.service.ServiceSelectionRequest;
import energy.ebbflow.simulator.ev.file.VehicleFile;
import energy.ebbflow.simulator.ev.model.EvConfig;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The vehicle's side of ISO 15118-20 AC and AC BPT in virtual time, against a charger of paper. */
class AcConversationTest {
  private static ConversationBench bench(boolean bidirectional) throws Exception {
    EvConfig config = VehicleFile.read("bpt-ac");
    EvConfig vehicle = config.with(config.protocols().withBidirectional(bidirectional));
    ConversationBench bench = new ConversationBench(vehicle, false);
    bench.charger.ac = true;
    bench.charger.services = List.of(1, 5);
    return bench;
  }

  @Test
  void chargesAndGivesBackByThePowerOfTheAnswers() throws Exception {
    ConversationBench bench = bench(true);
    bench.runTo("ChargeLoop", 10);
    bench.run(10);
    assertEquals(16, bench.body.view().phaseAmps(), 0.1);
    assertEquals(16, bench.body.view().phase3Amps(), 0.1);
    bench.charger.acWatts = new double[] {-2300, -2300, -2300};
    bench.run(10);
    assertEquals(-10, bench.body.view().phaseAmps(), 0.1);
    double charge = bench.body.view().socPercent();
    bench.run(20);
    assertTrue(bench.body.view().socPercent() < charge);
    assertEquals(1, bench.board.contactorCycles());
    assertEquals(
        5, bench.last(ServiceSelectionRequest.class).selectedEnergyTransferService().serviceId());
  }

  @Test
  void eachPhaseFollowsItsOwnTarget() throws Exception {
    ConversationBench bench = bench(true);
    bench.charger.acWatts = new double[] {3450, 2300, -1840};
    bench.runTo("ChargeLoop", 10);
    bench.run(10);
    assertEquals(15, bench.body.view().phaseAmps(), 0.1);
    assertEquals(10, bench.body.view().phase2Amps(), 0.1);
    assertEquals(-8, bench.body.view().phase3Amps(), 0.1);
    BptDynamicAcClReqControlMode told =
        assertInstanceOf(
            BptDynamicAcClReqControlMode.class,
            bench.last(AcChargeLoopRequest.class).clReqControlMode());
    assertEquals(3450, told.evPresentActivePower().toDouble(), 30);
    assertEquals(
        -1840, told.evPresentActivePowerL3().map(RationalNumber::toDouble).orElseThrow(), 30);
  }

  @Test
  void reactivePowerThatIsWantedIsReported() throws Exception {
    ConversationBench bench = bench(true);
    bench.charger.acWatts = new double[] {2300, 2300, 2300};
    bench.charger.acVars = new double[] {500, 400, -300};
    bench.runTo("ChargeLoop", 10);
    bench.run(5);
    BptDynamicAcClReqControlMode told =
        (BptDynamicAcClReqControlMode) bench.last(AcChargeLoopRequest.class).clReqControlMode();
    assertEquals(500, told.evPresentReactivePower().toDouble());
    assertEquals(-300, told.evPresentReactivePowerL3().map(RationalNumber::toDouble).orElseThrow());
  }

  // What active power leaves of the on-board charger's apparent power is all there is.
  @Test
  void activePowerGoesBeforeReactivePower() throws Exception {
    ConversationBench bench = bench(true);
    bench.charger.acVars = new double[] {500, 400, -300};
    bench.runTo("ChargeLoop", 10);
    bench.run(10);
    assertEquals(16, bench.body.view().phaseAmps(), 0.1);
    BptDynamicAcClReqControlMode told =
        (BptDynamicAcClReqControlMode) bench.last(AcChargeLoopRequest.class).clReqControlMode();
    assertEquals(0, told.evPresentReactivePower().toDouble());
  }

  // A vehicle that agreed on charging only does not give energy because a charger says so.
  @Test
  void wantsNothingBackWhereOnlyChargingWasAgreedOn() throws Exception {
    ConversationBench bench = bench(false);
    bench.runTo("ChargeLoop", 10);
    bench.run(5);
    assertTrue(bench.body.view().phaseAmps() > 10);
    bench.charger.acWatts = new double[] {-100, 0, 0};
    bench.run(1);
    assertEquals("Parked", bench.vehicle.state());
    assertTrue(bench.noted("wants energy back"));
    assertTrue(bench.effects.stream().noneMatch(e -> e.toString().contains("Allow[phase1=-")));
  }

  // Contactors that open under load wear out: the current goes first.
  @Test
  void currentIsGoneBeforeTheEndIsAskedFor() throws Exception {
    ConversationBench bench = bench(true);
    bench.runTo("ChargeLoop", 10);
    bench.run(10);
    bench.charger.wish = Optional.of(EvseNotification.TERMINATE);
    bench.runTo("PowerDeliveryStop", 10);
    assertTrue(Math.abs(bench.body.view().phaseAmps()) < 1);
    bench.runTo("Unplugged", 20);
    assertEquals(0, bench.board.hotSwitches());
    assertFalse(bench.states.contains("CableCheck"));
    assertFalse(bench.states.contains("WeldingDetection"));
  }
}
