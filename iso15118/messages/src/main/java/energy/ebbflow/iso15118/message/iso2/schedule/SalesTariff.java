package energy.ebbflow.iso15118.message.iso2.schedule;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiAttribute;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;
import java.util.Optional;

/**
 * SalesTariffType. What the energy costs over time.
 *
 * @param id the name by which a signature refers to this element; at most 2048 characters (our
 *     limit)
 * @param salesTariffId the number of the tariff; 1 to 255
 * @param salesTariffDescription the tariff in words; at most 32 characters
 * @param numEpriceLevels how many price levels there are; 0 to 255
 * @param salesTariffEntry the entries, one after the other; 1 to 1024 of them
 */
@ExiType(namespace = Namespaces.ISO2_MSG_DATA_TYPES)
public record SalesTariff(
    @ExiAttribute(value = "Id", namespace = Namespaces.ISO2_MSG_DATA_TYPES) @Limit(2048)
        Optional<String> id,
    @ExiElement("SalesTariffID") @Range(min = 1, max = 255) int salesTariffId,
    @ExiElement("SalesTariffDescription") @Length(max = 32) Optional<String> salesTariffDescription,
    @ExiElement("NumEPriceLevels") @Range(min = 0, max = 255) Optional<Integer> numEpriceLevels,
    @ExiElement("SalesTariffEntry") @Occurs(max = 1024) List<SalesTariffEntry> salesTariffEntry) {

  /** Checks the bounds that the schema sets. */
  public SalesTariff {
    Facets.length("Id", id, 0, 2048);
    Facets.range("SalesTariffID", salesTariffId, 1, 255);
    Facets.length("SalesTariffDescription", salesTariffDescription, 0, 32);
    Facets.range("NumEPriceLevels", numEpriceLevels, 0, 255);
    salesTariffEntry = Facets.occurs("SalesTariffEntry", salesTariffEntry, 1, 1024);
  }
}
