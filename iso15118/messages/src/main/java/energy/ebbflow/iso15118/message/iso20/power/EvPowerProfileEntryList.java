package energy.ebbflow.iso15118.message.iso20.power;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.schedule.PowerScheduleEntry;
import java.util.List;

/**
 * EVPowerProfileEntryListType. The steps of the power that the vehicle plans.
 *
 * @param evPowerProfileEntry the entries, one after the other; 1 to 2048 of them
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record EvPowerProfileEntryList(
    @ExiElement("EVPowerProfileEntry") @Occurs(max = 2048)
        List<PowerScheduleEntry> evPowerProfileEntry) {

  /** Checks the bounds that the schema sets. */
  public EvPowerProfileEntryList {
    evPowerProfileEntry = Facets.occurs("EVPowerProfileEntry", evPowerProfileEntry, 1, 2048);
  }
}
