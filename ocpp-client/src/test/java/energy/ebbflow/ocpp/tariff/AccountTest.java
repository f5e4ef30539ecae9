package energy.ebbflow.ocpp.tariff;

import static energy.ebbflow.ocpp.tariff.Some.details;
import static energy.ebbflow.ocpp.tariff.Some.reading;
import static energy.ebbflow.ocpp.tariff.Some.tariff;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.ocpp.v2.cost.ChargingPeriod;
import energy.ebbflow.ocpp.v2.cost.CostDetails;
import energy.ebbflow.ocpp.v2.cost.CostDimensionKind;
import energy.ebbflow.ocpp.v2.cost.CostKind;
import energy.ebbflow.ocpp.v2.tariff.EvseKind;
import energy.ebbflow.ocpp.v2.tariff.Price;
import energy.ebbflow.ocpp.v2.tariff.Tariff;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a transaction costs: OCPP 2.1 I12. */
class AccountTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final String DAY_AND_NIGHT =
      "'energy':{'prices':[{'priceKwh':0.40,'conditions':{'startTimeOfDay':'08:00',"
          + "'endTimeOfDay':'18:00'}},{'priceKwh':0.25}]}";

  private static Account begun(Tariff tariff, Reading first, ZoneId zone) {
    Account account = new Account(AccountState.initial(EvseKind.DC, Payment.UNKNOWN));
    account.begin(first, Optional.of(tariff), zone);
    return account;
  }

  private static Account session(Tariff tariff, ZoneId zone, Reading... readings) {
    Account account = begun(tariff, readings[0], zone);
    for (int i = 1; i < readings.length; i++) {
      account.advance(readings[i], zone);
    }
    return account;
  }

  private static void assertAmount(String expected, Optional<BigDecimal> got) {
    assertEquals(0, new BigDecimal(expected).compareTo(got.orElseThrow()), () -> "got " + got);
  }

  private static String net(Optional<Price> price) {
    return price.flatMap(Price::exclTax).orElseThrow().stripTrailingZeros().toPlainString();
  }

  private static double volume(ChargingPeriod period, CostDimensionKind kind) {
    return period.dimensions().stream()
        .filter(d -> d.type() == kind)
        .findFirst()
        .orElseThrow()
        .volume()
        .doubleValue();
  }

  @Test
  void tenKilowattHours() {
    CostDetails cost =
        details(
            session(
                tariff("10", "'energy':{'prices':[{'priceKwh':0.25}]}"),
                ZoneOffset.UTC,
                reading("2026-04-05T14:00:00Z", 7, 10, true),
                reading("2026-04-05T15:00:00Z", 17, 10, true)));
    assertEquals("2.5", net(cost.totalCost().energy()));
    assertAmount("2.5", cost.totalCost().total().inclTax());
    assertEquals(CostKind.NORMAL_COST, cost.totalCost().typeOfCost());
    assertEquals(10_000, cost.totalUsage().energy().doubleValue());
    assertEquals(3_600, cost.totalUsage().chargingTime());
    assertEquals(1, cost.chargingPeriods().size());
  }

  /** I12.FR.31: the clock is followed exactly, though nobody measured at six. */
  @Test
  void aPriceThatChangesAtSixSplitsThePeriodAtSix() {
    CostDetails cost =
        details(
            session(
                tariff("11", DAY_AND_NIGHT),
                ZoneOffset.UTC,
                reading("2026-04-05T17:30:00Z", 0, 12, true),
                reading("2026-04-05T18:20:00Z", 10, 12, true)));
    assertEquals("3.4", net(cost.totalCost().energy()));
    assertEquals(2, cost.chargingPeriods().size());
    ChargingPeriod second = cost.chargingPeriods().get(1);
    assertEquals(Instant.parse("2026-04-05T18:00:00Z"), second.startPeriod());
    assertEquals(6_000, volume(cost.chargingPeriods().get(0), CostDimensionKind.ENERGY));
    assertEquals(1_800, volume(cost.chargingPeriods().get(0), CostDimensionKind.CHARGING_TIME));
    assertEquals(4_000, volume(second, CostDimensionKind.ENERGY));
    assertEquals(1_200, volume(second, CostDimensionKind.CHARGING_TIME));
  }

  /** I07.FR.17: the times of a tariff are those on the wall; in March the wall's hour is lost. */
  @Test
  void theClockOnTheWallCounts() {
    Tariff early =
        tariff(
            "dst",
            "'chargingTime':{'prices':[{'priceMinute':1,'conditions':{'startTimeOfDay':'01:00',"
                + "'endTimeOfDay':'04:00'}},{'priceMinute':0}]}");
    Reading[] spring = {
      reading("2026-03-28T23:00:00Z", 0, 0, true), reading("2026-03-29T05:00:00Z", 0, 0, true)
    };
    Reading[] autumn = {
      reading("2026-10-24T22:00:00Z", 0, 0, true), reading("2026-10-25T06:00:00Z", 0, 0, true)
    };
    assertEquals("120", net(details(session(early, BERLIN, spring)).totalCost().chargingTime()));
    assertEquals("240", net(details(session(early, BERLIN, autumn)).totalCost().chargingTime()));
    assertEquals(
        "180", net(details(session(early, ZoneOffset.UTC, spring)).totalCost().chargingTime()));
  }

  /** The threshold lies between two readings: up to it one price, from it on the other. */
  @Test
  void energyIsSplitAtItsThreshold() {
    CostDetails cost =
        details(
            session(
                tariff(
                    "steps",
                    "'energy':{'prices':[{'priceKwh':0.1,'conditions':{'maxEnergy':3333}},"
                        + "{'priceKwh':0.5}]}"),
                ZoneOffset.UTC,
                reading("2026-04-05T14:00:00Z", 0, 10, true),
                reading("2026-04-05T15:00:00Z", 10, 10, true)));
    // 3.333 kWh at 0.10 and 6.667 kWh at 0.50.
    assertEquals("3.6668", net(cost.totalCost().energy()));
    assertEquals(3_333, volume(cost.chargingPeriods().get(0), CostDimensionKind.ENERGY));
  }

  /** TariffConditionsType: energy out of the vehicle is negative, and so is its cost. */
  @Test
  void dischargingPaysTheVehicle() {
    Tariff both =
        tariff(
            "v2g",
            "'energy':{'prices':[{'priceKwh':0.60,'conditions':{'minPower':-1000,"
                + "'maxPower':-50000}},{'priceKwh':0.30}]}");
    CostDetails cost =
        details(
            session(
                both,
                ZoneOffset.UTC,
                reading("2026-04-05T14:00:00Z", 100, 10, true),
                reading("2026-04-05T15:00:00Z", 110, -20, true),
                reading("2026-04-05T15:30:00Z", 100, -0.5, true),
                reading("2026-04-05T16:30:00Z", 99.5, 0, true)));
    // 10 kWh in at 0.30, 10 kWh out at 0.60, 0.5 kWh out below 1 kW at 0.30.
    assertEquals("-3.15", net(cost.totalCost().energy()));
    assertEquals(-500, cost.totalUsage().energy().doubleValue());
    assertEquals(3, cost.chargingPeriods().size());
  }

  @Test
  void idleTimeCostsAfterItsGrace() {
    CostDetails cost =
        details(
            session(
                tariff(
                    "idle",
                    "'idleTime':{'prices':[{'priceMinute':0.2,'conditions':{'minIdleTime':600}}]}"),
                ZoneOffset.UTC,
                reading("2026-04-05T14:00:00Z", 0, 10, true),
                reading("2026-04-05T15:00:00Z", 10, 0, false),
                reading("2026-04-05T15:30:30Z", 10, 0, false)));
    // 30.5 minutes idle, 10 of them free.
    assertEquals("4.1", net(cost.totalCost().idleTime()));
    assertEquals(1_830, cost.totalUsage().idleTime());
    assertEquals(
        List.of("2026-04-05T14:00:00Z", "2026-04-05T15:10:00Z"),
        cost.chargingPeriods().stream().map(p -> p.startPeriod().toString()).toList());
  }

  /** I12.FR.13: a level of taxes is on the price with those below it. */
  @Test
  void taxesAreStacked() {
    CostDetails cost =
        details(
            session(
                tariff(
                    "tax",
                    "'energy':{'prices':[{'priceKwh':1}],'taxRates':[{'type':'a','tax':10},"
                        + "{'type':'b','tax':5},{'type':'vat','tax':20,'stack':1}]},"
                        + "'fixedFee':{'prices':[{'priceFixed':1}]}"),
                ZoneOffset.UTC,
                reading("2026-04-05T14:00:00Z", 0, 10, true),
                reading("2026-04-05T15:00:00Z", 10, 10, true)));
    assertAmount("13.8", cost.totalCost().energy().orElseThrow().inclTax());
    assertEquals(3, cost.totalCost().energy().orElseThrow().taxRates().size());
    assertAmount("1", cost.totalCost().fixed().orElseThrow().inclTax());
    assertAmount("11", cost.totalCost().total().exclTax());
    assertAmount("14.8", cost.totalCost().total().inclTax());
  }

  /** Thousands of readings, each of a price that does not end: nothing is lost on the way. */
  @Test
  void nothingIsRoundedOnTheWay() {
    Tariff thirds = tariff("third", "'chargingTime':{'prices':[{'priceMinute':0.01}]}");
    Instant start = Instant.parse("2026-04-05T14:00:00Z");
    Account account = begun(thirds, reading(start, 0, 0, true), ZoneOffset.UTC);
    for (int second = 1; second <= 3_599; second++) {
      account.advance(reading(start.plusSeconds(second), 0, 0, true), ZoneOffset.UTC);
    }
    // 3599 s at 0.01 a minute are 0.59983…; one rounding, half up, at the end.
    assertEquals("0.5998", net(details(account).totalCost().chargingTime()));
  }

  @Test
  void aMinimumTakesThePlaceOfLess() {
    Tariff least =
        tariff(
            "min",
            "'energy':{'prices':[{'priceKwh':0.25}]},'minCost':{'exclTax':3,"
                + "'taxRates':[{'type':'vat','tax':19}]}");
    Reading first = reading("2026-04-05T14:00:00Z", 0, 10, true);
    CostDetails cost =
        details(
            session(least, ZoneOffset.UTC, first, reading("2026-04-05T15:00:00Z", 10, 0, true)));
    assertEquals(CostKind.MIN_COST, cost.totalCost().typeOfCost());
    assertAmount("3", cost.totalCost().total().exclTax());
    assertAmount("3.57", cost.totalCost().total().inclTax());
    CostDetails more =
        details(
            session(least, ZoneOffset.UTC, first, reading("2026-04-05T15:00:00Z", 12, 0, true)));
    assertEquals(CostKind.NORMAL_COST, more.totalCost().typeOfCost());
    assertAmount("3", more.totalCost().total().exclTax());
  }

  /** I12.FR.39, FR.40: it costs no more, but what is used still counts. */
  @Test
  void aMaximumIsNotExceeded() {
    Account account =
        session(
            tariff("max", "'energy':{'prices':[{'priceKwh':1}]},'maxCost':{'exclTax':5}"),
            ZoneOffset.UTC,
            reading("2026-04-05T14:00:00Z", 0, 10, true),
            reading("2026-04-05T14:15:00Z", 4.9, 10, true));
    assertEquals(CostKind.NORMAL_COST, details(account).totalCost().typeOfCost());
    account.advance(reading("2026-04-05T14:30:00Z", 5.3, -10, true), ZoneOffset.UTC);
    account.advance(reading("2026-04-05T14:45:00Z", 4, 10, true), ZoneOffset.UTC);
    CostDetails cost = details(account);
    assertEquals(CostKind.MAX_COST, cost.totalCost().typeOfCost());
    assertAmount("5", cost.totalCost().total().exclTax());
    assertTrue(cost.totalCost().total().inclTax().isEmpty(), "nobody said its taxes");
    assertEquals(4_000, cost.totalUsage().energy().doubleValue());
  }

  @Test
  void aFeeLooksAtThePaymentOnceAtTheStart() {
    Tariff fees =
        tariff(
            "fee",
            "'fixedFee':{'prices':[{'conditions':{'paymentBrand':'PayMe'},'priceFixed':2},"
                + "{'conditions':{'startTimeOfDay':'08:00','endTimeOfDay':'18:00'},"
                + "'priceFixed':1}]}");
    Reading morning = reading("2026-04-05T09:00:00Z", 0, 0, true);
    Reading evening = reading("2026-04-05T17:59:59Z", 0, 0, true);
    Reading night = reading("2026-04-05T18:00:00Z", 0, 0, true);
    Account card =
        new Account(
            AccountState.initial(EvseKind.AC, new Payment(Optional.of("PayMe"), Optional.empty())));
    card.begin(night, Optional.of(fees), ZoneOffset.UTC);
    assertEquals("2", net(details(card).totalCost().fixed()));
    assertEquals(
        "1", net(details(session(fees, ZoneOffset.UTC, morning, night)).totalCost().fixed()));
    assertEquals("1", net(details(begun(fees, evening, ZoneOffset.UTC)).totalCost().fixed()));
    assertFalse(
        details(begun(fees, night, ZoneOffset.UTC)).totalCost().fixed().isPresent(),
        "18:00 does not belong to it, and nothing is known of the payment");
  }

  /** I12.FR.07, FR.08; and without a reservation neither is due. */
  @Test
  void aReservationIsPaidForByTheMinute() {
    Tariff reserved =
        tariff(
            "res",
            "'reservationTime':{'prices':[{'priceMinute':0.05}]},"
                + "'reservationFixed':{'prices':[{'priceFixed':0.5}]}");
    Reading first = reading("2026-04-05T14:00:00Z", 0, 0, true);
    Account account = begun(reserved, first, ZoneOffset.UTC);
    assertAmount("0", details(account).totalCost().total().exclTax());
    account.reserved(Duration.ofSeconds(90));
    CostDetails cost = details(account);
    assertEquals("0.075", net(cost.totalCost().reservationTime()));
    assertEquals("0.5", net(cost.totalCost().reservationFixed()));
    assertEquals(Optional.of(90), cost.totalUsage().reservationTime());
  }

  /** I11.FR.08: from that moment on, which nobody measured; nothing before it changes. */
  @Test
  void anotherTariffCountsFromItsMomentOn() {
    Account account =
        begun(
            tariff(
                "a",
                "'energy':{'prices':[{'priceKwh':0.1}]},'fixedFee':{'prices':"
                    + "[{'priceFixed':1}]}"),
            reading("2026-04-05T14:00:00Z", 0, 10, true),
            ZoneOffset.UTC);
    account.change(
        tariff(
            "b",
            "'energy':{'prices':[{'priceKwh':1}]},'fixedFee':{'prices':" + "[{'priceFixed':7}]}"),
        Instant.parse("2026-04-05T14:45:00Z"));
    assertEquals("b", account.state().tariff().orElseThrow().tariffId());
    Account later = new Account(Some.kept(account.state()));
    later.advance(reading("2026-04-05T15:00:00Z", 10, 10, true), ZoneOffset.UTC);
    CostDetails cost = details(later);
    // 7.5 kWh at 0.10, 2.5 kWh at 1.00; the fee of the start stays the one that was due then.
    assertEquals("3.25", net(cost.totalCost().energy()));
    assertEquals("1", net(cost.totalCost().fixed()));
    assertEquals(
        List.of("a", "b"),
        cost.chargingPeriods().stream().map(p -> p.tariffId().orElseThrow()).toList());
    assertEquals(
        Instant.parse("2026-04-05T14:45:00Z"), cost.chargingPeriods().get(1).startPeriod());
  }

  /** A clock that is set back makes no time, and one that is set back twice none either. */
  @Test
  void noMinuteIsPaidTwice() {
    CostDetails cost =
        details(
            session(
                tariff(
                    "t",
                    "'chargingTime':{'prices':[{'priceMinute':1}]},"
                        + "'energy':{'prices':[{'priceKwh':1}]}"),
                ZoneOffset.UTC,
                reading("2026-04-05T14:00:00Z", 0, 10, true),
                reading("2026-04-05T13:00:00Z", 1, 10, true),
                reading("2026-04-05T13:10:00Z", 2, 10, true)));
    assertEquals("10", net(cost.totalCost().chargingTime()));
    assertEquals("2", net(cost.totalCost().energy()));
  }

  @Test
  void aBatteryOfChangesOpensNoEndOfPeriods() {
    Tariff power =
        tariff(
            "p",
            "'energy':{'prices':[{'priceKwh':1,'conditions':{'minPower':5000}},{'priceKwh':2}]}");
    Instant start = Instant.parse("2026-04-05T14:00:00Z");
    Account account = begun(power, reading(start, 0, 10_000, true), ZoneOffset.UTC);
    for (int i = 1; i <= 1_000; i++) {
      account.advance(
          reading(start.plusSeconds(i), i, i % 2 == 0 ? 10_000 : 1_000, true), ZoneOffset.UTC);
    }
    CostDetails cost = details(account);
    assertEquals(Account.MAX_SPANS, cost.chargingPeriods().size());
    assertEquals("1.5", net(cost.totalCost().energy()), "500 Wh at 1, 500 Wh at 2");
  }
}
