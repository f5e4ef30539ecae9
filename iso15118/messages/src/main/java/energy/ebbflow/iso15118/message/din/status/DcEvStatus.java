package energy.ebbflow.iso15118.message.din.status;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import java.util.Optional;

/**
 * DC_EVStatus. The state of the vehicle.
 *
 * @param evReady whether the vehicle is ready
 * @param evCabinConditioning whether the cabin is being heated or cooled
 * @param evRessConditioning whether the battery is being heated or cooled
 * @param evErrorCode what is wrong with the vehicle
 * @param evRessSoc the state of charge now; %, 0 to 100
 */
@ExiName("DC_EVStatus")
@ExiType(namespace = Namespaces.DIN_MSG_DATA_TYPES)
public record DcEvStatus(
    @ExiElement("EVReady") boolean evReady,
    @ExiElement("EVCabinConditioning") Optional<Boolean> evCabinConditioning,
    @ExiElement("EVRESSConditioning") Optional<Boolean> evRessConditioning,
    @ExiElement("EVErrorCode") DcEvErrorCode evErrorCode,
    @ExiElement("EVRESSSOC") @Range(min = 0, max = 100) int evRessSoc)
    implements V2gMessage {

  /** Checks the bounds that the schema sets. */
  public DcEvStatus {
    Facets.range("EVRESSSOC", evRessSoc, 0, 100);
  }
}
