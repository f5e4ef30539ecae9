package energy.ebbflow.iso15118.message.din.service;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.din.BodyElement;

/**
 * ServiceDetailReq. The vehicle asks for the parameters of a service.
 *
 * @param serviceId the number of the service; 0 to 65535
 */
@ExiName("ServiceDetailReq")
@ExiType(namespace = Namespaces.DIN_MSG_BODY)
public record ServiceDetailRequest(
    @ExiElement("ServiceID") @Range(min = 0, max = 65535) int serviceId)
    implements BodyElement, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public ServiceDetailRequest {
    Facets.range("ServiceID", serviceId, 0, 65535);
  }
}
