package energy.ebbflow.simulator.ev.iso20;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.iso15118.message.iso20.EvseNotification;
import energy.ebbflow.iso15118.message.iso20.MeterInfo;
import energy.ebbflow.iso15118.message.iso20.authorization.AuthorizationSetupRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeLoopRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso20.metering.MeteringConfirmationRequest;
import energy.ebbflow.iso15118.message.iso20.parking.VehicleCheckInRequest;
import energy.ebbflow.iso15118.message.iso20.parking.VehicleCheckOutRequest;
import energy.ebbflow.iso15118.message.iso20.schedule.DynamicSeResControlMode;
import energy.ebbflow.iso15118.message.iso20.service.Service;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso20.service.ServiceList;
import energy.ebbflow.iso15118.message.iso20.service.ServiceSelectionRequest;
import energy.ebbflow.iso15118.message.iso20.session.SessionSetupRequest;
import energy.ebbflow.simulator.ev.file.VehicleFile;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.script.Deed;
import energy.ebbflow.simulator.ev.script.Trigger;
import energy.ebbflow.simulator.ev.script.VehicleStep;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Pause, standby, another service, readings, parking, needs of the charger: ISO 15118-20 DC. */
class RestingConversationTest {
  private static EvConfig bpt(VehicleStep... steps) throws Exception {
    return VehicleFile.read("bpt-dc").withSteps(List.of(steps));
  }

  private static VehicleStep in(String state, double seconds, Deed deed) {
    return new VehicleStep(
        "in " + state + " for " + seconds + " s", new Trigger.In(state, seconds), deed);
  }

  private static List<Octets> opened(ConversationBench bench) {
    return bench.requests(SessionSetupRequest.class).stream()
        .map(request -> request.header().sessionId())
        .toList();
  }

  // [V2G20-1605]: the vehicle comes back with the id of the paused session.
  @Test
  void joinsTheSessionThatTheStationPaused() throws Exception {
    ConversationBench bench = new ConversationBench(bpt());
    bench.charger.joins = true;
    bench.runTo("ChargeLoop", 10);
    bench.run(3);
    bench.charger.wish = Optional.of(EvseNotification.PAUSE);
    bench.runTo("Parked", 10);
    bench.run(60);
    assertEquals("Parked", bench.vehicle.state());
    assertFalse(bench.vehicle.left());
    assertFalse(bench.body.view().contactorClosed());
    // The station sleeps without PWM, and wakes the vehicle with it.
    bench.charger.wish = Optional.empty();
    bench.board.apply(new PilotSignal.Steady());
    bench.run(5);
    bench.board.apply(new PilotSignal.Pwm(5));
    bench.runTo("ChargeLoop", 20);
    assertEquals(List.of(Iso20Session.NO_SESSION, PaperCharger.SESSION), opened(bench));
    assertTrue(bench.noted("the paused session is joined"));
  }

  @Test
  void userPausesAndResumes() throws Exception {
    ConversationBench bench =
        new ConversationBench(
            bpt(
                in("ChargeLoop", 3, new Deed.Pause()),
                new VehicleStep("30 s later", new Trigger.Later(30), new Deed.Resume())));
    bench.charger.joins = true;
    bench.runTo("Parked", 20);
    bench.runTo("ChargeLoop", 60);
    assertEquals(List.of(Iso20Session.NO_SESSION, PaperCharger.SESSION), opened(bench));
    assertEquals(2, bench.board.contactorCycles());
    // [V2G20-1032], [V2G20-2098]: the joined session goes on with the charging parameters.
    assertEquals(1, bench.requests(AuthorizationSetupRequest.class).size());
    assertEquals(1, bench.requests(ServiceDiscoveryRequest.class).size());
    assertEquals(2, bench.requests(DcChargeParameterDiscoveryRequest.class).size());
  }

  // [V2G20-2615]: a charger that has forgotten the session opens another; everything is agreed
  // anew.
  @Test
  void forgottenSessionBeginsAnew() throws Exception {
    ConversationBench bench =
        new ConversationBench(
            bpt(
                in("ChargeLoop", 3, new Deed.Pause()),
                new VehicleStep("30 s later", new Trigger.Later(30), new Deed.Resume())));
    bench.runTo("Parked", 20);
    bench.runTo("ChargeLoop", 60);
    assertTrue(bench.noted("the paused session is gone"));
    assertEquals(2, bench.requests(AuthorizationSetupRequest.class).size());
    assertEquals(2, bench.requests(ServiceSelectionRequest.class).size());
  }

  // ISO 15118-3: a station without PWM is woken by two pulses of state C, 200 to 400 ms each.
  @Test
  void wakesAStationThatSleeps() throws Exception {
    ConversationBench bench =
        new ConversationBench(
            bpt(
                in("ChargeLoop", 3, new Deed.Pause()),
                new VehicleStep("paused for 10 s", new Trigger.Later(20), new Deed.Resume())));
    bench.runTo("Parked", 20);
    bench.board.apply(new PilotSignal.Steady());
    bench.effects.clear();
    bench.runTo("Waking", 30);
    bench.runTo("Plugged", 5);
    assertEquals(
        List.of(true, false, true, false),
        bench.effects.stream()
            .filter(EvEffect.Ready.class::isInstance)
            .map(e -> ((EvEffect.Ready) e).closed())
            .toList());
    bench.board.apply(new PilotSignal.Pwm(5));
    bench.runTo("ChargeLoop", 20);
  }

  @Test
  void restsInStandbyAndComesBackThroughTheCableCheck() throws Exception {
    ConversationBench bench =
        new ConversationBench(
            bpt(in("ChargeLoop", 3, new Deed.Standby()), in("Standby", 70, new Deed.Resume())));
    bench.runTo("Standby", 20);
    bench.run(60);
    assertEquals("Standby", bench.vehicle.state());
    assertFalse(bench.body.view().contactorClosed());
    assertFalse(bench.board.contactsTouch());
    bench.runTo("ChargeLoop", 40);
    bench.run(5);
    assertTrue(bench.body.view().inletAmps() > 30);
    assertEquals(2, bench.states.stream().filter("CableCheck"::equals).count());
    assertEquals(0, bench.board.hotSwitches());
    assertEquals(1, opened(bench).size());
  }

  @Test
  void comesBackFromStandbyWhenTheChargerWantsIt() throws Exception {
    ConversationBench bench = new ConversationBench(bpt(in("ChargeLoop", 3, new Deed.Standby())));
    bench.runTo("Standby", 20);
    bench.run(20);
    bench.charger.wish = Optional.of(EvseNotification.EXIT_STANDBY);
    bench.runTo("ChargeLoop", 20);
    bench.run(10);
    assertEquals("ChargeLoop", bench.vehicle.state());
  }

  @Test
  void chargesOnWhereNoStandbyIsAllowed() throws Exception {
    ConversationBench bench = new ConversationBench(bpt(in("ChargeLoop", 3, new Deed.Standby())));
    bench.charger.standbyAllowed = false;
    bench.runTo("Standby", 20);
    bench.runTo("ChargeLoop", 5);
    bench.run(10);
    assertEquals("ChargeLoop", bench.vehicle.state());
    assertTrue(bench.body.view().inletAmps() > 30);
    assertTrue(bench.noted("allows no standby"));
  }

  // A user who lets the vehicle discharge later on gets there without a new session.
  @Test
  void serviceIsChosenAnewInTheSameSession() throws Exception {
    EvConfig config =
        bpt(
            in("ChargeLoop", 3, new Deed.AllowDischarge(true)),
            in("ChargeLoop", 3, new Deed.RenegotiateService()));
    ConversationBench bench =
        new ConversationBench(config.with(config.protocols().withBidirectional(false)));
    bench.runTo("ChargeLoop", 10);
    bench.run(4);
    bench.runTo("ServiceDiscovery", 20);
    bench.runTo("ChargeLoop", 20);
    assertEquals(
        List.of(2, 6),
        bench.requests(ServiceSelectionRequest.class).stream()
            .map(request -> request.selectedEnergyTransferService().serviceId())
            .toList());
    assertEquals(1, opened(bench).size());
    assertEquals(1, bench.effects.stream().filter(EvEffect.Connect.class::isInstance).count());
  }

  @Test
  void readingOfTheMeterIsConfirmedOnRequest() throws Exception {
    ConversationBench bench = new ConversationBench(bpt());
    MeterInfo reading =
        new MeterInfo(
            "M1",
            1234,
            Optional.of(5L),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    bench.charger.meter = Optional.of(reading);
    bench.runTo("ChargeLoop", 10);
    bench.run(2);
    assertFalse(bench.last(DcChargeLoopRequest.class).meterInfoRequested());
    bench.charger.wish = Optional.of(EvseNotification.METERING_CONFIRMATION);
    bench.run(3);
    List<MeteringConfirmationRequest> sent = bench.requests(MeteringConfirmationRequest.class);
    assertEquals(1, sent.size());
    assertEquals(reading, sent.getFirst().signedMeteringData().meterInfo());
    assertEquals(PaperCharger.SESSION, sent.getFirst().signedMeteringData().sessionId());
    assertEquals("ChargeLoop", bench.vehicle.state());
  }

  @Test
  void checksInAndOutWhereParkingIsOffered() throws Exception {
    EvConfig checking = VehicleFile.read("tester");
    ConversationBench bench =
        new ConversationBench(checking.withSteps(List.of(in("ChargeLoop", 2, new Deed.Stop()))));
    bench.charger.valueAdded = Optional.of(new ServiceList(List.of(new Service(66, true))));
    bench.runTo("ChargeLoop", 10);
    bench.runTo("Unplugged", 40);
    assertEquals(1, bench.requests(VehicleCheckInRequest.class).size());
    assertEquals(1, bench.requests(VehicleCheckOutRequest.class).size());
    assertTrue(
        bench
            .last(ServiceSelectionRequest.class)
            .selectedVasList()
            .orElseThrow()
            .selectedService()
            .stream()
            .anyMatch(service -> service.serviceId() == 66));
  }

  // MobilityNeedsMode 2: what the charger knows of the user counts, also for the display.
  @Test
  void needsThatTheChargerKnowsBetterAreTaken() throws Exception {
    EvConfig tester = VehicleFile.read("tester");
    ConversationBench bench = new ConversationBench(tester);
    bench.charger.needsMode = 2;
    bench.charger.needs =
        new DynamicSeResControlMode(
            Optional.of(1800L), Optional.of(33), Optional.of(77), Optional.empty());
    bench.runTo("ChargeLoop", 10);
    bench.run(1);
    DcChargeLoopRequest told = bench.last(DcChargeLoopRequest.class);
    assertEquals(Optional.of(77), told.displayParameters().orElseThrow().targetSoc());
    assertEquals(Optional.of(33), told.displayParameters().orElseThrow().minimumSoc());
  }

  @Test
  void needsOfAChargerThatWasNotAskedAreIgnored() throws Exception {
    ConversationBench bench = new ConversationBench(bpt());
    bench.charger.needs =
        new DynamicSeResControlMode(
            Optional.of(1800L), Optional.of(33), Optional.of(77), Optional.empty());
    bench.runTo("ChargeLoop", 10);
    bench.run(1);
    DcChargeLoopRequest told = bench.last(DcChargeLoopRequest.class);
    assertEquals(Optional.of(80), told.displayParameters().orElseThrow().targetSoc());
  }
}
