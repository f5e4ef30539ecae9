package energy.ebbflow.iso15118.message.iso2.schedule;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.Optional;

/**
 * SAScheduleTupleType. A schedule to choose, with its tariff.
 *
 * @param saScheduleTupleId the number of the schedule; 1 to 255
 * @param pmaxSchedule the most power over time
 * @param salesTariff what the energy costs over time
 */
@ExiType(namespace = Namespaces.ISO2_MSG_DATA_TYPES)
public record SaScheduleTuple(
    @ExiElement("SAScheduleTupleID") @Range(min = 1, max = 255) int saScheduleTupleId,
    @ExiElement("PMaxSchedule") PmaxSchedule pmaxSchedule,
    @ExiElement("SalesTariff") Optional<SalesTariff> salesTariff) {

  /** Checks the bounds that the schema sets. */
  public SaScheduleTuple {
    Facets.range("SAScheduleTupleID", saScheduleTupleId, 1, 255);
  }
}
