package energy.ebbflow.iso15118.message.iso2.service;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import java.util.Optional;

/**
 * ServiceDetailRes. The station lists the parameter sets of the service.
 *
 * @param responseCode how the request went
 * @param serviceId the number of the service; 0 to 65535
 * @param serviceParameterList the parameter sets of the service
 */
@ExiName("ServiceDetailRes")
@ExiType(namespace = Namespaces.ISO2_MSG_BODY)
public record ServiceDetailResponse(
    @ExiElement("ResponseCode") ResponseCode responseCode,
    @ExiElement("ServiceID") @Range(min = 0, max = 65535) int serviceId,
    @ExiElement("ServiceParameterList") Optional<ServiceParameterList> serviceParameterList)
    implements BodyElement, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public ServiceDetailResponse {
    Facets.range("ServiceID", serviceId, 0, 65535);
  }
}
