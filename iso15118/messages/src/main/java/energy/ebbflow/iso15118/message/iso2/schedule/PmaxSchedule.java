package energy.ebbflow.iso15118.message.iso2.schedule;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;

/**
 * PMaxScheduleType. The most power over time.
 *
 * @param pmaxScheduleEntry the entries, one after the other; 1 to 1024 of them
 */
@ExiType(namespace = Namespaces.ISO2_MSG_DATA_TYPES)
public record PmaxSchedule(
    @ExiElement("PMaxScheduleEntry") @Occurs(max = 1024)
        List<PmaxScheduleEntry> pmaxScheduleEntry) {

  /** Checks the bounds that the schema sets. */
  public PmaxSchedule {
    pmaxScheduleEntry = Facets.occurs("PMaxScheduleEntry", pmaxScheduleEntry, 1, 1024);
  }
}
