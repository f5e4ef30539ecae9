package energy.ebbflow.ocpp.v2.cost;

import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.v2.tariff.Price;
import java.math.BigDecimal;
import java.util.Optional;

/** The cost by what it was paid for. */
public record TotalCost(
    @Text(max = 3) String currency,
    CostKind typeOfCost,
    Optional<Price> fixed,
    Optional<Price> energy,
    Optional<Price> chargingTime,
    Optional<Price> idleTime,
    Optional<Price> reservationTime,
    Optional<Price> reservationFixed,
    Total total) {

  /** The sum of all of it. */
  public record Total(Optional<BigDecimal> exclTax, Optional<BigDecimal> inclTax) {}
}
