package energy.ebbflow.ocpp.v2.tariff;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.json.Items;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * When a price holds (TariffConditionsType): all that are given must hold. Times of day and dates
 * are local. Minima belong to it, maxima do not; of negative bounds the minimum is the one closer
 * to zero, they mean energy out of the vehicle.
 *
 * @param startTimeOfDay {@code HH:MM}
 * @param endTimeOfDay {@code HH:MM}; before the start: on the next day
 * @param validFromDate {@code YYYY-MM-DD}
 * @param minEnergy Wh since the start of the transaction
 * @param minCurrent A, sum of the phases, now
 * @param minPower W, now
 * @param minTime s since the start of the transaction
 */
public record Conditions(
    Optional<String> startTimeOfDay,
    Optional<String> endTimeOfDay,
    @Items(max = 7) @AbsentIfEmpty List<Weekday> dayOfWeek,
    Optional<String> validFromDate,
    Optional<String> validToDate,
    Optional<EvseKind> evseKind,
    Optional<BigDecimal> minEnergy,
    Optional<BigDecimal> maxEnergy,
    Optional<BigDecimal> minCurrent,
    Optional<BigDecimal> maxCurrent,
    Optional<BigDecimal> minPower,
    Optional<BigDecimal> maxPower,
    Optional<Integer> minTime,
    Optional<Integer> maxTime,
    Optional<Integer> minChargingTime,
    Optional<Integer> maxChargingTime,
    Optional<Integer> minIdleTime,
    Optional<Integer> maxIdleTime) {
  public Conditions {
    dayOfWeek = List.copyOf(dayOfWeek);
  }
}
