package energy.ebbflow.iso15118.message.iso2.service;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.Optional;

/**
 * ChargeServiceType. The charging service, and the ways of charging on offer.
 *
 * @param serviceId the number of the service; 0 to 65535
 * @param serviceName the name of the service; at most 32 characters
 * @param serviceCategory what kind of service it is
 * @param serviceScope the scope of the service, as the station defines it; at most 64 characters
 * @param freeService whether the service costs nothing
 * @param supportedEnergyTransferMode the ways of charging on offer
 */
@ExiType(namespace = Namespaces.ISO2_MSG_DATA_TYPES)
public record ChargeService(
    @ExiElement("ServiceID") @Range(min = 0, max = 65535) int serviceId,
    @ExiElement("ServiceName") @Length(max = 32) Optional<String> serviceName,
    @ExiElement("ServiceCategory") ServiceCategory serviceCategory,
    @ExiElement("ServiceScope") @Length(max = 64) Optional<String> serviceScope,
    @ExiElement("FreeService") boolean freeService,
    @ExiElement("SupportedEnergyTransferMode")
        SupportedEnergyTransferMode supportedEnergyTransferMode) {

  /** Checks the bounds that the schema sets. */
  public ChargeService {
    Facets.range("ServiceID", serviceId, 0, 65535);
    Facets.length("ServiceName", serviceName, 0, 32);
    Facets.length("ServiceScope", serviceScope, 0, 64);
  }
}
