package energy.ebbflow.iso15118.secc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iso15118.message.iso2.EvseProcessing;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeParameterDiscoveryResponse;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeProgress;
import energy.ebbflow.iso15118.message.iso2.loop.ChargingStatusRequest;
import energy.ebbflow.iso15118.message.iso2.loop.ChargingStatusResponse;
import energy.ebbflow.iso15118.message.iso2.schedule.PmaxScheduleEntry;
import energy.ebbflow.iso15118.message.iso2.schedule.RelativeTimeInterval;
import energy.ebbflow.iso15118.message.iso2.schedule.SaScheduleList;
import energy.ebbflow.iso15118.message.iso2.schedule.SaScheduleTuple;
import energy.ebbflow.iso15118.message.iso2.schedule.SalesTariff;
import energy.ebbflow.iso15118.secc.EvseView.Authorisation;
import energy.ebbflow.iso15118.secc.PowerPlan.Interval;
import energy.ebbflow.iso15118.secc.PowerPlan.Schedule;
import energy.ebbflow.iso15118.secc.iso2.Iso2Timing;
import energy.ebbflow.iso15118.secc.iso2.Physical;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Power and prices over time under ISO 15118-2: what a vehicle is told and may choose. */
class Iso2ScheduleTest {
  private static final long NOW = 1_780_000_000L;
  private static final long NANO = 1;
  private static final Optional<Long> NOT_SAID = Optional.empty();

  private static PowerPlan plan(Interval... intervals) {
    return PowerPlan.of(7, NOW, 43_200, List.of(intervals));
  }

  private static Interval priced(long start, double watts, double price) {
    return new Interval(start, watts, 0, Optional.of(price), Optional.empty());
  }

  private static Iso2Drive with(PowerPlan plan) {
    Iso2Drive car = Iso2Drive.ac();
    car.drive.station.outlook = Outlook.NONE.withPlan(plan);
    return car.toParameters();
  }

  private static List<SaScheduleTuple> tuples(Iso2Drive car) {
    ChargeParameterDiscoveryResponse response =
        car.response(ChargeParameterDiscoveryResponse.class);
    assertEquals(EvseProcessing.FINISHED, response.evseProcessing());
    return ((SaScheduleList) response.saSchedules().orElseThrow()).saScheduleTuple();
  }

  /** Each entry as "start s: W", the last with its duration. */
  private static List<String> entries(SaScheduleTuple tuple) {
    List<String> text = new ArrayList<>();
    for (PmaxScheduleEntry entry : tuple.pmaxSchedule().pmaxScheduleEntry()) {
      RelativeTimeInterval time = (RelativeTimeInterval) entry.timeInterval();
      text.add(
          time.start()
              + time.duration().map(d -> "+" + d).orElse("")
              + ": "
              + Math.round(Physical.number(entry.pmax())));
    }
    return text;
  }

  /** [V2G2-303]: the schedule lasts until the vehicle leaves; what comes later is not told. */
  @Test
  void scheduleLastsUntilDeparture() {
    PowerPlan plan =
        plan(new Interval(0, 4_000, 0), new Interval(3_600, 11_000, 0), new Interval(9_000, 0, 0));
    Iso2Drive car = with(plan);
    car.send(car.acParameters(32));
    assertEquals(List.of("0: 4000", "3600+3600: 11000"), entries(tuples(car).getFirst()));
  }

  /** [V2G2-304]: a day at least where the vehicle does not say when it leaves; 0 says nothing. */
  @Test
  void scheduleLastsADay() {
    PowerPlan plan = plan(new Interval(0, 4_000, 0), new Interval(3_600, 11_000, 0));
    for (Optional<Long> departure : List.of(NOT_SAID, Optional.of(0L))) {
      Iso2Drive car = with(plan);
      car.send(car.acParameters(32, Optional.empty(), departure));
      assertEquals(List.of("0: 4000", "3600+82800: 11000"), entries(tuples(car).getFirst()));
    }
  }

  /** An entry lasts a day at most: a vehicle that stays a week hears of a second one. */
  @Test
  void longStayIsToldInTwoEntries() {
    Iso2Drive car = with(plan(new Interval(0, 4_000, 0)));
    car.send(car.acParameters(32, Optional.empty(), Optional.of(604_800L)));
    assertEquals(List.of("0: 4000", "518400+86400: 4000"), entries(tuples(car).getFirst()));
    Iso2Drive small = with(plan(new Interval(0, 4_000, 0)));
    small.send(small.acParameters(32, Optional.of(1), Optional.of(604_800L)));
    assertEquals(List.of("0+86400: 4000"), entries(tuples(small).getFirst()));
  }

  /** A plan that began is told from now on, one that begins later after the limit of the moment. */
  @Test
  void planIsToldFromNow() {
    PowerPlan plan = plan(new Interval(0, 4_000, 0), new Interval(3_600, 11_000, 0));
    Iso2Drive late = Iso2Drive.ac();
    late.drive.station.outlook = Outlook.NONE.withPlan(plan);
    late.drive.station.utc = NOW + 600;
    late.toParameters().send(late.acParameters(32));
    assertEquals(List.of("0: 4000", "3000+4200: 11000"), entries(tuples(late).getFirst()));
    Iso2Drive early = Iso2Drive.ac();
    early.drive.station.outlook = Outlook.NONE.withPlan(plan);
    early.drive.station.utc = NOW - 600;
    early.toParameters().send(early.acParameters(32));
    assertEquals(
        List.of("0: 20000", "600: 4000", "4200+3000: 11000"), entries(tuples(early).getFirst()));
  }

  /** MaxEntriesSAScheduleTuple, and the twelve of the usual stack; joined entries promise less. */
  @Test
  void vehicleTakesSoManyEntries() {
    List<Interval> hours = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      hours.add(new Interval(i * 60L, 1_000 + i * 10, 0));
    }
    PowerPlan plan = PowerPlan.of(1, NOW, 7_200, hours);
    for (Optional<Integer> room :
        List.of(Optional.<Integer>empty(), Optional.of(3), Optional.of(0))) {
      Iso2Drive car = with(plan);
      car.send(car.acParameters(32, room, Optional.of(7_200L)));
      List<PmaxScheduleEntry> told = tuples(car).getFirst().pmaxSchedule().pmaxScheduleEntry();
      assertEquals(Math.max(1, room.orElse(12)), told.size());
      for (PmaxScheduleEntry entry : told) {
        int start = ((RelativeTimeInterval) entry.timeInterval()).start();
        assertTrue(
            Physical.number(entry.pmax())
                <= plan.schedules().getFirst().at(start).chargeWattsMax());
      }
    }
  }

  /** The largest plan and a vehicle that claims to take everything: it fits into a message. */
  @Test
  void largestPlanFits() {
    List<Schedule> schedules = new ArrayList<>();
    for (int id = 253; id <= 255; id++) {
      List<Interval> intervals = new ArrayList<>();
      for (int i = 0; i < PowerPlan.MAX_INTERVALS; i++) {
        intervals.add(priced(i * 1_000_000L, 10_001 + (i * 7_919 + id) % 300_000, i * 0.0123 + id));
      }
      schedules.add(new Schedule(id, intervals));
    }
    PowerPlan plan =
        new PowerPlan(1, NOW, 2_000_000_000L, schedules, Optional.of("EUR"), Optional.empty());
    Iso2Drive car = with(plan);
    car.send(car.acParameters(32, Optional.of(65_535), Optional.of(4_294_967_295L)));
    assertEquals(3, tuples(car).size());
    assertTrue(entries(tuples(car).getFirst()).size() > 12);
    SalesTariff tariff = tuples(car).getFirst().salesTariff().orElseThrow();
    assertEquals(Optional.of(255), tariff.numEpriceLevels());
  }

  /** Whatever the plan and the vehicle: what is told never promises more than the plan. */
  @Property(tries = 500)
  void neverPromisesMoreThanThePlan(@ForAll long seed) {
    Random random = new Random(seed);
    List<Interval> intervals = new ArrayList<>();
    long start = 0;
    for (int i = 0; i < 1 + random.nextInt(60); i++) {
      intervals.add(new Interval(start, random.nextInt(400) * 100, 0));
      start += 1 + random.nextInt(7_200);
    }
    PowerPlan plan =
        PowerPlan.of(5, NOW - random.nextInt(4_000), start + random.nextInt(9_000), intervals);
    int room = 1 + random.nextInt(40);
    Iso2Drive car = with(plan);
    car.send(
        car.acParameters(
            32, Optional.of(room), Optional.of((long) random.nextInt(200_000)).filter(s -> s > 0)));
    List<PmaxScheduleEntry> told = tuples(car).getFirst().pmaxSchedule().pmaxScheduleEntry();
    assertTrue(told.size() <= room);
    Optional<PowerPlan> ahead = plan.from(NOW);
    for (int i = 0; i < told.size(); i++) {
      long from = ((RelativeTimeInterval) told.get(i).timeInterval()).start();
      long until =
          i + 1 < told.size()
              ? ((RelativeTimeInterval) told.get(i + 1).timeInterval()).start()
              : from + 1;
      assertTrue(from < until && (i > 0 || from == 0));
      double watts = Physical.number(told.get(i).pmax());
      for (long second : new long[] {from, (from + until) / 2, until - 1}) {
        double limit =
            ahead
                .map(left -> left.schedules().getFirst().at(second).chargeWattsMax())
                .orElse(20_000.0);
        assertTrue(watts <= limit, () -> watts + " W told at " + second + " s, planned " + limit);
      }
    }
  }

  /** The prices are levels and percentages of the highest; alternatives have their own numbers. */
  @Test
  void tariffsAndAlternatives() {
    PowerPlan plan =
        new PowerPlan(
            3,
            NOW,
            7_200,
            List.of(
                new Schedule(1, List.of(priced(0, 11_000, 0.40), priced(3_600, 11_000, 0.10))),
                new Schedule(9, List.of(priced(0, 22_000, 0.50), priced(1_800, 22_000, -0.05)))),
            Optional.of("EUR"),
            Optional.empty());
    Iso2Drive car = with(plan);
    car.send(car.acParameters(32));
    List<SaScheduleTuple> tuples = tuples(car);
    assertEquals(List.of(1, 9), tuples.stream().map(SaScheduleTuple::saScheduleTupleId).toList());
    assertEquals(List.of("0+7200: 11000"), entries(tuples.getFirst()));
    SalesTariff tariff = tuples.getFirst().salesTariff().orElseThrow();
    assertEquals(Optional.of(4), tariff.numEpriceLevels());
    assertEquals(Optional.empty(), tariff.id(), "not signed");
    assertEquals(List.of("0 3 80", "3600+3600 2 20"), prices(tariff));
    assertEquals(
        List.of("0 4 100", "1800+5400 1 0"), prices(tuples.getLast().salesTariff().orElseThrow()));
    car.send(car.power(ChargeProgress.START, 9, Optional.of(22_000)));
    VehicleWord.ProfileChosen chosen = car.drive.effect(VehicleWord.ProfileChosen.class);
    assertEquals(Optional.of(9), chosen.schedule());
    assertEquals(Optional.of(3), chosen.planVersion());
    assertEquals(List.of(new VehicleWord.ProfileStep(NOW, 22_000)), chosen.steps());
    car.drive.station.pilotReady = true;
    car.drive.station.closed = true;
    car.drive.tick();
    car.send(new ChargingStatusRequest());
    assertEquals(9, car.response(ChargingStatusResponse.class).saScheduleTupleId());
  }

  /** Each entry as "start[+duration] level percent". */
  private static List<String> prices(SalesTariff tariff) {
    return tariff.salesTariffEntry().stream()
        .map(
            entry -> {
              RelativeTimeInterval time = (RelativeTimeInterval) entry.timeInterval();
              return time.start()
                  + time.duration().map(d -> "+" + d).orElse("")
                  + " "
                  + entry.epriceLevel().orElseThrow()
                  + " "
                  + entry.consumptionCost().getFirst().cost().getFirst().amount();
            })
        .toList();
  }

  /** [V2G2-225], [V2G2-293]: every entry is within every limit of its time. */
  @Test
  void profileIsWithinTheSchedule() {
    PowerPlan plan =
        plan(
            new Interval(0, 4_000, 0),
            new Interval(3_600, 11_000, 0),
            new Interval(5_400, 2_000, 0));
    int[][] right = {
      {0, 2_000}, {0, 4_000, 3_600, 11_000, 5_400, 2_000}, {0, 0}, {600, 1_000, 9_000, 2_000}
    };
    int[][] wrong = {
      {0, 4_000},
      {0, 4_001, 3_600, 2_000},
      {0, 4_000, 3_599, 11_000, 5_400, 2_000},
      {0, 4_000, 3_600, 11_000, 5_401, 2_000},
      {0, 1_000, 9_000, 2_001},
      {0, 1_000, 0, 1_000},
      {600, 1_000, 300, 1_000}
    };
    for (int[] profile : right) {
      Iso2Drive car = with(plan);
      car.send(car.acParameters(32)).send(car.start(1, profile));
      assertTrue(car.drive.did(SeccEffect.StartEnergyTransfer.class));
    }
    for (int[] profile : wrong) {
      Iso2Drive car = with(plan);
      car.send(car.acParameters(32)).send(car.start(1, profile));
      car.refused("FAILED_ChargingProfileInvalid");
    }
    Iso2Drive other = with(plan);
    other.send(other.acParameters(32)).send(other.start(2, 0, 1));
    other.refused("FAILED_TariffSelectionInvalid");
  }

  /** The vehicle waits for a plan that is on its way, but not into its own timeout. */
  @Test
  void vehicleWaitsForThePlan() {
    Iso2Drive car = Iso2Drive.ac();
    car.drive.station.outlook = Outlook.NONE.withPlanPending();
    car.toParameters().send(car.acParameters(32));
    assertTrue(car.drive.did(SeccEffect.ServiceSelected.class), "the planner needs the vehicle's");
    assertTrue(car.drive.did(SeccEffect.VehicleReport.class), "needs");
    assertEquals(
        EvseProcessing.ONGOING,
        car.response(ChargeParameterDiscoveryResponse.class).evseProcessing());
    assertEquals(
        Optional.empty(), car.response(ChargeParameterDiscoveryResponse.class).saSchedules());
    car.drive.pass(Iso2Timing.PLAN_WAIT - NANO);
    car.send(car.acParameters(32));
    assertFalse(car.drive.did(SeccEffect.ServiceSelected.class), "said once");
    assertEquals(
        EvseProcessing.ONGOING,
        car.response(ChargeParameterDiscoveryResponse.class).evseProcessing());
    car.drive.pass(NANO);
    car.send(car.acParameters(32));
    assertEquals(List.of("0+7200: 20000"), entries(tuples(car).getFirst()));
    Iso2Drive lucky = Iso2Drive.ac();
    lucky.drive.station.outlook = Outlook.NONE.withPlanPending();
    lucky.toParameters().send(lucky.acParameters(32));
    lucky.drive.station.outlook = Outlook.NONE.withPlan(plan(new Interval(0, 4_000, 0)));
    lucky.send(lucky.acParameters(32));
    assertEquals(List.of("0+7200: 4000"), entries(tuples(lucky).getFirst()));
  }

  /** The second part of a paused session keeps the kind of current and the number it chose. */
  @Test
  void resumedSessionKeepsItsSchedule() {
    PowerPlan plan =
        new PowerPlan(
            3,
            NOW,
            7_200,
            List.of(
                new Schedule(1, List.of(new Interval(0, 11_000, 0))),
                new Schedule(2, List.of(new Interval(0, 4_000, 0)))),
            Optional.empty(),
            Optional.empty());
    Iso2Drive car = with(plan);
    car.send(car.acParameters(32)).send(car.start(2, 0, 4_000));
    car.drive.station.pilotReady = true;
    car.drive.station.closed = true;
    car.drive.tick();
    car.send(car.power(ChargeProgress.STOP));
    car.drive.station.closed = false;
    car.drive.tick();
    car.send(car.stop(energy.ebbflow.iso15118.message.iso2.session.ChargingSession.PAUSE));
    car.drive.session =
        SeccSession.initial(
            car.drive.config, new byte[] {9, 9, 9, 9, 9, 9, 9, 9}, car.drive.session.paused());
    car.drive.station.authorisation = Authorisation.ACCEPTED;
    car.drive.linkUp().send(Requests.sap(Iso2Drive.ISO2, 2));
    car.send(car.setup()).send(car.discovery());
    car.send(
        car.payment(
            energy.ebbflow.iso15118.message.iso2.service.PaymentOption.EXTERNAL_PAYMENT, 1));
    car.send(car.authorization()).send(car.acParameters(32));
    assertEquals(
        List.of(1, 2), tuples(car).stream().map(SaScheduleTuple::saScheduleTupleId).toList());
    car.send(car.start(2, 0, 4_000));
    car.drive.station.closed = true;
    car.drive.tick();
    car.send(new ChargingStatusRequest());
    assertEquals(2, car.response(ChargingStatusResponse.class).saScheduleTupleId());
  }
}
