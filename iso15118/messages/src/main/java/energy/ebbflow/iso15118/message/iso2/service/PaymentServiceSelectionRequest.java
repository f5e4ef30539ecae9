package energy.ebbflow.iso15118.message.iso2.service;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.BodyElement;

/**
 * PaymentServiceSelectionReq. The vehicle selects services and the way of payment.
 *
 * @param selectedPaymentOption the chosen way of payment
 * @param selectedServiceList the chosen services
 */
@ExiName("PaymentServiceSelectionReq")
@ExiType(namespace = Namespaces.ISO2_MSG_BODY)
public record PaymentServiceSelectionRequest(
    @ExiElement("SelectedPaymentOption") PaymentOption selectedPaymentOption,
    @ExiElement("SelectedServiceList") SelectedServiceList selectedServiceList)
    implements BodyElement, V2gMessage {}
