package energy.ebbflow.iso15118.message.iso20.power;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.Optional;

/**
 * Scheduled_EVPPTControlModeType. Scheduled control: the chosen schedule.
 *
 * @param selectedScheduleTupleId the number of the chosen schedule; 1 to 4294967295
 * @param powerToleranceAcceptance whether the vehicle keeps within the tolerance
 */
@ExiName("Scheduled_EVPPTControlMode")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record ScheduledEvpptControlMode(
    @ExiElement("SelectedScheduleTupleID") @Range(min = 1, max = 4294967295L)
        long selectedScheduleTupleId,
    @ExiElement("PowerToleranceAcceptance")
        Optional<PowerToleranceAcceptance> powerToleranceAcceptance)
    implements EvpptControlMode {

  /** Checks the bounds that the schema sets. */
  public ScheduledEvpptControlMode {
    Facets.range("SelectedScheduleTupleID", selectedScheduleTupleId, 1, 4294967295L);
  }
}
