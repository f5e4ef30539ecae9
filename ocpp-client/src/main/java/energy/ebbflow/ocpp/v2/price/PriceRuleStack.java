package energy.ebbflow.ocpp.v2.price;

import energy.ebbflow.ocpp.json.Items;
import java.util.List;

/** Price rules for some seconds. */
public record PriceRuleStack(int duration, @Items(max = 8) List<PriceRule> priceRule) {
  public PriceRuleStack {
    priceRule = List.copyOf(priceRule);
  }
}
