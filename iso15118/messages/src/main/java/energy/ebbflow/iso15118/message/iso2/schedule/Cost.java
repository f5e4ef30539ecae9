package energy.ebbflow.iso15118.message.iso2.schedule;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.Optional;

/**
 * CostType. A cost of one kind.
 *
 * @param costKind what kind of cost it is
 * @param amount the amount of the cost, before the power of ten is applied; 0 to 4294967295
 * @param amountMultiplier the power of ten to multiply the amount with; -3 to 3
 */
@ExiType(namespace = Namespaces.ISO2_MSG_DATA_TYPES)
public record Cost(
    @ExiElement("costKind") CostKind costKind,
    @ExiElement("amount") @Range(min = 0, max = 4294967295L) long amount,
    @ExiElement("amountMultiplier") @Range(min = -3, max = 3) Optional<Integer> amountMultiplier) {

  /** Checks the bounds that the schema sets. */
  public Cost {
    Facets.range("amount", amount, 0, 4294967295L);
    Facets.range("amountMultiplier", amountMultiplier, -3, 3);
  }
}
