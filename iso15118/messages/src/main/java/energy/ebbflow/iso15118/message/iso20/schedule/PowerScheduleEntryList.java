package energy.ebbflow.iso15118.message.iso20.schedule;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;

/**
 * PowerScheduleEntryListType. The steps of the power.
 *
 * @param powerScheduleEntry the entries, one after the other; 1 to 1024 of them
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record PowerScheduleEntryList(
    @ExiElement("PowerScheduleEntry") @Occurs(max = 1024)
        List<PowerScheduleEntry> powerScheduleEntry) {

  /** Checks the bounds that the schema sets. */
  public PowerScheduleEntryList {
    powerScheduleEntry = Facets.occurs("PowerScheduleEntry", powerScheduleEntry, 1, 1024);
  }
}
