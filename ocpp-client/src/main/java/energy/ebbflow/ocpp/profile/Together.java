package energy.ebbflow.ocpp.profile;

import energy.ebbflow.ocpp.v2.type.ChargingRateUnit;
import energy.ebbflow.ocpp.v2.type.OperationMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the profiles of all purposes together say of one EVSE, or of the whole station, at a moment
 * (section 3.6 of block K, SC.01). What is said of the whole station is not within that of an EVSE.
 * Pure.
 *
 * @param charge most towards the vehicle; local generation is on top of it
 * @param discharge most from it, a magnitude
 * @param setpoint signed target, within both (K08.FR.08)
 * @param leading the profile of the EVSE's own that rules, or the bound of the station
 * @param external an external system has its word in it
 * @param until when this may change
 */
public record Together(
    Optional<Rate> charge,
    Optional<Rate> discharge,
    Optional<Rate> setpoint,
    Optional<Ruling.Rule> leading,
    boolean external,
    Optional<Instant> until) {

  /** A value and its unit. */
  public record Rate(double value, ChargingRateUnit unit) {
    private double in(ChargingRateUnit other, Electrical electrical) {
      return electrical.convert(value, unit, other, 0);
    }
  }

  /** The mode that the EVSE is in. */
  public OperationMode mode() {
    return leading.map(Ruling.Rule::mode).orElse(OperationMode.CHARGING_ONLY);
  }

  /** Nobody says anything. */
  public boolean silent() {
    return leading.isEmpty() && !external;
  }

  /**
   * Adds up.
   *
   * @param evse counts from 1; 0 is the whole station
   * @param electrical how watts and amperes relate there
   */
  public static Together at(
      ProfileBook book,
      int evse,
      Optional<ActiveTransaction> transaction,
      Instant at,
      Circumstances circumstances,
      Electrical electrical) {
    Ruling own =
        evse == 0
            ? book.station(at, circumstances)
            : book.outlet(evse, transaction, at, circumstances);
    List<Ruling> external = book.external(evse, at, circumstances);
    Ruling generation = book.generation(evse, at, circumstances);
    List<Ruling.Rule> rules = new ArrayList<>();
    own.rule().ifPresent(rules::add);
    external.forEach(one -> one.rule().ifPresent(rules::add));
    Optional<Double> soc = Optional.ofNullable(circumstances.socPercent().get(evse));
    Optional<Rate> charge = Optional.empty();
    Optional<Rate> discharge = Optional.empty();
    for (Ruling.Rule rule : rules) {
      charge = least(charge, rate(rule.charge(), rule), electrical);
      charge = least(charge, rate(rule.capAt(soc), rule), electrical);
      discharge = least(discharge, rate(rule.discharge(), rule), electrical);
    }
    if (evse > 0 && circumstances.chargingOnly().contains(evse)) {
      discharge = Optional.of(new Rate(0, ChargingRateUnit.W));
    }
    if (charge.isPresent() && generation.rule().isPresent()) {
      charge = Optional.of(more(charge.get(), generation.rule().get(), electrical));
    }
    Optional<Rate> central = own.rule().flatMap(rule -> rate(rule.setpoint(), rule));
    Optional<Rate> outer =
        external.stream()
            .flatMap(one -> one.rule().stream())
            .flatMap(rule -> rate(rule.setpoint(), rule).stream())
            .findFirst();
    Optional<Instant> turn = Optional.empty();
    for (Ruling one : external) {
      turn = Course.earlier(turn, one.until());
    }
    // Q06.FR.20 to .22.
    Optional<Rate> target =
        circumstances.centralSetpointsFirst() ? central.or(() -> outer) : outer.or(() -> central);
    Optional<Rate> most = charge;
    Optional<Rate> least = discharge;
    return new Together(
        charge,
        discharge,
        target.map(wanted -> within(wanted, most, least, electrical)),
        own.rule(),
        external.stream().anyMatch(one -> one.rule().isPresent()),
        Course.earlier(own.until(), Course.earlier(turn, generation.until())));
  }

  private static Optional<Rate> rate(Optional<Double> value, Ruling.Rule rule) {
    return value.map(v -> new Rate(v, rule.unit()));
  }

  private static Optional<Rate> least(Optional<Rate> a, Optional<Rate> b, Electrical electrical) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.or(() -> b);
    }
    return a.get().value() <= b.get().in(a.get().unit(), electrical) ? a : b;
  }

  private static Rate more(Rate limit, Ruling.Rule generation, Electrical electrical) {
    double added =
        generation
            .charge()
            .map(v -> electrical.convert(v, generation.unit(), limit.unit(), 0))
            .orElse(0.0);
    return new Rate(limit.value() + added, limit.unit());
  }

  /** V2X.03, V2X.04. */
  private static Rate within(
      Rate wanted, Optional<Rate> most, Optional<Rate> least, Electrical electrical) {
    double value = wanted.value();
    if (most.isPresent()) {
      value = Math.min(value, most.get().in(wanted.unit(), electrical));
    }
    if (least.isPresent()) {
      value = Math.max(value, 0.0 - least.get().in(wanted.unit(), electrical));
    }
    return new Rate(value, wanted.unit());
  }
}
