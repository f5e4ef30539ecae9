package energy.ebbflow.iso15118.message.iso2.service;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;

/**
 * PaymentOptionListType. The ways of payment.
 *
 * @param paymentOption the ways of payment on offer; 1 to 2 of them
 */
@ExiType(namespace = Namespaces.ISO2_MSG_DATA_TYPES)
public record PaymentOptionList(
    @ExiElement("PaymentOption") @Occurs(max = 2) List<PaymentOption> paymentOption) {

  /** Checks the bounds that the schema sets. */
  public PaymentOptionList {
    paymentOption = Facets.occurs("PaymentOption", paymentOption, 1, 2);
  }
}
