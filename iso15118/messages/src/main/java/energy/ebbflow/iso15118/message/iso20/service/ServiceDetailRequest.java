package energy.ebbflow.iso15118.message.iso20.service;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;

/**
 * ServiceDetailReq. The vehicle asks for the parameters of a service.
 *
 * @param header what every message starts with
 * @param serviceId the number of the service; 0 to 65535
 */
@ExiName("ServiceDetailReq")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record ServiceDetailRequest(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement("ServiceID") @Range(min = 0, max = 65535) int serviceId)
    implements Iso20Request {

  /** Checks the bounds that the schema sets. */
  public ServiceDetailRequest {
    Facets.range("ServiceID", serviceId, 0, 65535);
  }
}
