package energy.ebbflow.ocpp.v2.tariff;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.v2.authorization.MessageContent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What charging costs (OCPP 2.1 TariffType). Prices are without tax.
 *
 * @param validFrom when it begins to hold; absent: at once
 * @param fixedFee once, at the start of a transaction
 * @param minCost least that a transaction costs
 * @param maxCost most that a transaction costs
 */
public record Tariff(
    @Text(max = 60) String tariffId,
    @Items(max = 10) @AbsentIfEmpty List<MessageContent> description,
    @Text(max = 3) String currency,
    Optional<Energy> energy,
    Optional<Instant> validFrom,
    Optional<Time> chargingTime,
    Optional<Time> idleTime,
    Optional<Fixed> fixedFee,
    Optional<Time> reservationTime,
    Optional<Fixed> reservationFixed,
    Optional<Price> minCost,
    Optional<Price> maxCost) {
  public Tariff {
    description = List.copyOf(description);
  }

  /** What energy costs; the first price whose conditions hold counts. */
  public record Energy(
      @Items List<EnergyPrice> prices, @Items(max = 5) @AbsentIfEmpty List<TaxRate> taxRates) {
    public Energy {
      prices = List.copyOf(prices);
      taxRates = List.copyOf(taxRates);
    }
  }

  /** A price of 1 kWh into the vehicle; energy out of it counts negative, and so does its cost. */
  public record EnergyPrice(BigDecimal priceKwh, Optional<Conditions> conditions) {}

  /** What time costs; the first price whose conditions hold counts. */
  public record Time(
      @Items List<TimePrice> prices, @Items(max = 5) @AbsentIfEmpty List<TaxRate> taxRates) {
    public Time {
      prices = List.copyOf(prices);
      taxRates = List.copyOf(taxRates);
    }
  }

  /** A price of one minute. */
  public record TimePrice(BigDecimal priceMinute, Optional<Conditions> conditions) {}

  /** What is paid once; the first price whose conditions hold counts. */
  public record Fixed(
      @Items List<FixedPrice> prices, @Items(max = 5) @AbsentIfEmpty List<TaxRate> taxRates) {
    public Fixed {
      prices = List.copyOf(prices);
      taxRates = List.copyOf(taxRates);
    }
  }

  /** A fee. */
  public record FixedPrice(Optional<FixedConditions> conditions, BigDecimal priceFixed) {}
}
