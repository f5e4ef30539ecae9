package energy.ebbflow.iso15118.message.iso20.schedule;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;

/**
 * Scheduled_SEResControlModeType. Scheduled control: the schedules to choose from.
 *
 * @param scheduleTuple the schedules to choose from; 1 to 3 of them
 */
@ExiName("Scheduled_SEResControlMode")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record ScheduledSeResControlMode(
    @ExiElement("ScheduleTuple") @Occurs(max = 3) List<ScheduleTuple> scheduleTuple)
    implements SeResControlMode {

  /** Checks the bounds that the schema sets. */
  public ScheduledSeResControlMode {
    scheduleTuple = Facets.occurs("ScheduleTuple", scheduleTuple, 1, 3);
  }
}
