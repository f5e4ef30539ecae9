package energy.ebbflow.ocpp.billing;

import energy.ebbflow.ocpp.tariff.Invoice;
import energy.ebbflow.ocpp.v2.transaction.TransactionLimit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A bound of a transaction that is reached (OCPP 2.1 E16.FR.05, FR.06).
 *
 * @param trigger OCPP's TriggerReasonEnumType
 * @param reason OCPP's ReasonEnumType
 */
record Reached(String trigger, String reason) {
  private static final Reached COST = new Reached("CostLimitReached", "LocalOutOfCredit");
  private static final Reached ENERGY = new Reached("EnergyLimitReached", "EnergyLimitReached");
  private static final Reached TIME = new Reached("TimeLimitReached", "TimeLimitReached");
  private static final Reached SOC = new Reached("SoCLimitReached", "SOCLimitReached");

  /** The first bound that is reached; each of them alone is enough. */
  static Optional<Reached> by(Bill bill, Instant now) {
    return bill.limit().flatMap(limit -> first(bill, limit, now));
  }

  private static Optional<Reached> first(Bill bill, TransactionLimit limit, Instant now) {
    // E16.FR.15, FR.16: what the station reckons itself goes before what it is told.
    Optional<BigDecimal> cost = Invoice.total(bill.account()).or(bill::officeCost);
    if (limit.maxCost().filter(most -> atLeast(cost, most)).isPresent()) {
      return Optional.of(COST);
    }
    if (limit.maxEnergy().filter(most -> bill.account().wh().compareTo(most) >= 0).isPresent()) {
      return Optional.of(ENERGY);
    }
    if (limit.maxSoc().filter(most -> bill.soc().filter(s -> s >= most).isPresent()).isPresent()) {
      return Optional.of(SOC);
    }
    long seconds = Duration.between(bill.startedAt(), now).toSeconds();
    return limit.maxTime().filter(most -> seconds >= most).map(most -> TIME);
  }

  private static boolean atLeast(Optional<BigDecimal> cost, BigDecimal most) {
    return cost.filter(c -> c.compareTo(most) >= 0).isPresent();
  }
}
