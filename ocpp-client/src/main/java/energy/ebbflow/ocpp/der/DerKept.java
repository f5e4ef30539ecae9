package energy.ebbflow.ocpp.der;

import energy.ebbflow.ocpp.v2.der.DerCurve;
import energy.ebbflow.ocpp.v2.der.DerSettings;
import energy.ebbflow.ocpp.v2.der.SetDerControl;
import java.time.Instant;
import java.util.Optional;

/**
 * A control that was set.
 *
 * @param number order of arrival
 * @param request as it came
 * @param superseded it is never executed (R04.FR.06)
 * @param started its start was told
 */
public record DerKept(
    long number, SetDerControl.Request request, boolean superseded, boolean started) {

  DerKept asSuperseded() {
    return new DerKept(number, request, true, started);
  }

  DerKept asStarted() {
    return new DerKept(number, request, superseded, true);
  }

  /** Whether both are of one kind and both default, or both scheduled: one of them holds. */
  boolean rivals(SetDerControl.Request other) {
    return request.controlType() == other.controlType()
        && request.isDefault() == other.isDefault()
        && !request.controlId().equals(other.controlId());
  }

  /** 0 is the highest. */
  int priority() {
    return priority(request);
  }

  static int priority(SetDerControl.Request request) {
    return request
        .curve()
        .map(DerCurve::priority)
        .or(() -> request.enterService().map(DerSettings.EnterService::priority))
        .or(() -> request.fixedPFAbsorb().map(DerSettings.FixedPf::priority))
        .or(() -> request.fixedPFInject().map(DerSettings.FixedPf::priority))
        .or(() -> request.fixedVar().map(DerSettings.FixedVar::priority))
        .or(() -> request.freqDroop().map(DerSettings.FreqDroop::priority))
        .or(() -> request.gradient().map(DerSettings.Gradient::priority))
        .or(() -> request.limitMaxDischarge().map(DerSettings.LimitMaxDischarge::priority))
        .orElse(0);
  }

  static Optional<Instant> start(SetDerControl.Request request) {
    return request
        .curve()
        .flatMap(DerCurve::startTime)
        .or(() -> request.fixedPFAbsorb().flatMap(DerSettings.FixedPf::startTime))
        .or(() -> request.fixedPFInject().flatMap(DerSettings.FixedPf::startTime))
        .or(() -> request.fixedVar().flatMap(DerSettings.FixedVar::startTime))
        .or(() -> request.freqDroop().flatMap(DerSettings.FreqDroop::startTime))
        .or(() -> request.limitMaxDischarge().flatMap(DerSettings.LimitMaxDischarge::startTime));
  }

  /** In seconds. */
  static Optional<Double> duration(SetDerControl.Request request) {
    return request
        .curve()
        .flatMap(DerCurve::duration)
        .or(() -> request.fixedPFAbsorb().flatMap(DerSettings.FixedPf::duration))
        .or(() -> request.fixedPFInject().flatMap(DerSettings.FixedPf::duration))
        .or(() -> request.fixedVar().flatMap(DerSettings.FixedVar::duration))
        .or(() -> request.freqDroop().flatMap(DerSettings.FreqDroop::duration))
        .or(() -> request.limitMaxDischarge().flatMap(DerSettings.LimitMaxDischarge::duration));
  }

  /** When a scheduled control begins. */
  Optional<Instant> start() {
    return start(request);
  }

  /** When a scheduled control is over; at this very instant it is. */
  Optional<Instant> end() {
    return end(request);
  }

  static Optional<Instant> end(SetDerControl.Request request) {
    return start(request)
        .flatMap(
            from -> duration(request).map(seconds -> from.plusMillis(Math.round(seconds * 1_000))));
  }

  /** A default control always is; a scheduled one from its start to its end. */
  boolean activeAt(Instant now) {
    return request.isDefault()
        || start().filter(from -> !now.isBefore(from)).isPresent()
            && end().filter(until -> now.isBefore(until)).isPresent();
  }
}
