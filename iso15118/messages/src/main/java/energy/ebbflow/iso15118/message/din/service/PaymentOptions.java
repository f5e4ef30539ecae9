package energy.ebbflow.iso15118.message.din.service;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;

/**
 * PaymentOptionsType. The ways of payment.
 *
 * @param paymentOption the ways of payment on offer; 1 to 256 of them (our limit)
 */
@ExiType(namespace = Namespaces.DIN_MSG_DATA_TYPES)
public record PaymentOptions(
    @ExiElement("PaymentOption") @Occurs(max = Occurs.UNBOUNDED) @Limit(256)
        List<PaymentOption> paymentOption) {

  /** Checks the bounds that the schema sets. */
  public PaymentOptions {
    paymentOption = Facets.occurs("PaymentOption", paymentOption, 1, 256);
  }
}
