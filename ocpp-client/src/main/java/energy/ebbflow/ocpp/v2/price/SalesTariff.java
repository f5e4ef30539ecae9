package energy.ebbflow.ocpp.v2.price;

import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.Text;
import java.util.List;
import java.util.Optional;

/** ISO 15118-2 tariff. */
public record SalesTariff(
    @Range(min = 0) int id,
    @Text(max = 32) Optional<String> salesTariffDescription,
    @Range(min = 0) Optional<Integer> numEPriceLevels,
    @Items(max = 1024) List<SalesTariffEntry> salesTariffEntry) {
  public SalesTariff {
    salesTariffEntry = List.copyOf(salesTariffEntry);
  }
}
