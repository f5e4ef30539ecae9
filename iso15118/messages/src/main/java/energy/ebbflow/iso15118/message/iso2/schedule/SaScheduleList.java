package energy.ebbflow.iso15118.message.iso2.schedule;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import java.util.List;

/**
 * SAScheduleList. The schedules to choose from.
 *
 * @param saScheduleTuple the schedules to choose from; 1 to 3 of them
 */
@ExiName("SAScheduleList")
@ExiType(namespace = Namespaces.ISO2_MSG_DATA_TYPES)
public record SaScheduleList(
    @ExiElement("SAScheduleTuple") @Occurs(max = 3) List<SaScheduleTuple> saScheduleTuple)
    implements SaSchedules, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public SaScheduleList {
    saScheduleTuple = Facets.occurs("SAScheduleTuple", saScheduleTuple, 1, 3);
  }
}
