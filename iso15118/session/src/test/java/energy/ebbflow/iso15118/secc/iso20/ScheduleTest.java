package energy.ebbflow.iso15118.secc.iso20;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iso15118.message.iso20.EvseNotification;
import energy.ebbflow.iso15118.message.iso20.EvseStatus;
import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeLoopResponse;
import energy.ebbflow.iso15118.message.iso20.power.ChargeProgress;
import energy.ebbflow.iso15118.message.iso20.price.AbsolutePriceSchedule;
import energy.ebbflow.iso15118.message.iso20.price.EvAbsolutePriceSchedule;
import energy.ebbflow.iso15118.message.iso20.price.EvPriceRule;
import energy.ebbflow.iso15118.message.iso20.price.EvPriceRuleStack;
import energy.ebbflow.iso15118.message.iso20.price.EvPriceRuleStackList;
import energy.ebbflow.iso15118.message.iso20.price.PriceLevelSchedule;
import energy.ebbflow.iso15118.message.iso20.price.PriceLevelScheduleEntry;
import energy.ebbflow.iso15118.message.iso20.price.PriceSchedule;
import energy.ebbflow.iso15118.message.iso20.schedule.ChargingSchedule;
import energy.ebbflow.iso15118.message.iso20.schedule.DynamicSeResControlMode;
import energy.ebbflow.iso15118.message.iso20.schedule.EvEnergyOffer;
import energy.ebbflow.iso15118.message.iso20.schedule.EvPowerSchedule;
import energy.ebbflow.iso15118.message.iso20.schedule.EvPowerScheduleEntry;
import energy.ebbflow.iso15118.message.iso20.schedule.EvPowerScheduleEntryList;
import energy.ebbflow.iso15118.message.iso20.schedule.PowerScheduleEntry;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleExchangeRequest;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleExchangeResponse;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleTuple;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduledSeReqControlMode;
import energy.ebbflow.iso15118.secc.Drive;
import energy.ebbflow.iso15118.secc.Outlook;
import energy.ebbflow.iso15118.secc.PowerPlan;
import energy.ebbflow.iso15118.secc.PowerPlan.Interval;
import energy.ebbflow.iso15118.secc.PowerPlan.Schedule;
import energy.ebbflow.iso15118.secc.Requests;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SeccTiming;
import energy.ebbflow.iso15118.secc.VehicleWord.EnergyOffered;
import energy.ebbflow.iso15118.secc.VehicleWord.ProfileChosen;
import energy.ebbflow.iso15118.secc.VehicleWord.ProfileStep;
import energy.ebbflow.iso15118.secc.iso20.offer.Iso20Options;
import energy.ebbflow.iso15118.secc.iso20.offer.Iso20Options.Pricing;
import energy.ebbflow.iso15118.transport.Sets;
import energy.ebbflow.iso15118.v2gtp.PayloadType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The station's plan on the wire, and what happens when it changes. */
final class ScheduleTest {
  private static final int DC_BPT_SCHEDULED = 2;

  /** Each alternative of the plan is a tuple, each interval an entry. */
  @Test
  void planIsToldAsTuples() {
    Drive drive = told(Iso20Options.PLAIN, Sessions.priced(3));
    List<ScheduleTuple> tuples = Sessions.told(drive).scheduleTuple();
    assertEquals(List.of(1L, 2L), tuples.stream().map(ScheduleTuple::scheduleTupleId).toList());
    ChargingSchedule first = tuples.getFirst().chargingSchedule();
    assertEquals(Sessions.NOW, first.powerSchedule().timeAnchor());
    assertEquals(List.of("3600 s 10000", "7200 s 5000"), entries(first));
    assertEquals(List.of("10800 s 3000"), entries(tuples.get(1).chargingSchedule()));
    assertEquals(Optional.empty(), tuples.getFirst().dischargingSchedule());
    assertEquals(Optional.empty(), first.powerSchedule().powerTolerance());
  }

  /** A vehicle that comes in the middle hears what is left. */
  @Test
  void lateVehicleHearsTheRest() {
    Drive drive = Sessions.scheduled(Iso20Options.PLAIN);
    drive.station.outlook = Outlook.NONE.withPlan(Sessions.priced(3));
    drive.station.utc = Sessions.NOW + 3_000;
    drive.send(drive.car.scheduledSchedule());
    ChargingSchedule first = Sessions.told(drive).scheduleTuple().getFirst().chargingSchedule();
    assertEquals(Sessions.NOW + 3_000, first.powerSchedule().timeAnchor());
    assertEquals(List.of("600 s 10000", "7200 s 5000"), entries(first));
  }

  /** Both directions where both were agreed. */
  @Test
  void dischargeHasItsOwnSchedule() {
    Drive drive = bidirectional(Iso20Options.PLAIN.with(Pricing.ABSOLUTE), Sessions.priced(3));
    ScheduleTuple tuple = Sessions.told(drive).scheduleTuple().getFirst();
    ChargingSchedule out = tuple.dischargingSchedule().orElseThrow();
    assertEquals(List.of("3600 s 0", "7200 s 2000"), entries(out));
    assertEquals(List.of(0.40, 0.30), fees(out.priceSchedule().orElseThrow()));
    assertEquals(List.of(0.40, 0.10), fees(tuple.chargingSchedule().priceSchedule().orElseThrow()));
  }

  /** Prices in a currency, per kWh. */
  @Test
  void absolutePrices() {
    Drive drive = told(Iso20Options.PLAIN.with(Pricing.ABSOLUTE), Sessions.priced(3));
    AbsolutePriceSchedule prices = (AbsolutePriceSchedule) prices(drive);
    assertEquals("EUR", prices.currency());
    assertEquals(Sessions.NOW, prices.timeAnchor());
    assertEquals("urn:iso:std:iso:15118:-20:PriceAlgorithm:1-Power", prices.priceAlgorithm());
    assertEquals(
        List.of(3_600L, 7_200L),
        prices.priceRuleStacks().priceRuleStack().stream().map(s -> s.duration()).toList());
    assertEquals(List.of(0.40, 0.10), fees(prices));
  }

  /** Ranks over the whole plan: 0.10 is the cheapest, 0.20 is in the other schedule. */
  @Test
  void priceLevels() {
    Drive drive = told(Iso20Options.PLAIN.with(Pricing.LEVELS), Sessions.priced(3));
    PriceLevelSchedule levels = (PriceLevelSchedule) prices(drive);
    assertEquals(3, levels.numberOfPriceLevels());
    assertEquals(
        List.of(new PriceLevelScheduleEntry(3_600, 2), new PriceLevelScheduleEntry(7_200, 0)),
        levels.priceLevelScheduleEntries().priceLevelScheduleEntry());
  }

  /** No prices are known: one level all day, since some vehicles want one. */
  @Test
  void withoutPricesThereIsOneLevel() {
    PowerPlan plan = PowerPlan.of(3, Sessions.NOW, 600, List.of(new Interval(0, 1_000, 0)));
    for (Pricing pricing : Pricing.values()) {
      Drive drive = told(Iso20Options.PLAIN.with(pricing), plan);
      PriceLevelSchedule levels = (PriceLevelSchedule) prices(drive);
      assertEquals(1, levels.numberOfPriceLevels());
      assertEquals(
          List.of(new PriceLevelScheduleEntry(600, 0)),
          levels.priceLevelScheduleEntries().priceLevelScheduleEntry());
    }
  }

  /** In dynamic control the vehicle hears prices, too, and no schedule. */
  @Test
  void dynamicControlHearsPrices() {
    Drive drive = Sessions.dc(Iso20Options.PLAIN.with(Pricing.ABSOLUTE)).toParameters();
    drive.station.outlook = Outlook.NONE.withPlan(Sessions.priced(3));
    drive.send(drive.car.bptParameters()).send(drive.car.dynamicSchedule());
    DynamicSeResControlMode mode =
        (DynamicSeResControlMode) drive.response(ScheduleExchangeResponse.class).seResControlMode();
    assertEquals(List.of(0.40, 0.10), fees(mode.priceSchedule().orElseThrow()));
  }

  /** MaximumSupportingPoints: the plan ends earlier, and the rest is told at its end. */
  @Test
  void vehicleKeepsOnlySomeEntries() {
    List<Interval> hours = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      hours.add(new Interval(i * 3_600L, 1_000 + i, 0));
    }
    Drive drive = Sessions.scheduled(Iso20Options.PLAIN);
    drive.station.outlook = Outlook.NONE.withPlan(PowerPlan.of(3, Sessions.NOW, 20 * 3_600, hours));
    Sessions.throughPreCharge(drive.send(drive.car.scheduledSchedule(12)));
    assertEquals(12, entries(Sessions.toldAny(drive)).size());
    drive.send(drive.car.power(ChargeProgress.START));
    drive.station.utc = Sessions.NOW + 12 * 3_600 - 1;
    assertEquals(Optional.empty(), status(drive));
    drive.station.utc++;
    assertEquals(renegotiate(), status(drive));
  }

  /** Three alternatives with all prices, in both directions, still fit a frame. */
  @Test
  void longestPlanFitsAFrame() {
    List<Interval> steps = new ArrayList<>();
    for (int i = 0; i < PowerPlan.MAX_INTERVALS; i++) {
      steps.add(new Interval(i * 900L, 11_111, 9_999, Optional.of(0.3333), Optional.empty()));
    }
    PowerPlan longest =
        new PowerPlan(
            1,
            Sessions.NOW,
            900L * PowerPlan.MAX_INTERVALS,
            List.of(new Schedule(1, steps), new Schedule(2, steps), new Schedule(3, steps)),
            Optional.of("EUR"),
            Optional.of(500.0));
    Drive drive = bidirectional(Iso20Options.PLAIN.with(Pricing.ABSOLUTE), longest);
    byte[] frame = new byte[PayloadType.ISO20_MAIN.maxBytes()];
    ScheduleExchangeResponse response = drive.response(ScheduleExchangeResponse.class);
    int bytes = Sets.of(response).codec().encode(response, frame, 0);
    assertTrue(bytes > frame.length / 4, "the bound is not wasted: " + bytes);
    assertEquals(
        PowerPlan.MAX_INTERVALS / 3,
        entries(Sessions.told(drive).scheduleTuple().getFirst().chargingSchedule()).size());
  }

  /** Another version: the vehicle is asked until it has heard it, and energy goes on. */
  @Test
  void changedPlanAsksForRenegotiation() {
    Drive drive = Sessions.scheduledLoop(Sessions.priced(3));
    assertEquals(Optional.empty(), status(drive));
    drive.station.outlook = Outlook.NONE.withPlan(Sessions.priced(4));
    assertEquals(renegotiate(), status(drive));
    assertEquals(renegotiate(), status(drive));
    drive.send(drive.car.power(ChargeProgress.SCHEDULE_RENEGOTIATION));
    drive.send(drive.car.scheduledSchedule());
    assertEquals(2, Sessions.told(drive).scheduleTuple().size());
    drive.send(drive.car.startWithSchedule(1));
    assertEquals(4, drive.effect(ProfileChosen.class).planVersion().orElseThrow());
    assertEquals(Optional.empty(), status(drive));
    assertFalse(drive.all.stream().anyMatch(SeccEffect.StopEnergyTransfer.class::isInstance));
  }

  /** The first plan comes late, or goes away: told as well. */
  @Test
  void planComesAndGoes() {
    Drive drive = Sessions.scheduledLoop(Sessions.priced(3));
    drive.station.outlook = Outlook.NONE;
    assertEquals(renegotiate(), status(drive));
    drive.send(drive.car.scheduledSchedule());
    assertEquals(
        List.of("86400 s 20000"),
        entries(Sessions.told(drive).scheduleTuple().getFirst().chargingSchedule()));
    assertEquals(Optional.empty(), status(drive));
    drive.station.outlook = Outlook.NONE.withPlan(Sessions.priced(1));
    assertEquals(renegotiate(), status(drive));
  }

  /** In dynamic control the set-point itself changes: nobody renegotiates. */
  @Test
  void dynamicControlIsNotAsked() {
    Drive drive = Drive.bpt().toLoop();
    drive.station.outlook = Outlook.NONE.withPlan(Sessions.priced(4));
    drive.send(drive.car.loop());
    assertEquals(Optional.empty(), drive.response(DcChargeLoopResponse.class).evseStatus());
  }

  /** The renegotiation may take its time, the loop may not: 60 s and 1.5 s of silence. */
  @Test
  void renegotiationHasItsTime() {
    Drive drive = Sessions.scheduledLoop(Sessions.priced(3));
    drive.send(drive.car.power(ChargeProgress.SCHEDULE_RENEGOTIATION));
    drive.pass(SeccTiming.SEQUENCE - 1).tick();
    assertFalse(drive.session.ended());
    drive.send(drive.car.scheduledSchedule());
    drive.pass(SeccTiming.SEQUENCE - 1).send(drive.car.scheduledLoop(10, 370));
    assertEquals("DcChargeLoop", drive.session.stateName());
    drive.pass(SeccTiming.CHARGE_LOOP_SEQUENCE).tick();
    assertTrue(drive.session.ended());
    Drive silent = Sessions.scheduledLoop(Sessions.priced(3));
    silent.send(silent.car.power(ChargeProgress.SCHEDULE_RENEGOTIATION));
    silent.pass(SeccTiming.SEQUENCE).tick();
    assertTrue(silent.session.ended());
  }

  /** Energy a vehicle offers reaches the domain with its price. */
  @Test
  void energyIsOffered() {
    Drive drive = Sessions.scheduled(Iso20Options.PLAIN);
    ScheduleExchangeRequest plain = drive.car.scheduledSchedule();
    drive.send(
        new ScheduleExchangeRequest(
            plain.header(),
            plain.maximumSupportingPoints(),
            new ScheduledSeReqControlMode(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(offer()))));
    assertEquals(
        new EnergyOffered(
            "EUR",
            List.of(
                new ProfileStep(Sessions.NOW, -10_000),
                new ProfileStep(Sessions.NOW + 600, -5_000)),
            0.25),
        drive.effect(EnergyOffered.class));
  }

  private static EvEnergyOffer offer() {
    return new EvEnergyOffer(
        new EvPowerSchedule(
            Sessions.NOW,
            new EvPowerScheduleEntryList(
                List.of(
                    new EvPowerScheduleEntry(600, RationalNumber.of(-10_000)),
                    new EvPowerScheduleEntry(600, RationalNumber.of(-5_000))))),
        new EvAbsolutePriceSchedule(
            Sessions.NOW,
            "EUR",
            "urn:iso:std:iso:15118:-20:PriceAlgorithm:1-Power",
            new EvPriceRuleStackList(
                List.of(
                    new EvPriceRuleStack(
                        1_200,
                        List.of(
                            new EvPriceRule(
                                RationalNumber.nearest(0.25, -4), RationalNumber.of(0))))))));
  }

  /** The plan is being made: the vehicle waits, and then hears it. */
  @Test
  void vehicleWaitsForThePlan() {
    Drive drive = Sessions.scheduled(Iso20Options.PLAIN);
    drive.station.outlook = Outlook.NONE.withPlanPending();
    drive.send(drive.car.scheduledSchedule());
    assertEquals(Processing.ONGOING, processing(drive));
    assertTrue(drive.did(SeccEffect.VehicleReport.class), "the planner needs to know for whom");
    drive.pass(SeccTiming.PLAN_WAIT - 1).send(drive.car.scheduledSchedule());
    assertEquals(Processing.ONGOING, processing(drive));
    drive.station.outlook = Outlook.NONE.withPlan(Sessions.priced(1));
    drive.send(drive.car.scheduledSchedule());
    assertEquals(Processing.FINISHED, processing(drive));
    assertEquals(2, Sessions.told(drive).scheduleTuple().size());
  }

  /** The plan does not come: the limits of the moment, in half of the time the vehicle waits. */
  @Test
  void planDoesNotCome() {
    Drive drive = Sessions.scheduled(Iso20Options.PLAIN);
    drive.station.outlook = Outlook.NONE.withPlanPending();
    drive.send(drive.car.scheduledSchedule());
    drive.pass(SeccTiming.PLAN_WAIT).send(drive.car.scheduledSchedule());
    assertEquals(Processing.FINISHED, processing(drive));
    assertEquals("AwaitCableCheck", drive.session.stateName());
  }

  private static Optional<EvseStatus> renegotiate() {
    return Optional.of(new EvseStatus(0, EvseNotification.SCHEDULE_RENEGOTIATION));
  }

  private static Optional<EvseStatus> status(Drive drive) {
    drive.send(drive.car.scheduledLoop(10, 370));
    return drive.response(DcChargeLoopResponse.class).evseStatus();
  }

  private static Processing processing(Drive drive) {
    return drive.response(ScheduleExchangeResponse.class).evseProcessing();
  }

  private static Drive told(Iso20Options options, PowerPlan plan) {
    Drive drive = Sessions.scheduled(options);
    drive.station.outlook = Outlook.NONE.withPlan(plan);
    return drive.send(drive.car.scheduledSchedule());
  }

  private static Drive bidirectional(Iso20Options options, PowerPlan plan) {
    Drive drive = Sessions.dc(options).toSelected(Requests.DC_BPT, DC_BPT_SCHEDULED);
    drive.station.outlook = Outlook.NONE.withPlan(plan);
    return drive.send(drive.car.bptParameters()).send(drive.car.scheduledSchedule());
  }

  private static PriceSchedule prices(Drive drive) {
    return Sessions.told(drive)
        .scheduleTuple()
        .getFirst()
        .chargingSchedule()
        .priceSchedule()
        .orElseThrow();
  }

  private static List<Double> fees(PriceSchedule prices) {
    return ((AbsolutePriceSchedule) prices)
        .priceRuleStacks().priceRuleStack().stream()
            .map(stack -> stack.priceRule().getFirst().energyFee().toDouble())
            .toList();
  }

  private static List<String> entries(ChargingSchedule schedule) {
    return schedule.powerSchedule().powerScheduleEntries().powerScheduleEntry().stream()
        .map(ScheduleTest::text)
        .toList();
  }

  private static String text(PowerScheduleEntry entry) {
    return entry.duration() + " s " + Math.round(entry.power().toDouble());
  }
}
