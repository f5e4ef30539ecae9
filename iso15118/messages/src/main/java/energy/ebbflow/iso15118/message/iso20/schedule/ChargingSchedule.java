package energy.ebbflow.iso15118.message.iso20.schedule;

import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.price.PriceSchedule;
import java.util.Optional;

/**
 * ChargingScheduleType. Power over time, and its price.
 *
 * @param powerSchedule the power over time
 * @param priceSchedule one of AbsolutePriceSchedule, PriceLevelSchedule
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record ChargingSchedule(
    @ExiElement("PowerSchedule") PowerSchedule powerSchedule,
    @ExiChoice Optional<PriceSchedule> priceSchedule) {}
