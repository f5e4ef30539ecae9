package energy.ebbflow.ocpp.tariff;

import energy.ebbflow.ocpp.v2.tariff.Conditions;
import energy.ebbflow.ocpp.v2.tariff.EvseKind;
import energy.ebbflow.ocpp.v2.tariff.FixedConditions;
import energy.ebbflow.ocpp.v2.tariff.Weekday;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * Where a transaction stands when a price is looked for.
 *
 * @param local time and date at the station
 * @param wh signed, since the start
 * @param watts signed, now
 * @param amps signed, now
 */
record Situation(
    LocalDateTime local,
    EvseKind kind,
    BigDecimal wh,
    BigDecimal watts,
    BigDecimal amps,
    long elapsedNanos,
    long chargingNanos,
    long idleNanos) {
  private static final long SECOND = 1_000_000_000L;

  /** Whether all conditions hold (I12.FR.33). */
  boolean fulfils(Conditions wanted) {
    return clock(
            wanted.startTimeOfDay(),
            wanted.endTimeOfDay(),
            wanted.dayOfWeek(),
            wanted.validFromDate(),
            wanted.validToDate())
        && of(wanted.evseKind())
        && within(wh, wanted.minEnergy(), wanted.maxEnergy())
        && within(watts, wanted.minPower(), wanted.maxPower())
        && within(amps, wanted.minCurrent(), wanted.maxCurrent())
        && within(elapsedNanos, wanted.minTime(), wanted.maxTime())
        && within(chargingNanos, wanted.minChargingTime(), wanted.maxChargingTime())
        && within(idleNanos, wanted.minIdleTime(), wanted.maxIdleTime());
  }

  /** The same for a fee; a payment that nothing is known of fulfils no condition on payments. */
  boolean fulfils(FixedConditions wanted, Payment payment) {
    return clock(
            wanted.startTimeOfDay(),
            wanted.endTimeOfDay(),
            wanted.dayOfWeek(),
            wanted.validFromDate(),
            wanted.validToDate())
        && of(wanted.evseKind())
        && (wanted.paymentBrand().isEmpty() || wanted.paymentBrand().equals(payment.brand()))
        && (wanted.paymentRecognition().isEmpty()
            || wanted.paymentRecognition().equals(payment.recognition()));
  }

  private boolean of(Optional<EvseKind> wanted) {
    return wanted.isEmpty() || wanted.get() == kind;
  }

  private boolean clock(
      Optional<String> start,
      Optional<String> end,
      List<Weekday> days,
      Optional<String> from,
      Optional<String> to) {
    LocalDate date = local.toLocalDate();
    return ofDay(start, end)
        && (days.isEmpty() || days.contains(Weekday.values()[date.getDayOfWeek().ordinal()]))
        && from.map(d -> !date.isBefore(LocalDate.parse(d))).orElse(true)
        && to.map(d -> date.isBefore(LocalDate.parse(d))).orElse(true);
  }

  /** Without an end, and with one at midnight, until the end of the day. */
  private boolean ofDay(Optional<String> startText, Optional<String> endText) {
    LocalTime start = startText.map(LocalTime::parse).orElse(LocalTime.MIDNIGHT);
    LocalTime end = endText.map(LocalTime::parse).orElse(LocalTime.MIDNIGHT);
    LocalTime time = local.toLocalTime();
    if (start.equals(end)) {
      return true;
    }
    return start.isBefore(end)
        ? !time.isBefore(start) && time.isBefore(end)
        : !time.isBefore(start) || time.isBefore(end);
  }

  /** A negative minimum is the bound closer to zero, a negative maximum the one further away. */
  private static boolean within(
      BigDecimal value, Optional<BigDecimal> min, Optional<BigDecimal> max) {
    return min.map(m -> m.signum() < 0 ? value.compareTo(m) <= 0 : value.compareTo(m) >= 0)
            .orElse(true)
        && max.map(m -> m.signum() < 0 ? value.compareTo(m) > 0 : value.compareTo(m) < 0)
            .orElse(true);
  }

  private static boolean within(long nanos, Optional<Integer> min, Optional<Integer> max) {
    return min.map(m -> nanos >= m * SECOND).orElse(true)
        && max.map(m -> nanos < m * SECOND).orElse(true);
  }
}
