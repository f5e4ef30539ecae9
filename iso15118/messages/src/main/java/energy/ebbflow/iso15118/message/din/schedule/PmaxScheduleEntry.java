package energy.ebbflow.iso15118.message.din.schedule;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;

/**
 * PMaxScheduleEntry. The most power in an interval.
 *
 * @param timeInterval when the entry holds
 * @param pmax the most power; W, -32768 to 32767
 */
@ExiName("PMaxScheduleEntry")
@ExiType(namespace = Namespaces.DIN_MSG_DATA_TYPES)
public record PmaxScheduleEntry(
    @ExiChoice TimeInterval timeInterval,
    @ExiElement("PMax") @Range(min = Short.MIN_VALUE, max = Short.MAX_VALUE) int pmax)
    implements V2gMessage {

  /** Checks the bounds that the schema sets. */
  public PmaxScheduleEntry {
    Facets.range("PMax", pmax, -32768, 32767);
  }
}
