package energy.ebbflow.simulator.ev.iso2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iso15118.message.iso2.EvseProcessing;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso2.charge.DcEvChargeParameter;
import energy.ebbflow.iso15118.message.iso2.loop.CurrentDemandRequest;
import energy.ebbflow.iso15118.message.iso2.service.PaymentServiceSelectionRequest;
import energy.ebbflow.iso15118.message.iso2.service.SelectedService;
import energy.ebbflow.simulator.ev.Vehicles;
import energy.ebbflow.simulator.ev.iso2.wire.Values;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.EvConfig.Sae;
import energy.ebbflow.simulator.ev.model.EvProtocol;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Energy out of a vehicle by SAE J2847/2 over ISO 15118-2, against a charger of paper. */
class SaeTest {
  private static Iso2Bench bench(Sae sae) throws Exception {
    EvConfig vehicle = Vehicles.speaking("bpt-dc", EvProtocol.ISO2);
    EvConfig.Protocols p = vehicle.protocols();
    Iso2Bench b =
        Iso2Bench.dc(
            vehicle.with(
                new EvConfig.Protocols(p.spoken(), false, true, p.tls(), false, sae, p.dcInlet())));
    b.charger().valueAdded = List.of(28_472, 28_473);
    return b;
  }

  private static List<Integer> selected(Iso2Bench b) {
    return b
        .last(PaymentServiceSelectionRequest.class)
        .selectedServiceList()
        .selectedService()
        .stream()
        .map(SelectedService::serviceId)
        .toList();
  }

  private static double target(Iso2Bench b) {
    return Values.number(b.last(CurrentDemandRequest.class).evTargetCurrent());
  }

  @Test
  void vehicleThatDoesNotKnowItTakesTheChargingServiceOnly() throws Exception {
    Iso2Bench b = bench(Sae.OFF);
    b.bench().runTo("CurrentDemand", 20);
    b.charger().asksForDischarge = true;
    b.bench().run(3);
    assertEquals(List.of(1), selected(b));
    assertTrue(target(b) >= 0);
    assertTrue(b.bench().board.meter().exportedWattHours() < 0.01);
  }

  @Test
  void toGridIsSelectedAndTheSignsTurnTheDirectionBothWays() throws Exception {
    Iso2Bench b = bench(Sae.V2G);
    b.bench().runTo("CurrentDemand", 20);
    b.bench().run(4);
    assertEquals(List.of(1, 28_473), selected(b));
    assertEquals(40, target(b), 0.1);
    b.charger().asksForDischarge = true;
    b.bench().run(5);
    assertEquals(-40, target(b), 0.1);
    assertTrue(b.bench().body.view().inletAmps() < -35);
    CurrentDemandRequest giving = b.last(CurrentDemandRequest.class);
    assertTrue(Values.number(giving.evMaximumCurrentLimit().orElseThrow()) < 0);
    assertTrue(Values.number(giving.evMaximumPowerLimit().orElseThrow()) < 0);
    b.charger().asksForDischarge = false;
    b.bench().run(5);
    assertEquals(40, target(b), 0.1);
    assertTrue(b.bench().body.view().inletAmps() > 35);
    assertEquals(1, b.bench().board.contactorCycles());
  }

  // V2H: the first request may be positive, the charger asks again, then the signs are negative
  // and BulkSOC names where to stop.
  @Test
  void toHomeGivesFromTheStart() throws Exception {
    Iso2Bench b = bench(Sae.V2H);
    b.charger().parameters = EvseProcessing.ONGOING;
    b.bench().runTo("ChargeParameterDiscovery", 10);
    b.bench().run(0.5);
    b.charger().parameters = EvseProcessing.FINISHED;
    b.bench().runTo("CurrentDemand", 20);
    b.charger().asksForDischarge = true;
    b.bench().run(5);
    assertEquals(List.of(1, 28_472), selected(b));
    List<ChargeParameterDiscoveryRequest> asked = b.sent(ChargeParameterDiscoveryRequest.class);
    DcEvChargeParameter first = (DcEvChargeParameter) asked.getFirst().evChargeParameter();
    DcEvChargeParameter last = (DcEvChargeParameter) asked.getLast().evChargeParameter();
    assertEquals(60, Values.number(first.evMaximumCurrentLimit()));
    assertEquals(-60, Values.number(last.evMaximumCurrentLimit()));
    assertEquals(-20_000, Values.number(last.evMaximumPowerLimit().orElseThrow()));
    assertEquals(20, last.bulkSoc().orElseThrow());
    assertEquals(-40, target(b), 0.1);
    assertTrue(b.bench().board.meter().exportedWattHours() > 5);
  }

  @Test
  void toHomeStopsAtTheLowestCharge() throws Exception {
    EvConfig vehicle = Vehicles.speaking("bpt-dc", EvProtocol.ISO2);
    EvConfig.Protocols p = vehicle.protocols();
    EvConfig low =
        vehicle
            .with(
                new EvConfig.Protocols(
                    p.spoken(), false, true, p.tls(), false, Sae.V2H, p.dcInlet()))
            .with(vehicle.body().withSoc(0.201));
    Iso2Bench b = Iso2Bench.dc(low);
    b.charger().valueAdded = List.of(28_472);
    b.charger().asksForDischarge = true;
    b.bench().runTo("SessionStop", 60);
    assertEquals(20, b.bench().body.view().socPercent(), 0.05);
  }
}
