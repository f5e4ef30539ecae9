package energy.ebbflow.ocpp.tariff;

import energy.ebbflow.ocpp.v2.tariff.Conditions;
import energy.ebbflow.ocpp.v2.tariff.Tariff;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which price elements of a tariff hold. */
final class Prices {
  private Prices() {}

  /**
   * The first elements that hold; absent where none does, or the tariff has none.
   *
   * @param energy index of the price of energy
   * @param charging index of the price of time in which energy flows
   * @param idle index of the price of time in which none does
   */
  record Elements(Optional<Integer> energy, Optional<Integer> charging, Optional<Integer> idle) {}

  static Elements at(Tariff tariff, Situation now) {
    return new Elements(
        tariff.energy().flatMap(e -> first(e.prices(), p -> p.conditions(), now)),
        tariff.chargingTime().flatMap(t -> time(t, now)),
        tariff.idleTime().flatMap(t -> time(t, now)));
  }

  static Optional<Integer> time(Tariff.Time time, Situation now) {
    return first(time.prices(), Tariff.TimePrice::conditions, now);
  }

  /** I12.FR.34: of several that hold, the first counts. */
  private static <P> Optional<Integer> first(
      List<P> prices, Function<P, Optional<Conditions>> conditions, Situation now) {
    for (int i = 0; i < prices.size(); i++) {
      if (conditions.apply(prices.get(i)).map(now::fulfils).orElse(true)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** I12.FR.30: a fee is looked for once. */
  static Optional<Integer> fee(Tariff.Fixed fixed, Situation now, Payment payment) {
    for (int i = 0; i < fixed.prices().size(); i++) {
      if (fixed.prices().get(i).conditions().map(c -> now.fulfils(c, payment)).orElse(true)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** Every condition on a price of a running transaction. */
  static List<Conditions> conditions(Tariff tariff) {
    return Stream.of(
            tariff.energy().stream()
                .flatMap(e -> e.prices().stream())
                .map(Tariff.EnergyPrice::conditions),
            tariff.chargingTime().stream()
                .flatMap(t -> t.prices().stream())
                .map(Tariff.TimePrice::conditions),
            tariff.idleTime().stream()
                .flatMap(t -> t.prices().stream())
                .map(Tariff.TimePrice::conditions))
        .flatMap(s -> s)
        .flatMap(Optional::stream)
        .toList();
  }
}
