package energy.ebbflow.iso15118.message.iso20.schedule;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;

/**
 * EVPowerScheduleEntryListType. The steps of the power that the vehicle offers.
 *
 * @param evPowerScheduleEntry the entries, one after the other; 1 to 1024 of them
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record EvPowerScheduleEntryList(
    @ExiElement("EVPowerScheduleEntry") @Occurs(max = 1024)
        List<EvPowerScheduleEntry> evPowerScheduleEntry) {

  /** Checks the bounds that the schema sets. */
  public EvPowerScheduleEntryList {
    evPowerScheduleEntry = Facets.occurs("EVPowerScheduleEntry", evPowerScheduleEntry, 1, 1024);
  }
}
