package energy.ebbflow.simulator.ev.iso2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.iso2.EvseProcessing;
import energy.ebbflow.iso15118.message.iso2.Iso2Message;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeProgress;
import energy.ebbflow.iso15118.message.iso2.charge.DcEvChargeParameter;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso2.loop.CurrentDemandRequest;
import energy.ebbflow.iso15118.message.iso2.payment.MeteringReceiptRequest;
import energy.ebbflow.iso15118.message.iso2.service.PaymentOption;
import energy.ebbflow.iso15118.message.iso2.service.ServiceDetailRequest;
import energy.ebbflow.iso15118.message.iso2.session.ChargingSession;
import energy.ebbflow.iso15118.message.iso2.session.SessionSetupRequest;
import energy.ebbflow.iso15118.message.iso2.session.SessionStopRequest;
import energy.ebbflow.iso15118.message.iso2.status.DcEvseStatusCode;
import energy.ebbflow.iso15118.message.iso2.status.EvseNotification;
import energy.ebbflow.iso15118.message.iso2.status.IsolationLevel;
import energy.ebbflow.simulator.ev.iso2.wire.Values;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.model.UserPlan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The vehicle's side of ISO 15118-2 DC in virtual time, against a charger of paper. */
class DcSessionTest {
  private static final UserPlan STOPS =
      new UserPlan(1, Optional.empty(), Optional.of(5.0), Optional.empty(), Optional.of(1.5));

  private static Iso2Bench dc() throws Exception {
    return Iso2Bench.dc(Iso2Bench.dcVehicle());
  }

  private static Iso2Bench charging() throws Exception {
    Iso2Bench b = dc();
    b.bench().runTo("CurrentDemand", 20);
    b.bench().run(5);
    return b;
  }

  @Test
  void wholeSessionGoesThroughAllStatesAndLeaves() throws Exception {
    Iso2Bench b = Iso2Bench.dc(Iso2Bench.dcVehicle().with(STOPS));
    b.bench().runTo("Parked", 40);
    b.bench().runTo("Unplugged", 10);
    assertEquals(
        List.of(
            "Plugged",
            "Discovering",
            "Connecting",
            "SupportedAppProtocol",
            "SessionSetup",
            "ServiceDiscovery",
            "PaymentServiceSelection",
            "Authorization",
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
        b.bench().states);
    assertEquals(1, b.bench().board.contactorCycles());
    assertEquals(0, b.bench().board.hotSwitches());
    assertTrue(b.bench().board.meter().importedWattHours() > 20);
    assertEquals(ChargingSession.TERMINATE, b.last(SessionStopRequest.class).chargingSession());
  }

  // EVCCID of -2 is the MAC address: 6 bytes.
  @Test
  void setupCarriesTheMacAddressAndNoSession() throws Exception {
    Iso2Bench b = dc();
    b.bench().runTo("ServiceDiscovery", 10);
    assertEquals(Iso2Bench.dcVehicle().mac(), b.last(SessionSetupRequest.class).evccId());
    Iso2Message first = (Iso2Message) b.bench().requests.get(1);
    assertEquals(Octets.ofHex("0000000000000000"), first.header().sessionId());
    Iso2Message second = (Iso2Message) b.bench().requests.get(2);
    assertEquals(PaperCharger.SESSION, second.header().sessionId());
  }

  // The vehicle asks for no current before it stops: the contactors open cold.
  @Test
  void endsWithARampToZero() throws Exception {
    Iso2Bench b = Iso2Bench.dc(Iso2Bench.dcVehicle().with(STOPS));
    b.bench().runTo("PowerDeliveryStop", 30);
    CurrentDemandRequest last = b.last(CurrentDemandRequest.class);
    assertEquals(0, Values.number(last.evTargetCurrent()));
    assertTrue(last.chargingComplete());
    assertTrue(Math.abs(b.bench().body.view().inletAmps()) < 1);
  }

  @Test
  void asksForNoMoreThanTheCharger() throws Exception {
    Iso2Bench b = charging();
    assertEquals(40, Values.number(b.last(CurrentDemandRequest.class).evTargetCurrent()), 0.1);
    b.charger().ampsMax = 12;
    b.bench().run(3);
    assertEquals(12, Values.number(b.last(CurrentDemandRequest.class).evTargetCurrent()), 0.1);
    assertEquals(12, b.bench().body.view().inletAmps(), 0.5);
  }

  @Test
  void keepsToTheScheduleItChose() throws Exception {
    Iso2Bench b = dc();
    b.charger().schedules = List.of(PaperCharger.flat(7, 5_000));
    b.bench().runTo("CurrentDemand", 20);
    b.bench().run(5);
    PowerDeliveryRequest start = b.sent(PowerDeliveryRequest.class).getFirst();
    assertEquals(7, start.saScheduleTupleId());
    assertEquals(
        5_000,
        Values.number(
            start
                .chargingProfile()
                .orElseThrow()
                .profileEntry()
                .getFirst()
                .chargingProfileEntryMaxPower()));
    double watts = b.bench().body.view().inletAmps() * b.bench().body.view().inletVolts();
    assertEquals(5_000, watts, 150);
  }

  @Test
  void tellsItsBatteryInTheParameters() throws Exception {
    Iso2Bench b = dc();
    b.bench().runTo("CableCheck", 10);
    ChargeParameterDiscoveryRequest request = b.last(ChargeParameterDiscoveryRequest.class);
    DcEvChargeParameter dc = (DcEvChargeParameter) request.evChargeParameter();
    assertEquals(125, Values.number(dc.evMaximumCurrentLimit()));
    assertEquals(410, Values.number(dc.evMaximumVoltageLimit()));
    assertEquals(12_000, Values.number(dc.evEnergyRequest().orElseThrow()), 10);
    assertEquals(50, dc.dcEvStatus().evRessSoc());
    assertEquals(Optional.of(7_200L), dc.departureTime());
  }

  // ---- what the charger wants

  @ParameterizedTest
  @EnumSource(
      value = DcEvseStatusCode.class,
      names = {"EVSE_SHUTDOWN", "EVSE_UTILITY_INTERRUPT_EVENT", "EVSE_NOT_READY"})
  void stopsInOrderWhenTheStatusSaysSo(DcEvseStatusCode code) throws Exception {
    Iso2Bench b = charging();
    b.charger().status = code;
    b.bench().runTo("SessionStop", 10);
    assertTrue(b.bench().states.contains("WeldingDetection"));
    assertEquals(0, b.bench().board.hotSwitches());
  }

  @Test
  void stopsInOrderWhenItIsNotified() throws Exception {
    Iso2Bench b = charging();
    b.charger().wish = EvseNotification.STOP_CHARGING;
    b.bench().runTo("SessionStop", 10);
    assertEquals(ChargeProgress.STOP, b.last(PowerDeliveryRequest.class).chargeProgress());
  }

  @ParameterizedTest
  @EnumSource(
      value = DcEvseStatusCode.class,
      names = {"EVSE_EMERGENCY_SHUTDOWN", "EVSE_MALFUNCTION"})
  void goesAtOnceInAnEmergency(DcEvseStatusCode code) throws Exception {
    Iso2Bench b = charging();
    b.charger().status = code;
    b.bench().run(0.6);
    assertEquals("Parked", b.bench().vehicle.state());
    b.bench().assertNoted(code.wireName());
    assertTrue(b.bench().effects.contains(new EvEffect.Ready(false)));
    b.bench().run(1);
    assertFalse(b.bench().body.view().contactorClosed());
  }

  @ParameterizedTest
  @EnumSource(
      value = IsolationLevel.class,
      names = {"FAULT", "INVALID"})
  void goesAtOnceWithoutIsolation(IsolationLevel level) throws Exception {
    Iso2Bench b = charging();
    b.charger().isolation = level;
    b.bench().run(0.6);
    assertEquals("Parked", b.bench().vehicle.state());
  }

  // [V2G2-813]: PowerDelivery(Renegotiate), new parameters, PowerDelivery(Start), and the
  // contactors stay closed.
  @Test
  void renegotiatesWithClosedContactors() throws Exception {
    Iso2Bench b = charging();
    b.charger().schedules = List.of(PaperCharger.flat(2, 4_000));
    b.charger().wish = EvseNotification.RE_NEGOTIATION;
    b.bench().runTo("ChargeParameterDiscovery", 3);
    b.charger().wish = EvseNotification.NONE;
    b.bench().runTo("CurrentDemand", 3);
    b.bench().run(5);
    assertEquals(
        List.of(ChargeProgress.START, ChargeProgress.RENEGOTIATE, ChargeProgress.START),
        b.sent(PowerDeliveryRequest.class).stream()
            .map(PowerDeliveryRequest::chargeProgress)
            .toList());
    assertEquals(2, b.last(PowerDeliveryRequest.class).saScheduleTupleId());
    assertEquals(1, b.bench().board.contactorCycles());
    assertEquals(4_000, b.bench().body.view().inletAmps() * 376, 200);
  }

  @Test
  void confirmsTheMeterWhenAReceiptIsWanted() throws Exception {
    Iso2Bench b = charging();
    b.charger().receipt = true;
    b.bench().run(1);
    MeteringReceiptRequest receipt = b.last(MeteringReceiptRequest.class);
    assertEquals("paper", receipt.meterInfo().meterId());
    assertEquals(PaperCharger.SESSION, receipt.sessionId());
    assertEquals("CurrentDemand", b.bench().vehicle.state());
  }

  // ---- what the vehicle does not put up with

  @Test
  void tooMuchCurrentIsAFaultOfTheCharger() throws Exception {
    Iso2Bench b = charging();
    b.charger().ampsMax = 10;
    b.bench().run(1);
    b.charger().forcedAmps = Optional.of(35.0);
    b.bench().run(2.5);
    assertEquals("CurrentDemand", b.bench().vehicle.state());
    b.bench().run(2.5);
    assertEquals("Parked", b.bench().vehicle.state());
    b.bench().assertNoted("10 A asked for, 35 A flow");
  }

  @Test
  void chargerOfTheWrongVoltageIsLeft() throws Exception {
    Iso2Bench b = dc();
    b.charger().voltsMax = 300;
    b.bench().runTo("Parked", 10);
    b.bench().assertNoted("the battery wants");
  }

  // A charger without power electronics, as some that are for tests of protocols only.
  @Test
  void believedChargerNeedsNoVoltage() throws Exception {
    EvConfig vehicle = Iso2Bench.dcVehicle();
    Iso2Bench b = Iso2Bench.dc(vehicle.with(vehicle.habits().believing()));
    b.charger().voltsMax = 40;
    b.charger().preCharges = false;
    b.bench().runTo("PreCharge", 10);
    b.bench().run(2.9);
    assertEquals("PreCharge", b.bench().vehicle.state());
    b.bench().runTo("CurrentDemand", 2);
  }

  @Test
  void finishedWithoutScheduleIsAFaultOfTheCharger() throws Exception {
    Iso2Bench b = dc();
    b.charger().schedules = List.of();
    b.bench().runTo("Parked", 10);
    b.bench().assertNoted("no schedule");
  }

  @Test
  void cableCheckWithoutAResultIsNoResult() throws Exception {
    Iso2Bench b = dc();
    b.charger().isolation = IsolationLevel.NO_IMD;
    b.bench().runTo("Parked", 10);
    b.bench().assertNoted("the cable check ended with isolation No_IMD");
  }

  @Test
  void contractAloneIsNotEnough() throws Exception {
    Iso2Bench b = dc();
    b.charger().payments = List.of(PaymentOption.CONTRACT);
    b.bench().runTo("Parked", 10);
    b.bench().assertNoted("a contract only");
  }

  @Test
  void refusalEndsTheSessionWithItsCode() throws Exception {
    Iso2Bench b = dc();
    b.bench().runTo("CableCheck", 10);
    b.charger().cable = EvseProcessing.ONGOING;
    b.charger().code = ResponseCode.FAILED_CONTACTOR_ERROR;
    b.bench().run(1);
    b.bench().assertNoted("FAILED_ContactorError");
  }

  @Test
  void answerOfAnotherSessionIsRefused() throws Exception {
    Iso2Bench b = dc();
    b.charger().authorisation = EvseProcessing.ONGOING;
    b.bench().runTo("Authorization", 10);
    b.charger().session = Octets.ofHex("FFFFFFFFFFFFFFFF");
    b.bench().run(1);
    b.bench().assertNoted("another session");
  }

  @Test
  void sessionOfZerosIsRefused() throws Exception {
    Iso2Bench b = dc();
    b.charger().session = Octets.ofHex("0000000000000000");
    b.bench().runTo("Parked", 10);
    b.bench().assertNoted("session id of zeros");
  }

  @Test
  void oldSessionThatNeverWasIsRefused() throws Exception {
    Iso2Bench b = dc();
    b.charger().setupCode = ResponseCode.OK_OLD_SESSION_JOINED;
    b.bench().runTo("Parked", 10);
    b.bench().assertNoted("never had");
  }

  // Details are asked for one service after the other, and nothing unknown is taken.
  @Test
  void asksForTheDetailsOfEveryService() throws Exception {
    Iso2Bench b = dc();
    b.charger().valueAdded = List.of(3, 60_001);
    b.bench().runTo("Authorization", 10);
    assertEquals(
        List.of(3, 60_001),
        b.sent(ServiceDetailRequest.class).stream().map(ServiceDetailRequest::serviceId).toList());
  }

  // ---- patience, both sides of every deadline

  // ISO 15118-2 Table 109, as public stacks cite it.
  @ParameterizedTest
  @CsvSource({
    "SessionSetup,2.0",
    "ServiceDiscovery,2.0",
    "ServiceDetail,5.0",
    "PaymentServiceSelection,2.0",
    "Authorization,2.0",
    "ChargeParameterDiscovery,2.0",
    "CableCheck,2.0",
    "PreCharge,2.0",
    "PowerDeliveryStart,5.0",
    "CurrentDemand,0.25"
  })
  void silentChargerIsGivenUpInTimeAndNotBefore(String state, double seconds) throws Exception {
    Iso2Bench b = dc();
    b.charger().valueAdded = List.of(3);
    b.bench().silentIn = state;
    b.bench().runTo(state, 20);
    b.bench().run(seconds - 0.005);
    assertEquals(state, b.bench().vehicle.state());
    b.bench().run(0.01);
    assertEquals("Parked", b.bench().vehicle.state());
    b.bench().assertNoted(state + ": no answer within " + seconds + " s");
  }

  // V2G_EVCC_Ongoing_Timeout 60 s; [V2G2-854]: it does not count while a person is waited for.
  @ParameterizedTest
  @CsvSource({"ONGOING,60", "ONGOING_WAITING_FOR_CUSTOMER_INTERACTION,300"})
  void waitsForAuthorisationAsLongAsItHasTo(EvseProcessing processing, double seconds)
      throws Exception {
    Iso2Bench b = dc();
    b.charger().authorisation = processing;
    b.bench().runTo("Authorization", 10);
    b.bench().run(seconds - 0.2);
    assertEquals("Authorization", b.bench().vehicle.state());
    b.bench().run(0.6);
    assertEquals("Parked", b.bench().vehicle.state());
  }

  @Test
  void waitsForParametersForAMinute() throws Exception {
    Iso2Bench b = dc();
    b.charger().parameters = EvseProcessing.ONGOING;
    b.bench().runTo("ChargeParameterDiscovery", 10);
    b.bench().run(59.8);
    assertEquals("ChargeParameterDiscovery", b.bench().vehicle.state());
    b.bench().run(0.6);
    assertEquals("Parked", b.bench().vehicle.state());
  }

  @Test
  void waitsForTheCableCheckFor40Seconds() throws Exception {
    Iso2Bench b = dc();
    b.charger().cable = EvseProcessing.ONGOING;
    b.bench().runTo("ChargeParameterDiscovery", 10);
    assertFalse(b.bench().effects.contains(new EvEffect.Ready(true)));
    b.bench().runTo("CableCheck", 10);
    assertTrue(b.bench().effects.contains(new EvEffect.Ready(true)), "state C before the check");
    b.bench().run(39.8);
    assertEquals("CableCheck", b.bench().vehicle.state());
    b.bench().run(0.6);
    assertEquals("Parked", b.bench().vehicle.state());
  }

  @Test
  void waitsForPreChargeFor7SecondsWithTheContactorOpen() throws Exception {
    Iso2Bench b = dc();
    b.charger().preCharges = false;
    b.bench().runTo("PreCharge", 10);
    b.bench().run(6.8);
    assertEquals("PreCharge", b.bench().vehicle.state());
    b.bench().run(0.6);
    assertEquals("Parked", b.bench().vehicle.state());
    assertFalse(b.bench().effects.contains(new EvEffect.Contactor(true)));
  }

  @Test
  void sameRunGivesTheSameRequests() throws Exception {
    EvConfig config = Iso2Bench.dcVehicle().with(STOPS);
    Iso2Bench first = Iso2Bench.dc(config);
    Iso2Bench second = Iso2Bench.dc(config);
    first.bench().run(20);
    second.bench().run(20);
    assertTrue(first.bench().requests.size() > 30);
    assertEquals(first.bench().requests, second.bench().requests);
  }
}
