package energy.ebbflow.ocpp.v2.tariff;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.json.Items;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** An amount without and with tax; one of the two is there at least. */
public record Price(
    Optional<BigDecimal> exclTax,
    Optional<BigDecimal> inclTax,
    @Items(max = 5) @AbsentIfEmpty List<TaxRate> taxRates) {
  public Price {
    taxRates = List.copyOf(taxRates);
    if (exclTax.isEmpty() && inclTax.isEmpty()) {
      throw new IllegalArgumentException("exclTax or inclTax is required, both are absent");
    }
  }
}
