package energy.ebbflow.iso15118.message.iso2.status;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;

/**
 * DC_EVStatus. The state of the vehicle.
 *
 * @param evReady whether the vehicle is ready
 * @param evErrorCode what is wrong with the vehicle
 * @param evRessSoc the state of charge now; %, 0 to 100
 */
@ExiName("DC_EVStatus")
@ExiType(namespace = Namespaces.ISO2_MSG_DATA_TYPES)
public record DcEvStatus(
    @ExiElement("EVReady") boolean evReady,
    @ExiElement("EVErrorCode") DcEvErrorCode evErrorCode,
    @ExiElement("EVRESSSOC") @Range(min = 0, max = 100) int evRessSoc)
    implements V2gMessage {

  /** Checks the bounds that the schema sets. */
  public DcEvStatus {
    Facets.range("EVRESSSOC", evRessSoc, 0, 100);
  }
}
