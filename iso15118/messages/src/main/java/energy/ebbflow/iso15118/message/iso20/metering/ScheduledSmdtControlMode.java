package energy.ebbflow.iso15118.message.iso20.metering;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;

/**
 * Scheduled_SMDTControlModeType. Scheduled control: the chosen schedule.
 *
 * @param selectedScheduleTupleId the number of the chosen schedule; 1 to 4294967295
 */
@ExiName("Scheduled_SMDTControlMode")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record ScheduledSmdtControlMode(
    @ExiElement("SelectedScheduleTupleID") @Range(min = 1, max = 4294967295L)
        long selectedScheduleTupleId)
    implements SmdtControlMode {

  /** Checks the bounds that the schema sets. */
  public ScheduledSmdtControlMode {
    Facets.range("SelectedScheduleTupleID", selectedScheduleTupleId, 1, 4294967295L);
  }
}
