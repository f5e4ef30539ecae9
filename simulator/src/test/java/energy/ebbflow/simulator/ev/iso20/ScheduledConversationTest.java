package energy.ebbflow.simulator.ev.iso20;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iso15118.message.iso20.EvseNotification;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeLoopRequest;
import energy.ebbflow.iso15118.message.iso20.dc.control.ScheduledDcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.power.ChargeProgress;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso20.power.ScheduledEvpptControlMode;
import energy.ebbflow.iso15118.message.iso20.price.PriceLevelSchedule;
import energy.ebbflow.iso15118.message.iso20.price.PriceLevelScheduleEntry;
import energy.ebbflow.iso15118.message.iso20.price.PriceLevelScheduleEntryList;
import energy.ebbflow.iso15118.message.iso20.schedule.ChargingSchedule;
import energy.ebbflow.iso15118.message.iso20.schedule.PowerSchedule;
import energy.ebbflow.iso15118.message.iso20.schedule.PowerScheduleEntry;
import energy.ebbflow.iso15118.message.iso20.schedule.PowerScheduleEntryList;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleExchangeRequest;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleTuple;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduledSeReqControlMode;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduledSeResControlMode;
import energy.ebbflow.simulator.ev.file.VehicleFile;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.script.Deed;
import energy.ebbflow.simulator.ev.script.Trigger;
import energy.ebbflow.simulator.ev.script.VehicleStep;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Scheduled control of ISO 15118-20 DC: choice, profile, renegotiation. */
class ScheduledConversationTest {
  private static EvConfig vehicle() throws Exception {
    return VehicleFile.read("dc-scheduled");
  }

  /** Two hours of a limit; the price level of the first and of the second hour. */
  static ScheduleTuple tuple(long id, int watts, int first, int second) {
    PriceLevelSchedule prices =
        new PriceLevelSchedule(
            Optional.empty(),
            0,
            id,
            Optional.empty(),
            10,
            new PriceLevelScheduleEntryList(
                List.of(
                    new PriceLevelScheduleEntry(3600, first),
                    new PriceLevelScheduleEntry(3600, second))));
    PowerSchedule power =
        new PowerSchedule(
            0,
            Optional.empty(),
            Optional.empty(),
            new PowerScheduleEntryList(
                List.of(
                    new PowerScheduleEntry(
                        7200, RationalNumber.of(watts), Optional.empty(), Optional.empty()))));
    return new ScheduleTuple(
        id, new ChargingSchedule(power, Optional.of(prices)), Optional.empty());
  }

  private static ConversationBench bench(EvConfig config, ScheduleTuple... tuples) {
    ConversationBench bench = new ConversationBench(config);
    bench.charger.schedules = Optional.of(new ScheduledSeResControlMode(List.of(tuples)));
    return bench;
  }

  private static ScheduledEvpptControlMode chosen(PowerDeliveryRequest request) {
    return assertInstanceOf(
        ScheduledEvpptControlMode.class, request.evPowerProfile().orElseThrow().evpptControlMode());
  }

  @Test
  void takesTheCheaperScheduleAndKeepsToItsOwnProfile() throws Exception {
    ConversationBench bench = bench(vehicle(), tuple(1, 8000, 5, 5), tuple(2, 8000, 2, 3));
    bench.runTo("ChargeLoop", 10);
    bench.run(10);
    PowerDeliveryRequest start = bench.last(PowerDeliveryRequest.class);
    assertEquals(2, chosen(start).selectedScheduleTupleId());
    for (PowerScheduleEntry entry :
        start.evPowerProfile().orElseThrow().evPowerProfileEntries().evPowerProfileEntry()) {
      assertTrue(entry.power().toDouble() <= 8000, entry.toString());
    }
    ScheduledDcClReqControlMode told =
        assertInstanceOf(
            ScheduledDcClReqControlMode.class,
            bench.last(DcChargeLoopRequest.class).clReqControlMode());
    double watts = told.evTargetCurrent().toDouble() * bench.body.view().batteryVolts();
    assertEquals(8000, watts, 100);
    assertEquals(8000, bench.body.view().inletAmps() * bench.body.view().batteryVolts(), 400);
  }

  // The first hour is dear: nothing flows, but the session lives.
  @Test
  void waitsForTheCheapHour() throws Exception {
    ConversationBench bench = bench(vehicle(), tuple(1, 20_000, 9, 1));
    bench.runTo("ChargeLoop", 10);
    bench.run(60);
    assertEquals("ChargeLoop", bench.vehicle.state());
    assertEquals(0, bench.body.view().inletAmps(), 1);
    bench.run(3600);
    assertTrue(bench.body.view().inletAmps() > 30, "" + bench.body.view());
  }

  @Test
  void followsTheChargersWishForAnotherSchedule() throws Exception {
    ConversationBench bench = bench(vehicle(), tuple(1, 8000, 1, 1));
    bench.runTo("ChargeLoop", 10);
    bench.run(5);
    bench.charger.schedules =
        Optional.of(new ScheduledSeResControlMode(List.of(tuple(3, 4000, 1, 1))));
    bench.charger.wish = Optional.of(EvseNotification.SCHEDULE_RENEGOTIATION);
    bench.run(10);
    List<ChargeProgress> progress =
        bench.requests(PowerDeliveryRequest.class).stream()
            .map(PowerDeliveryRequest::chargeProgress)
            .toList();
    assertEquals(
        List.of(ChargeProgress.START, ChargeProgress.SCHEDULE_RENEGOTIATION, ChargeProgress.START),
        progress);
    assertEquals(3, chosen(bench.last(PowerDeliveryRequest.class)).selectedScheduleTupleId());
    assertEquals(4000, bench.body.view().inletAmps() * bench.body.view().batteryVolts(), 300);
    assertEquals(1, bench.board.contactorCycles());
    assertEquals(1, bench.states.stream().filter("CableCheck"::equals).count());
  }

  // The user changes their mind: departure in an hour instead of two, and less energy.
  @Test
  void otherNeedsOfTheUserNegotiateAnotherSchedule() throws Exception {
    VehicleStep step =
        new VehicleStep(
            "in ChargeLoop for 5 s",
            new Trigger.In("ChargeLoop", 5),
            new Deed.ChangeNeeds(Optional.of(3600L), Optional.of(60), Optional.empty()));
    ConversationBench bench = bench(vehicle().withSteps(List.of(step)), tuple(1, 8000, 1, 1));
    bench.runTo("ChargeLoop", 10);
    bench.run(10);
    List<ScheduleExchangeRequest> exchanges = bench.requests(ScheduleExchangeRequest.class);
    assertEquals(2, exchanges.size());
    ScheduledSeReqControlMode second =
        (ScheduledSeReqControlMode) exchanges.getLast().seReqControlMode();
    assertEquals(Optional.of(3600L), second.departureTime());
    assertTrue(second.evTargetEnergyRequest().orElseThrow().toDouble() < 4100);
    assertEquals("ChargeLoop", bench.vehicle.state());
  }

  @Test
  void negativeLimitsOfAScheduleAreNoSchedule() throws Exception {
    ConversationBench bench = bench(vehicle(), tuple(1, -8000, 1, 1));
    bench.runTo("Parked", 10);
    assertTrue(bench.noted("negative limit for charging"));
    assertFalse(bench.states.contains("CableCheck"));
  }
}
