package energy.ebbflow.ocpp.tariff;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What is known of a transaction at one moment. Power, current and charging hold until the next.
 *
 * @param wh register of energy into the vehicle less that of energy out of it
 * @param watts signed, positive towards the vehicle
 * @param amps signed sum of the phases
 * @param charging energy flows; otherwise the time counts as idle
 */
public record Reading(
    Instant at, BigDecimal wh, BigDecimal watts, BigDecimal amps, boolean charging) {
  /** The same at another moment. */
  public Reading at(Instant other) {
    return new Reading(other, wh, watts, amps, charging);
  }
}
