package energy.ebbflow.simulator.ev.iso20;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.dc.BptDcCpdResEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeParameterDiscoveryResponse;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDetailResponse;
import energy.ebbflow.simulator.ev.body.BodySpec;
import energy.ebbflow.simulator.ev.file.VehicleFile;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.physics.BatterySpec;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A vehicle ends the session with a reason when its charger is wrong. */
class JudgingChargerTest {
  private static ConversationBench bent(UnaryOperator<V2gMessage> bend) throws Exception {
    ConversationBench bench = new ConversationBench(VehicleFile.read("bpt-dc"));
    bench.bend = bend;
    return bench;
  }

  private static V2gMessage limits(V2gMessage answer, int watts, int most, int least) {
    if (!(answer instanceof DcChargeParameterDiscoveryResponse response)) {
      return answer;
    }
    RationalNumber zero = RationalNumber.of(0);
    return new DcChargeParameterDiscoveryResponse(
        response.header(),
        response.responseCode(),
        new BptDcCpdResEnergyTransferMode(
            RationalNumber.of(watts),
            zero,
            RationalNumber.of(60),
            zero,
            RationalNumber.of(most),
            RationalNumber.of(least),
            Optional.empty(),
            RationalNumber.of(watts),
            zero,
            RationalNumber.of(60),
            zero));
  }

  private static void refused(ConversationBench bench, String reason) {
    bench.runTo("Parked", 10);
    assertTrue(bench.noted(reason), bench.effects.toString());
    assertFalse(bench.states.contains("CableCheck"));
    assertFalse(bench.body.view().contactorClosed());
  }

  @Test
  void negativePowerLimits() throws Exception {
    refused(bent(answer -> limits(answer, -1, 920, 150)), "power limits are negative");
  }

  @Test
  void voltageThatTheBatteryDoesNotHave() throws Exception {
    refused(bent(answer -> limits(answer, 20_000, 200, 50)), "the charger has 50.0 to 200.0 V");
  }

  // A charger without power electronics, as some that are for tests of protocols only: 1 V in
  // pre-charge. Without a cable nobody closes anything over that voltage (decision 0112).
  @Test
  void believedChargerNeedsNoVoltage() throws Exception {
    EvConfig vehicle = VehicleFile.read("bpt-dc");
    ConversationBench bench = new ConversationBench(vehicle.with(vehicle.habits().believing()));
    bench.bend = answer -> limits(answer, 20_000, 40, 0);
    bench.charger.preCharges = false;
    bench.runTo("PreCharge", 10);
    bench.run(2.9);
    assertEquals("PreCharge", bench.vehicle.state());
    bench.runTo("ChargeLoop", 2);
  }

  // The voltages of a charger that only pretends may be anything; a power limit below zero is wrong
  // in any case.
  @Test
  void believedChargerMayNotNameNegativeLimits() throws Exception {
    EvConfig vehicle = VehicleFile.read("bpt-dc");
    ConversationBench bench = new ConversationBench(vehicle.with(vehicle.habits().believing()));
    bench.bend = answer -> limits(answer, -1, 920, 150);
    refused(bench, "power limits are negative");
  }

  @Test
  void detailsOfAnotherService() throws Exception {
    refused(
        bent(
            answer ->
                answer instanceof ServiceDetailResponse response
                    ? new ServiceDetailResponse(
                        response.header(),
                        response.responseCode(),
                        2,
                        response.serviceParameterList())
                    : answer),
        "asked for service 6");
  }

  // More current than the battery takes, whatever was agreed on: the contactor opens.
  @Test
  void moreCurrentThanTheBatteryTakes() throws Exception {
    EvConfig config = VehicleFile.read("bpt-dc");
    BatterySpec b = config.body().battery();
    BatterySpec small =
        new BatterySpec(
            b.capacityWattHours(),
            b.openCircuitVolts(),
            b.ohms(),
            b.voltsMin(),
            b.voltsMax(),
            20,
            20,
            b.chargeWattsMax(),
            b.dischargeWattsMax(),
            b.chargeEfficiency());
    BodySpec body =
        new BodySpec(
            small,
            config.body().soc(),
            config.body().onboardCharger(),
            config.body().pilot(),
            config.body().contactor(),
            config.body().cableAmps());
    ConversationBench bench = new ConversationBench(config.with(body));
    bench.charger.targetAmps = 18;
    bench.runTo("ChargeLoop", 10);
    bench.run(5);
    assertEquals("ChargeLoop", bench.vehicle.state());
    bench.charger.targetAmps = 60;
    bench.runTo("Parked", 10);
    assertTrue(bench.noted("A into the battery"), bench.states.toString());
    bench.run(1);
    assertFalse(bench.body.view().contactorClosed());
  }
}
