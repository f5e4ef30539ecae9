package energy.ebbflow.ocpp.v2.needs;

import energy.ebbflow.ocpp.v2.price.EvAbsolutePriceSchedule;
import java.util.Optional;

/** Energy which the vehicle offers to sell, and its price. */
public record EvEnergyOffer(
    Optional<EvAbsolutePriceSchedule> evAbsolutePriceSchedule, EvPowerSchedule evPowerSchedule) {}
