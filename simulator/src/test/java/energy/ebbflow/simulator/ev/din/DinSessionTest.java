package energy.ebbflow.simulator.ev.din;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.DinMessage;
import energy.ebbflow.iso15118.message.din.EvseProcessing;
import energy.ebbflow.iso15118.message.din.ResponseCode;
import energy.ebbflow.iso15118.message.din.charge.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.din.loop.CurrentDemandRequest;
import energy.ebbflow.iso15118.message.din.service.EvseSupportedEnergyTransfer;
import energy.ebbflow.iso15118.message.din.service.PaymentOption;
import energy.ebbflow.iso15118.message.din.session.SessionSetupRequest;
import energy.ebbflow.iso15118.message.din.status.DcEvseStatusCode;
import energy.ebbflow.iso15118.message.din.status.EvseNotification;
import energy.ebbflow.iso15118.message.din.status.IsolationLevel;
import energy.ebbflow.simulator.board.VirtualBoard;
import energy.ebbflow.simulator.board.VirtualBoardSpec;
import energy.ebbflow.simulator.ev.TalkBench;
import energy.ebbflow.simulator.ev.Vehicles;
import energy.ebbflow.simulator.ev.din.wire.Values;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.model.EvProtocol;
import energy.ebbflow.simulator.ev.model.UserPlan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The vehicle's side of DIN 70121 in virtual time, against a charger of paper. */
class DinSessionTest {
  private static final UserPlan STOPS =
      new UserPlan(1, Optional.empty(), Optional.of(5.0), Optional.empty(), Optional.of(1.5));

  private record Bench(PaperCharger charger, TalkBench talk) {
    <T extends BodyElement> T last(Class<T> kind) {
      return talk.requests.stream()
          .filter(DinMessage.class::isInstance)
          .flatMap(m -> ((DinMessage) m).body().bodyElement().stream())
          .filter(kind::isInstance)
          .map(kind::cast)
          .toList()
          .getLast();
    }
  }

  private static EvConfig vehicle() throws Exception {
    return Vehicles.speaking("dc", EvProtocol.DIN);
  }

  private static Bench bench(EvConfig config) {
    VirtualBoard board = new VirtualBoard(VirtualBoardSpec.dc20kW(), reading -> true);
    PaperCharger charger = new PaperCharger(board);
    return new Bench(charger, new TalkBench(board, config, charger::answer));
  }

  private static Bench bench() throws Exception {
    return bench(vehicle());
  }

  private static Bench charging() throws Exception {
    Bench b = bench();
    b.talk().runTo("CurrentDemand", 20);
    b.talk().run(5);
    return b;
  }

  @Test
  void wholeSessionGoesThroughAllStatesAndLeaves() throws Exception {
    Bench b = bench(vehicle().with(STOPS));
    b.talk().runTo("Parked", 40);
    b.talk().runTo("Unplugged", 10);
    assertEquals(
        List.of(
            "Plugged",
            "Discovering",
            "Connecting",
            "SupportedAppProtocol",
            "SessionSetup",
            "ServiceDiscovery",
            "ServicePaymentSelection",
            "ContractAuthentication",
            "ChargeParameterDiscovery",
            "CableCheck",
            "PreCharge",
            "PowerDeliveryStart",
            "CurrentDemand",
            "PowerDeliveryStop",
            "WeldingDetection",
            "SessionStop",
            "Parked",
            "Unplugged"),
        b.talk().states);
    assertEquals(1, b.talk().board.contactorCycles());
    assertEquals(0, b.talk().board.hotSwitches());
    assertEquals(vehicle().mac(), b.last(SessionSetupRequest.class).evccId());
    assertTrue(b.last(CurrentDemandRequest.class).chargingComplete());
  }

  // The profile belongs to the charger's schedule [V2G-DC-400].
  @Test
  void profileNamesTheSchedule() throws Exception {
    Bench b = bench();
    b.talk().runTo("PowerDeliveryStart", 20);
    PowerDeliveryRequest start = b.last(PowerDeliveryRequest.class);
    assertTrue(start.readyToChargeState());
    assertEquals(9, start.chargingProfile().orElseThrow().saScheduleTupleId());
  }

  @Test
  void asksForNoMoreThanTheCharger() throws Exception {
    Bench b = charging();
    b.charger().ampsMax = 12;
    b.talk().run(3);
    assertEquals(12, Values.number(b.last(CurrentDemandRequest.class).evTargetCurrent()), 0.1);
  }

  @ParameterizedTest
  @EnumSource(
      value = DcEvseStatusCode.class,
      names = {"EVSE_SHUTDOWN", "EVSE_UTILITY_INTERRUPT_EVENT", "EVSE_NOT_READY"})
  void stopsInOrderWhenTheStatusSaysSo(DcEvseStatusCode code) throws Exception {
    Bench b = charging();
    b.charger().status = code;
    b.talk().runTo("SessionStop", 10);
    assertEquals(0, b.talk().board.hotSwitches());
  }

  @Test
  void stopsInOrderWhenItIsNotified() throws Exception {
    Bench b = charging();
    b.charger().wish = EvseNotification.STOP_CHARGING;
    b.talk().runTo("SessionStop", 10);
    assertFalse(b.last(PowerDeliveryRequest.class).readyToChargeState());
  }

  @ParameterizedTest
  @EnumSource(
      value = DcEvseStatusCode.class,
      names = {"EVSE_EMERGENCY_SHUTDOWN", "EVSE_MALFUNCTION"})
  void goesAtOnceInAnEmergency(DcEvseStatusCode code) throws Exception {
    Bench b = charging();
    b.charger().status = code;
    b.talk().run(0.6);
    assertEquals("Parked", b.talk().vehicle.state());
    b.talk().assertNoted(code.wireName());
    b.talk().run(1);
    assertFalse(b.talk().body.view().contactorClosed());
  }

  @ParameterizedTest
  @EnumSource(
      value = IsolationLevel.class,
      names = {"FAULT", "INVALID"})
  void goesAtOnceWithoutIsolation(IsolationLevel level) throws Exception {
    Bench b = charging();
    b.charger().isolation = level;
    b.talk().run(0.6);
    assertEquals("Parked", b.talk().vehicle.state());
  }

  @ParameterizedTest
  @EnumSource(
      value = EvseSupportedEnergyTransfer.class,
      names = {"AC_SINGLE_PHASE_CORE", "AC_THREE_PHASE_CORE"})
  void alternatingCurrentIsNotTaken(EvseSupportedEnergyTransfer transfer) throws Exception {
    Bench b = bench();
    b.charger().transfer = transfer;
    b.talk().runTo("Parked", 10);
    b.talk().assertNoted(transfer.wireName());
  }

  @Test
  void contractAloneIsNotEnough() throws Exception {
    Bench b = bench();
    b.charger().payments = List.of(PaymentOption.CONTRACT);
    b.talk().runTo("Parked", 10);
    b.talk().assertNoted("no external payment");
  }

  @Test
  void chargerOfTheWrongVoltageIsLeft() throws Exception {
    Bench b = bench();
    b.charger().voltsMax = 300;
    b.talk().runTo("Parked", 10);
    b.talk().assertNoted("the battery wants");
  }

  @Test
  void refusalEndsTheSessionWithItsCode() throws Exception {
    Bench b = bench();
    b.charger().cable = EvseProcessing.ONGOING;
    b.talk().runTo("CableCheck", 10);
    b.charger().code = ResponseCode.FAILED_SEQUENCE_ERROR;
    b.talk().run(1);
    b.talk().assertNoted("FAILED_SequenceError");
  }

  @Test
  void answerOfAnotherSessionIsRefused() throws Exception {
    Bench b = bench();
    b.charger().cable = EvseProcessing.ONGOING;
    b.talk().runTo("CableCheck", 10);
    b.charger().session = Octets.ofHex("FFFFFFFFFFFFFFFF");
    b.talk().run(1);
    b.talk().assertNoted("another session");
  }

  // DIN 70121 Table 75, as public stacks cite it.
  @ParameterizedTest
  @CsvSource({
    "SessionSetup,2.0",
    "ServiceDiscovery,2.0",
    "ServicePaymentSelection,2.0",
    "ContractAuthentication,2.0",
    "ChargeParameterDiscovery,2.0",
    "CableCheck,2.0",
    "PreCharge,2.0",
    "PowerDeliveryStart,2.0",
    "CurrentDemand,0.25"
  })
  void silentChargerIsGivenUpInTimeAndNotBefore(String state, double seconds) throws Exception {
    Bench b = bench();
    b.talk().silentIn = state;
    b.talk().runTo(state, 20);
    b.talk().run(seconds - 0.005);
    assertEquals(state, b.talk().vehicle.state());
    b.talk().run(0.01);
    assertEquals("Parked", b.talk().vehicle.state());
    b.talk().assertNoted(state + ": no answer within " + seconds + " s");
  }

  @Test
  void waitsForAuthenticationForAMinute() throws Exception {
    Bench b = bench();
    b.charger().authentication = EvseProcessing.ONGOING;
    b.talk().runTo("ContractAuthentication", 10);
    b.talk().run(59.8);
    assertEquals("ContractAuthentication", b.talk().vehicle.state());
    b.talk().run(0.6);
    assertEquals("Parked", b.talk().vehicle.state());
  }

  // V2G_EVCC_ReadyToCharge_Timeout: 150 s from the setup to the start, whatever each step may take.
  @Test
  void everythingBeforeThePowerHasItsTimeTogether() throws Exception {
    Bench b = bench();
    b.charger().authentication = EvseProcessing.ONGOING;
    b.charger().parameters = EvseProcessing.ONGOING;
    b.charger().cable = EvseProcessing.ONGOING;
    b.talk().runTo("ServiceDiscovery", 10);
    b.talk().run(58);
    b.charger().authentication = EvseProcessing.FINISHED;
    b.talk().run(57);
    b.charger().parameters = EvseProcessing.FINISHED;
    b.talk().run(34.5);
    assertEquals("CableCheck", b.talk().vehicle.state());
    b.talk().run(1);
    assertEquals("Parked", b.talk().vehicle.state());
    b.talk().assertNoted("not ready to charge within 150.0 s");
  }

  @Test
  void waitsForTheCableCheckFor40Seconds() throws Exception {
    Bench b = bench();
    b.charger().cable = EvseProcessing.ONGOING;
    b.talk().runTo("CableCheck", 10);
    assertTrue(b.talk().effects.contains(new EvEffect.Ready(true)), "state C before the check");
    b.talk().run(39.8);
    assertEquals("CableCheck", b.talk().vehicle.state());
    b.talk().run(0.6);
    assertEquals("Parked", b.talk().vehicle.state());
  }

  @Test
  void waitsForThePreChargeFor7SecondsWithTheContactorOpen() throws Exception {
    Bench b = bench();
    b.charger().preCharges = false;
    b.talk().runTo("PreCharge", 10);
    b.talk().run(6.8);
    assertEquals("PreCharge", b.talk().vehicle.state());
    b.talk().run(0.6);
    assertEquals("Parked", b.talk().vehicle.state());
    assertFalse(b.talk().effects.contains(new EvEffect.Contactor(true)));
  }
}
