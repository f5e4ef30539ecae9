package energy.ebbflow.iso15118.message.din.service;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.ResponseCode;
import java.util.Optional;

/**
 * ServiceDiscoveryRes. The station lists its services.
 *
 * @param responseCode how the request went
 * @param paymentOptions the ways of payment on offer
 * @param chargeService the charging that is on offer
 * @param serviceList the other services on offer
 */
@ExiName("ServiceDiscoveryRes")
@ExiType(namespace = Namespaces.DIN_MSG_BODY)
public record ServiceDiscoveryResponse(
    @ExiElement("ResponseCode") ResponseCode responseCode,
    @ExiElement("PaymentOptions") PaymentOptions paymentOptions,
    @ExiElement("ChargeService") ServiceCharge chargeService,
    @ExiElement("ServiceList") Optional<ServiceTagList> serviceList)
    implements BodyElement, V2gMessage {}
