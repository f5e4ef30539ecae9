package energy.ebbflow.simulator.ev.iso2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.Iso2Message;
import energy.ebbflow.iso15118.message.iso2.charge.AcEvChargeParameter;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeProgress;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso2.payment.MeteringReceiptRequest;
import energy.ebbflow.iso15118.message.iso2.service.EnergyTransferMode;
import energy.ebbflow.iso15118.message.iso2.status.EvseNotification;
import energy.ebbflow.simulator.ev.Vehicles;
import energy.ebbflow.simulator.ev.iso2.wire.Values;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.model.UserPlan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The vehicle's side of ISO 15118-2 AC in virtual time, against a charger of paper. */
class AcSessionTest {
  private static final UserPlan STOPS =
      new UserPlan(1, Optional.empty(), Optional.of(5.0), Optional.empty(), Optional.of(1.5));

  private static Iso2Bench ac() throws Exception {
    Iso2Bench b = Iso2Bench.ac(Iso2Bench.acVehicle());
    b.charger().ampsMax = 32;
    return b;
  }

  private static Iso2Bench charging() throws Exception {
    Iso2Bench b = ac();
    b.bench().runTo("ChargingStatus", 10);
    b.bench().run(8);
    return b;
  }

  @Test
  void wholeSessionGoesThroughAllStatesAndLeaves() throws Exception {
    Iso2Bench b = Iso2Bench.ac(Iso2Bench.acVehicle().with(STOPS));
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
            "PowerDeliveryStart",
            "ChargingStatus",
            "PowerDeliveryStop",
            "SessionStop",
            "Parked",
            "Unplugged"),
        b.bench().states);
    assertEquals(0, b.bench().board.hotSwitches());
    assertTrue(b.bench().board.meter().importedWattHours() > 5);
  }

  // [V2G2-847]: state C with PowerDelivery(Start), never before.
  @Test
  void goesToStateCWithTheRequestForPower() throws Exception {
    Iso2Bench b = ac();
    b.bench().runTo("ChargeParameterDiscovery", 10);
    assertFalse(b.bench().effects.contains(new EvEffect.Ready(true)));
    b.bench().runTo("PowerDeliveryStart", 10);
    List<EvEffect> effects = b.bench().effects;
    int ready = effects.indexOf(new EvEffect.Ready(true));
    EvEffect next = effects.get(ready + 1);
    assertTrue(next instanceof EvEffect.Send send && isStart(send.request()), next.toString());
  }

  private static boolean isStart(V2gMessage message) {
    return ((Iso2Message) message).body().bodyElement().orElseThrow()
            instanceof PowerDeliveryRequest request
        && request.chargeProgress() == ChargeProgress.START;
  }

  @Test
  void threePhaseVehicleTakesTheThreePhaseModeAndTellsItsCurrent() throws Exception {
    Iso2Bench b = ac();
    b.bench().runTo("PowerDeliveryStart", 10);
    ChargeParameterDiscoveryRequest request = b.last(ChargeParameterDiscoveryRequest.class);
    assertEquals(EnergyTransferMode.AC_THREE_PHASE_CORE, request.requestedEnergyTransferMode());
    AcEvChargeParameter ac = (AcEvChargeParameter) request.evChargeParameter();
    assertEquals(16, Values.number(ac.evMaxCurrent()));
    assertEquals(12_000, Values.number(ac.eAmount()), 10);
  }

  @Test
  void singlePhaseVehicleTakesTheSinglePhaseMode() throws Exception {
    Iso2Bench b = Iso2Bench.ac(Vehicles.singlePhase(Iso2Bench.acVehicle()));
    b.bench().runTo("PowerDeliveryStart", 10);
    assertEquals(
        EnergyTransferMode.AC_SINGLE_PHASE_CORE,
        b.last(ChargeParameterDiscoveryRequest.class).requestedEnergyTransferMode());
  }

  @Test
  void followsTheLimitOfTheCharger() throws Exception {
    Iso2Bench b = charging();
    assertEquals(16, b.bench().body.view().phaseAmps(), 0.1);
    b.charger().ampsMax = 9;
    b.bench().run(8);
    assertEquals(9, b.bench().body.view().phaseAmps(), 0.1);
  }

  // [V2G2-853]: once the duty is a nominal one, the smaller of the two limits holds.
  @Test
  void followsTheDutyWhereThatIsLess() throws Exception {
    Iso2Bench b = charging();
    b.bench().board.apply(new PilotSignal.Pwm(10.0 / 0.6));
    b.bench().run(8);
    assertEquals(10, b.bench().body.view().phaseAmps(), 0.1);
  }

  @Test
  void keepsToTheScheduleItChose() throws Exception {
    Iso2Bench b = ac();
    b.charger().schedules = List.of(PaperCharger.flat(3, 5_520));
    b.bench().runTo("ChargingStatus", 10);
    b.bench().run(8);
    // 5520 W on three phases of 230 V.
    assertEquals(8, b.bench().body.view().phaseAmps(), 0.1);
    assertEquals(3, b.last(PowerDeliveryRequest.class).saScheduleTupleId());
  }

  @Test
  void residualCurrentEndsItAtOnce() throws Exception {
    Iso2Bench b = charging();
    b.charger().residualCurrent = true;
    b.bench().run(0.6);
    assertEquals("Parked", b.bench().vehicle.state());
    b.bench().assertNoted("residual current");
  }

  @Test
  void notificationEndsItWithoutCurrentAtTheContacts() throws Exception {
    Iso2Bench b = charging();
    b.charger().wish = EvseNotification.STOP_CHARGING;
    b.bench().runTo("PowerDeliveryStop", 10);
    assertTrue(b.bench().body.view().phaseAmps() < 1);
    b.bench().runTo("SessionStop", 10);
    assertEquals(0, b.bench().board.hotSwitches());
  }

  @Test
  void renegotiatesWhileEnergyFlows() throws Exception {
    Iso2Bench b = charging();
    b.charger().schedules = List.of(PaperCharger.flat(2, 6_900));
    b.charger().wish = EvseNotification.RE_NEGOTIATION;
    b.bench().runTo("ChargeParameterDiscovery", 3);
    b.charger().wish = EvseNotification.NONE;
    b.bench().runTo("ChargingStatus", 3);
    b.bench().run(8);
    assertEquals(10, b.bench().body.view().phaseAmps(), 0.1);
    assertEquals(1, b.bench().board.contactorCycles());
  }

  @Test
  void confirmsTheMeterWhenAReceiptIsWanted() throws Exception {
    Iso2Bench b = charging();
    b.charger().receipt = true;
    b.bench().run(1);
    assertEquals(1, b.sent(MeteringReceiptRequest.class).size());
    assertEquals("ChargingStatus", b.bench().vehicle.state());
  }
}
