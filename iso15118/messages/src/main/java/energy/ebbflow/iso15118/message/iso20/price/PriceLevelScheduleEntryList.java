package energy.ebbflow.iso15118.message.iso20.price;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;

/**
 * PriceLevelScheduleEntryListType. The price levels, one after the other.
 *
 * @param priceLevelScheduleEntry the entries, one after the other; 1 to 1024 of them
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record PriceLevelScheduleEntryList(
    @ExiElement("PriceLevelScheduleEntry") @Occurs(max = 1024)
        List<PriceLevelScheduleEntry> priceLevelScheduleEntry) {

  /** Checks the bounds that the schema sets. */
  public PriceLevelScheduleEntryList {
    priceLevelScheduleEntry =
        Facets.occurs("PriceLevelScheduleEntry", priceLevelScheduleEntry, 1, 1024);
  }
}
