package energy.ebbflow.iso15118.message.iso20.price;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;

/**
 * AdditionalServiceType. A value added service and its fee.
 *
 * @param serviceName the name of the service; at most 80 characters
 * @param serviceFee the price of the service; in the currency of the schedule
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record AdditionalService(
    @ExiElement("ServiceName") @Length(max = 80) String serviceName,
    @ExiElement("ServiceFee") RationalNumber serviceFee) {

  /** Checks the bounds that the schema sets. */
  public AdditionalService {
    Facets.length("ServiceName", serviceName, 0, 80);
  }
}
