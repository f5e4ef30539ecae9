package energy.ebbflow.iso15118.message.din.schedule;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.Optional;

/**
 * SAScheduleTupleType. A schedule to choose, with its tariff.
 *
 * @param saScheduleTupleId the number of the schedule; -32768 to 32767
 * @param pmaxSchedule the most power over time
 * @param salesTariff what the energy costs over time
 */
@ExiType(namespace = Namespaces.DIN_MSG_DATA_TYPES)
public record SaScheduleTuple(
    @ExiElement("SAScheduleTupleID") @Range(min = Short.MIN_VALUE, max = Short.MAX_VALUE)
        int saScheduleTupleId,
    @ExiElement("PMaxSchedule") PmaxSchedule pmaxSchedule,
    @ExiElement("SalesTariff") Optional<SalesTariff> salesTariff) {

  /** Checks the bounds that the schema sets. */
  public SaScheduleTuple {
    Facets.range("SAScheduleTupleID", saScheduleTupleId, -32768, 32767);
  }
}
