package energy.ebbflow.simulator.ev.iso20;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.iso15118.message.iso20.EvseNotification;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeLoopRequest;
import energy.ebbflow.iso15118.message.iso20.dc.control.BptDynamicDcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.service.ServiceSelectionRequest;
import energy.ebbflow.simulator.ev.file.VehicleFile;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.model.Misbehaviour;
import energy.ebbflow.simulator.ev.model.UserPlan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vehicle's side of ISO 15118-20 DC BPT in virtual time, against a charger of paper. */
class ConversationTest {
  private static EvConfig bpt() throws Exception {
    return VehicleFile.read("bpt-dc");
  }

  @Test
  void wholeSessionChargesDischargesAndLeaves() throws Exception {
    ConversationBench bench = new ConversationBench(bpt());
    bench.runTo("ChargeLoop", 10);
    bench.run(10);
    assertTrue(bench.body.view().inletAmps() > 39);
    double charged = bench.body.view().socPercent();
    assertTrue(charged > 50);
    bench.charger.targetAmps = -40;
    bench.run(15);
    assertTrue(bench.body.view().inletAmps() < -39);
    assertTrue(bench.body.view().socPercent() < charged);
    bench.charger.targetAmps = 0;
    bench.run(1);
    bench.charger.wish = Optional.of(EvseNotification.TERMINATE);
    bench.runTo("Unplugged", 20);
    assertEquals(
        List.of(
            "Plugged",
            "Discovering",
            "Connecting",
            "SupportedAppProtocol",
            "SessionSetup",
            "AuthorizationSetup",
            "Authorize",
            "ServiceDiscovery",
            "ServiceDetail",
            "ServiceSelection",
            "ChargeParameterDiscovery",
            "ScheduleExchange",
            "CableCheck",
            "PreCharge",
            "PowerDeliveryStart",
            "ChargeLoop",
            "PowerDeliveryStop",
            "WeldingDetection",
            "SessionStop",
            "Parked",
            "Unplugged"),
        bench.states);
    assertEquals(1, bench.board.contactorCycles());
    assertEquals(0, bench.board.hotSwitches());
    assertTrue(bench.board.meter().importedWattHours() > 35);
    assertTrue(bench.board.meter().exportedWattHours() > 50);
  }

  @Test
  void takesTheParameterSetWithDynamicControlOfDcBpt() throws Exception {
    ConversationBench bench = new ConversationBench(bpt());
    bench.runTo("ChargeLoop", 10);
    ServiceSelectionRequest selection =
        bench.requests.stream()
            .filter(ServiceSelectionRequest.class::isInstance)
            .map(ServiceSelectionRequest.class::cast)
            .findFirst()
            .orElseThrow();
    assertEquals(6, selection.selectedEnergyTransferService().serviceId());
    assertEquals(7, selection.selectedEnergyTransferService().parameterSetId());
    assertEquals(PaperCharger.SESSION, selection.header().sessionId());
  }

  // Voltage and state of charge on the wire come from the physics.
  @Test
  void loopCarriesTheVoltageOfTheInletAndTheLimitsOfTheBattery() throws Exception {
    ConversationBench bench = new ConversationBench(bpt());
    bench.runTo("ChargeLoop", 10);
    bench.run(10);
    DcChargeLoopRequest last =
        assertInstanceOf(DcChargeLoopRequest.class, bench.requests.getLast());
    assertEquals(bench.body.view().inletVolts(), last.evPresentVoltage().toDouble(), 0.2);
    BptDynamicDcClReqControlMode mode =
        assertInstanceOf(BptDynamicDcClReqControlMode.class, last.clReqControlMode());
    assertEquals(20_000, mode.evMaximumChargePower().toDouble(), 250);
    assertEquals(12_000, mode.evTargetEnergyRequest().toDouble(), 150);
    assertEquals(-12_000, mode.evMinimumEnergyRequest().toDouble(), 150);
    assertEquals(50, last.displayParameters().orElseThrow().presentSoc().orElseThrow());
  }

  @Test
  void emptyerThanItsMinimumTheVehicleOffersNoDischarge() throws Exception {
    EvConfig config = bpt();
    EvConfig low = config.with(config.body().withSoc(0.19));
    ConversationBench bench = new ConversationBench(low);
    bench.runTo("ChargeLoop", 10);
    bench.run(0.5);
    DcChargeLoopRequest last =
        assertInstanceOf(DcChargeLoopRequest.class, bench.requests.getLast());
    BptDynamicDcClReqControlMode mode =
        assertInstanceOf(BptDynamicDcClReqControlMode.class, last.clReqControlMode());
    assertEquals(0, mode.evMaximumDischargePower().toDouble());
    assertTrue(mode.evMaximumChargePower().toDouble() > 10_000);
  }

  // ISO 15118-20: DC_ChargeLoopRes within 0.5 s. Both sides of the deadline.
  @Test
  void silentChargerInTheLoopIsGivenUpAfterHalfASecondAndNotBefore() throws Exception {
    ConversationBench bench = new ConversationBench(bpt());
    bench.runTo("ChargeLoop", 10);
    bench.run(3);
    bench.mute = true;
    int sent = bench.requests.size();
    while (bench.requests.size() == sent) {
      bench.run(0.005);
    }
    bench.run(0.490);
    assertEquals("ChargeLoop", bench.vehicle.state());
    bench.run(0.010);
    assertEquals("Parked", bench.vehicle.state());
    assertTrue(bench.noted("no answer within 0.5 s"));
  }

  @Test
  void silentChargerInSetupIsGivenUpAfterTwoSecondsAndNotBefore() throws Exception {
    ConversationBench bench = new ConversationBench(bpt());
    bench.mute = true;
    bench.runTo("SupportedAppProtocol", 5);
    bench.run(1.995);
    assertEquals("SupportedAppProtocol", bench.vehicle.state());
    bench.run(0.005);
    assertEquals("Parked", bench.vehicle.state());
  }

  @Test
  void preChargeThatNeverMatchesIsGivenUpAfterTenSecondsWithTheContactorOpen() throws Exception {
    ConversationBench bench = new ConversationBench(bpt());
    bench.charger.preCharges = false;
    bench.runTo("PreCharge", 10);
    bench.run(9.9);
    assertEquals("PreCharge", bench.vehicle.state());
    bench.run(0.3);
    assertEquals("Parked", bench.vehicle.state());
    assertTrue(bench.noted("pre-charge took more than 10"));
    assertTrue(bench.effects.stream().noneMatch(e -> e.equals(new EvEffect.Contactor(true))));
  }

  @Test
  void refusalEndsTheSessionWithItsCode() throws Exception {
    ConversationBench bench = new ConversationBench(bpt());
    bench.runTo("CableCheck", 10);
    bench.charger.code = ResponseCode.FAILED_CONTACTOR_ERROR;
    bench.run(1);
    assertEquals("Parked", bench.vehicle.state());
    assertTrue(bench.noted("FAILED_ContactorError"));
  }

  @Test
  void answerOfAnotherSessionIsRefused() throws Exception {
    ConversationBench bench = new ConversationBench(bpt());
    bench.runTo("CableCheck", 10);
    bench.charger.session = Octets.ofHex("FFFFFFFFFFFFFFFF");
    bench.run(1);
    assertTrue(bench.noted("another session"));
  }

  // Loss of the pilot in the loop: back to B and contactor open, whatever the charger says.
  @Test
  void lossOfThePilotOpensTheVehiclesContactor() throws Exception {
    ConversationBench bench = new ConversationBench(bpt());
    bench.runTo("ChargeLoop", 10);
    bench.run(3);
    bench.board.apply(new PilotSignal.Negative());
    bench.run(0.09);
    assertEquals("ChargeLoop", bench.vehicle.state());
    bench.run(0.03);
    assertEquals("Parked", bench.vehicle.state());
    bench.run(0.6);
    assertFalse(bench.body.view().contactorClosed());
  }

  @Test
  void waitsForMinutesUntilItsUserIsAuthorised() throws Exception {
    ConversationBench bench = new ConversationBench(bpt());
    bench.charger.authorised = false;
    bench.runTo("Authorize", 5);
    bench.run(180);
    assertEquals("Authorize", bench.vehicle.state());
    bench.charger.authorised = true;
    bench.runTo("ChargeLoop", 10);
  }

  @Test
  void userWhoStopsEndsTheSessionInOrder() throws Exception {
    UserPlan plan =
        new UserPlan(1, Optional.empty(), Optional.of(5.0), Optional.empty(), Optional.of(1.0));
    ConversationBench bench = new ConversationBench(bpt().with(plan));
    bench.runTo("ChargeLoop", 10);
    bench.runTo("Unplugged", 40);
    assertTrue(
        bench.states.containsAll(List.of("PowerDeliveryStop", "WeldingDetection", "SessionStop")));
  }

  @Test
  void plugPulledInTheLoopLeavesNothingClosed() throws Exception {
    UserPlan plan =
        new UserPlan(1, Optional.empty(), Optional.empty(), Optional.of(12.0), Optional.of(1.0));
    ConversationBench bench = new ConversationBench(bpt().with(plan));
    bench.run(20);
    assertTrue(bench.vehicle.left());
    assertFalse(bench.body.view().contactorClosed());
    assertTrue(bench.effects.contains(new EvEffect.CloseLink()));
  }

  // Each fault happens in its state, once, and the vehicle never keeps its contactor closed.
  @ParameterizedTest
  @CsvSource({
    "SILENT,CableCheck,0",
    "SILENT,ChargeLoop,0",
    "REPEAT,ServiceDetail,2",
    "WRONG_ORDER,Authorize,1",
    "WRONG_SESSION,ServiceDiscovery,1",
    "TRUNCATED,PreCharge,0",
    "OVERSIZED,SessionSetup,0",
    "GARBAGE,ScheduleExchange,0",
    "NEGATIVE_LIMITS,ChargeParameterDiscovery,1",
    "RESET,ChargeLoop,0",
    "UNPLUG,ChargeLoop,1",
    "PILOT_BACK,ChargeLoop,1"
  })
  void misbehavesOnceWhereItWasTold(Misbehaviour.Kind kind, String state, int sends)
      throws Exception {
    ConversationBench bench = new ConversationBench(bpt().with(new Misbehaviour(kind, state)));
    int before = -1;
    int after = -1;
    for (int i = 0; i < 3000 && after < 0; i++) {
      int had = bench.effects.size();
      bench.run(0.005);
      if (bench.noted("misbehaves")) {
        before = had;
        after = bench.effects.size();
      }
    }
    assertTrue(after >= 0, "never misbehaved: " + bench.states);
    long sent =
        bench.effects.subList(before, after).stream()
            .dropWhile(e -> !(e instanceof EvEffect.Note))
            .filter(EvEffect.Send.class::isInstance)
            .count();
    assertEquals(sends, sent);
    assertEquals(
        1,
        bench.effects.stream()
            .filter(e -> e instanceof EvEffect.Note n && n.text().contains("misbehaves"))
            .count());
  }

  @Test
  void sameRunGivesTheSameRequests() throws Exception {
    ConversationBench first = new ConversationBench(bpt());
    ConversationBench second = new ConversationBench(bpt());
    first.run(20);
    second.run(20);
    assertTrue(first.requests.size() > 60);
    assertEquals(first.requests, second.requests);
  }
}
