package energy.ebbflow.iso15118.message.iso20.schedule;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.price.PriceSchedule;
import java.util.Optional;

/**
 * Dynamic_SEResControlModeType. Dynamic control: what the station wishes.
 *
 * @param departureTime when the user wants to leave; s from now, 0 to 4294967295
 * @param minimumSoc the state of charge to reach as soon as possible and never to fall below; %, 0
 *     to 100
 * @param targetSoc the state of charge wanted at departure; %, 0 to 100
 * @param priceSchedule one of AbsolutePriceSchedule, PriceLevelSchedule
 */
@ExiName("Dynamic_SEResControlMode")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record DynamicSeResControlMode(
    @ExiElement("DepartureTime") @Range(min = 0, max = 4294967295L) Optional<Long> departureTime,
    @ExiElement("MinimumSOC") @Range(min = 0, max = 100) Optional<Integer> minimumSoc,
    @ExiElement("TargetSOC") @Range(min = 0, max = 100) Optional<Integer> targetSoc,
    @ExiChoice Optional<PriceSchedule> priceSchedule)
    implements SeResControlMode {

  /** Checks the bounds that the schema sets. */
  public DynamicSeResControlMode {
    Facets.range("DepartureTime", departureTime, 0, 4294967295L);
    Facets.range("MinimumSOC", minimumSoc, 0, 100);
    Facets.range("TargetSOC", targetSoc, 0, 100);
  }
}
