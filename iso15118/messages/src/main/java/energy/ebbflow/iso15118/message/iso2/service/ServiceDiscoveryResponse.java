package energy.ebbflow.iso15118.message.iso2.service;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import java.util.Optional;

/**
 * ServiceDiscoveryRes. The station lists its services.
 *
 * @param responseCode how the request went
 * @param paymentOptionList the ways of payment on offer
 * @param chargeService the charging that is on offer
 * @param serviceList the other services on offer
 */
@ExiName("ServiceDiscoveryRes")
@ExiType(namespace = Namespaces.ISO2_MSG_BODY)
public record ServiceDiscoveryResponse(
    @ExiElement("ResponseCode") ResponseCode responseCode,
    @ExiElement("PaymentOptionList") PaymentOptionList paymentOptionList,
    @ExiElement("ChargeService") ChargeService chargeService,
    @ExiElement("ServiceList") Optional<ServiceList> serviceList)
    implements BodyElement, V2gMessage {}
