package energy.ebbflow.iso15118.message.iso20;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.exi.schema.Unsigned;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;
import java.util.Optional;

/**
 * ReceiptType. What the session cost so far.
 *
 * @param timeAnchor the start of the first entry; seconds since 1970-01-01 UTC, unsigned
 * @param energyCosts what energy cost so far
 * @param occupancyCosts what the place cost so far
 * @param additionalServicesCosts what the value added services cost so far
 * @param overstayCosts what overstaying cost so far
 * @param taxCosts the taxes so far, by rule; 0 to 10 of them
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_TYPES)
public record Receipt(
    @ExiElement("TimeAnchor") @Unsigned long timeAnchor,
    @ExiElement("EnergyCosts") Optional<DetailedCost> energyCosts,
    @ExiElement("OccupancyCosts") Optional<DetailedCost> occupancyCosts,
    @ExiElement("AdditionalServicesCosts") Optional<DetailedCost> additionalServicesCosts,
    @ExiElement("OverstayCosts") Optional<DetailedCost> overstayCosts,
    @ExiElement("TaxCosts") @Occurs(min = 0, max = 10) List<DetailedTax> taxCosts) {

  /** Checks the bounds that the schema sets. */
  public Receipt {
    taxCosts = Facets.occurs("TaxCosts", taxCosts, 0, 10);
  }
}
