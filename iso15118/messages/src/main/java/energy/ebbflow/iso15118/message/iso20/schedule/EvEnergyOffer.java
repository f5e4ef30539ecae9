package energy.ebbflow.iso15118.message.iso20.schedule;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.price.EvAbsolutePriceSchedule;

/**
 * EVEnergyOfferType. Energy that the vehicle offers to the grid.
 *
 * @param evPowerSchedule the power that the vehicle offers
 * @param evAbsolutePriceSchedule the price that the vehicle asks for
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record EvEnergyOffer(
    @ExiElement("EVPowerSchedule") EvPowerSchedule evPowerSchedule,
    @ExiElement("EVAbsolutePriceSchedule") EvAbsolutePriceSchedule evAbsolutePriceSchedule) {}
