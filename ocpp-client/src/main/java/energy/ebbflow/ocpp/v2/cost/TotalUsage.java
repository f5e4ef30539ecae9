package energy.ebbflow.ocpp.v2.cost;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What was used.
 *
 * @param energy Wh into the vehicle less Wh out of it
 * @param chargingTime s in which energy flowed
 * @param idleTime s in which none did
 * @param reservationTime s for which the outlet was kept
 */
public record TotalUsage(
    BigDecimal energy, int chargingTime, int idleTime, Optional<Integer> reservationTime) {}
