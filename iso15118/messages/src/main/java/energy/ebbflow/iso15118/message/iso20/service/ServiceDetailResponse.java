package energy.ebbflow.iso15118.message.iso20.service;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Response;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;

/**
 * ServiceDetailRes. The station lists the parameter sets of the service.
 *
 * @param header what every message starts with
 * @param responseCode how the request went
 * @param serviceId the number of the service; 0 to 65535
 * @param serviceParameterList the parameter sets of the service
 */
@ExiName("ServiceDetailRes")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record ServiceDetailResponse(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement(value = "ResponseCode", namespace = Namespaces.ISO20_COMMON_TYPES)
        ResponseCode responseCode,
    @ExiElement("ServiceID") @Range(min = 0, max = 65535) int serviceId,
    @ExiElement("ServiceParameterList") ServiceParameterList serviceParameterList)
    implements Iso20Response {

  /** Checks the bounds that the schema sets. */
  public ServiceDetailResponse {
    Facets.range("ServiceID", serviceId, 0, 65535);
  }
}
