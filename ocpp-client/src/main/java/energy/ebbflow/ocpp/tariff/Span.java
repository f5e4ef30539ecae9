package energy.ebbflow.ocpp.tariff;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A charging period: the same price elements were the first to hold (I12.FR.35).
 *
 * @param wh signed
 * @param extremes of power and current, where anything was measured in it
 */
public record Span(
    String tariffId,
    Instant start,
    BigDecimal wh,
    long chargingNanos,
    long idleNanos,
    Optional<Extremes> extremes) {

  /** Least and most, W and A. */
  public record Extremes(
      BigDecimal minWatts, BigDecimal maxWatts, BigDecimal minAmps, BigDecimal maxAmps) {}

  static Span opened(String tariffId, Instant start) {
    return new Span(tariffId, start, BigDecimal.ZERO, 0, 0, Optional.empty());
  }

  Span at(Instant other) {
    return new Span(tariffId, other, wh, chargingNanos, idleNanos, extremes);
  }

  Span with(BigDecimal moreWh, long nanos, Reading held) {
    Extremes now = new Extremes(held.watts(), held.watts(), held.amps(), held.amps());
    Extremes all =
        extremes
            .map(
                e ->
                    new Extremes(
                        e.minWatts().min(now.minWatts()),
                        e.maxWatts().max(now.maxWatts()),
                        e.minAmps().min(now.minAmps()),
                        e.maxAmps().max(now.maxAmps())))
            .orElse(now);
    return new Span(
        tariffId,
        start,
        wh.add(moreWh),
        chargingNanos + (held.charging() ? nanos : 0),
        idleNanos + (held.charging() ? 0 : nanos),
        Optional.of(all));
  }
}
