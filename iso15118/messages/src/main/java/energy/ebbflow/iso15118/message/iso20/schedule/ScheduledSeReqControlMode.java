package energy.ebbflow.iso15118.message.iso20.schedule;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import java.util.Optional;

/**
 * Scheduled_SEReqControlModeType. Scheduled control: what the vehicle needs.
 *
 * @param departureTime when the user wants to leave; s from now, 0 to 4294967295
 * @param evTargetEnergyRequest energy to the target; Wh, below 0 when above it
 * @param evMaximumEnergyRequest energy that the battery can still take; Wh
 * @param evMinimumEnergyRequest energy to the minimum state of charge; Wh, below 0 when above it
 * @param evEnergyOffer the energy that the vehicle offers to the grid, and its price
 */
@ExiName("Scheduled_SEReqControlMode")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record ScheduledSeReqControlMode(
    @ExiElement("DepartureTime") @Range(min = 0, max = 4294967295L) Optional<Long> departureTime,
    @ExiElement("EVTargetEnergyRequest") Optional<RationalNumber> evTargetEnergyRequest,
    @ExiElement("EVMaximumEnergyRequest") Optional<RationalNumber> evMaximumEnergyRequest,
    @ExiElement("EVMinimumEnergyRequest") Optional<RationalNumber> evMinimumEnergyRequest,
    @ExiElement("EVEnergyOffer") Optional<EvEnergyOffer> evEnergyOffer)
    implements SeReqControlMode {

  /** Checks the bounds that the schema sets. */
  public ScheduledSeReqControlMode {
    Facets.range("DepartureTime", departureTime, 0, 4294967295L);
  }
}
