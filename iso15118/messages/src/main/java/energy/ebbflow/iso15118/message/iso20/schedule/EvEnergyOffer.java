package energy.ebbflow.iso15118.message.iso20.schedule;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.price.EvAbsolutePriceSchedule;

/**
 * EVEnergyOfferType: EV energy offer.
 *
 * @param evPowerSchedule the vehicle's power schedule
 * @param evAbsolutePriceSchedule the vehicle's absolute price schedule
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record EvEnergyOffer(
    @ExiElement("EVPowerSchedule") EvPowerSchedule evPowerSchedule,
    @ExiElement("EVAbsolutePriceSchedule") EvAbsolutePriceSchedule evAbsolutePriceSchedule) {}
