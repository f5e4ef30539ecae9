package energy.ebbflow.iso15118.message.din.service;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.din.BodyElement;

/**
 * ServicePaymentSelectionReq. The vehicle selects services and the way of payment.
 *
 * @param selectedPaymentOption the chosen way of payment
 * @param selectedServiceList the chosen services
 */
@ExiName("ServicePaymentSelectionReq")
@ExiType(namespace = Namespaces.DIN_MSG_BODY)
public record ServicePaymentSelectionRequest(
    @ExiElement("SelectedPaymentOption") PaymentOption selectedPaymentOption,
    @ExiElement("SelectedServiceList") SelectedServiceList selectedServiceList)
    implements BodyElement, V2gMessage {}
