package energy.ebbflow.iso15118.message.iso2.schedule;

import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.PhysicalValue;

/**
 * PMaxScheduleEntry. The most power in an interval.
 *
 * @param timeInterval when the entry holds
 * @param pmax the most power; W
 */
@ExiName("PMaxScheduleEntry")
@ExiType(namespace = Namespaces.ISO2_MSG_DATA_TYPES)
public record PmaxScheduleEntry(
    @ExiChoice TimeInterval timeInterval, @ExiElement("PMax") PhysicalValue pmax)
    implements V2gMessage {}
