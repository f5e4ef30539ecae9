package energy.ebbflow.iso15118.message.din.schedule;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;

/**
 * PMaxScheduleType. The most power over time.
 *
 * @param pmaxScheduleId the number of the schedule; -32768 to 32767
 * @param pmaxScheduleEntry the entries, one after the other; 1 to 256 of them (our limit)
 */
@ExiType(namespace = Namespaces.DIN_MSG_DATA_TYPES)
public record PmaxSchedule(
    @ExiElement("PMaxScheduleID") @Range(min = Short.MIN_VALUE, max = Short.MAX_VALUE)
        int pmaxScheduleId,
    @ExiElement("PMaxScheduleEntry") @Occurs(max = Occurs.UNBOUNDED) @Limit(256)
        List<PmaxScheduleEntry> pmaxScheduleEntry) {

  /** Checks the bounds that the schema sets. */
  public PmaxSchedule {
    Facets.range("PMaxScheduleID", pmaxScheduleId, -32768, 32767);
    pmaxScheduleEntry = Facets.occurs("PMaxScheduleEntry", pmaxScheduleEntry, 1, 256);
  }
}
