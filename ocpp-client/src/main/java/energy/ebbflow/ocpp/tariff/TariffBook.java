package energy.ebbflow.ocpp.tariff;

import energy.ebbflow.ocpp.v2.tariff.Tariff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The default tariffs of the outlets (OCPP 2.1 I07). Immutable.
 *
 * @param defaults in the order in which they came
 */
public record TariffBook(List<Default> defaults) {
  /** Our own: default tariffs of one outlet, those of the future among them. */
  public static final int MAX_PER_EVSE = 10;

  public static final TariffBook EMPTY = new TariffBook(List.of());

  public TariffBook {
    defaults = List.copyOf(defaults);
  }

  /**
   * A default tariff of one outlet.
   *
   * @param evse counts from 1
   * @param from when it begins to count: not before it came
   */
  public record Default(int evse, Instant from, Tariff tariff) {}

  /** Whether a tariff of this name is known (I07.FR.04). */
  public boolean knows(String tariffId) {
    return defaults.stream().anyMatch(d -> d.tariff().tariffId().equals(tariffId));
  }

  /**
   * With one more. It takes the place of all that it overtakes: those that begin to count no later
   * than it; but one that is still to come leaves the one that counts until then (I07.FR.19 to 23).
   */
  public TariffBook with(int evse, Tariff tariff, Instant now) {
    Instant from = tariff.validFrom().filter(now::isBefore).orElse(now);
    Default next = new Default(evse, from, tariff);
    List<Default> kept = new ArrayList<>();
    Optional<Default> counting = counting(evse, now);
    boolean future = from.isAfter(now);
    for (Default one : defaults) {
      boolean overtaken = one.evse() == evse && !one.from().isAfter(next.from());
      boolean stillNeeded =
          future
              && (counting.equals(Optional.of(one)) || one.from().isAfter(now))
              && !one.from().equals(next.from());
      if (!overtaken || stillNeeded) {
        kept.add(one);
      }
    }
    kept.add(next);
    return new TariffBook(kept);
  }

  /** Without those that will never count again. */
  public TariffBook pruned(Instant now) {
    return new TariffBook(
        defaults.stream()
            .filter(d -> d.from().isAfter(now) || counting(d.evse(), now).equals(Optional.of(d)))
            .toList());
  }

  private Optional<Default> counting(int evse, Instant now) {
    return defaults.stream()
        .filter(d -> d.evse() == evse && !d.from().isAfter(now))
        .max(Comparator.comparing(Default::from));
  }

  /** The tariff that counts at an outlet. */
  public Optional<Tariff> at(int evse, Instant now) {
    return counting(evse, now).map(Default::tariff);
  }

  public long count(int evse) {
    return defaults.stream().filter(d -> d.evse() == evse).count();
  }

  /**
   * Those that a request names (I10).
   *
   * @param ids empty: all
   * @param evse 0: everywhere
   */
  public List<Default> chosen(List<String> ids, int evse) {
    return defaults.stream()
        .filter(d -> ids.isEmpty() || ids.contains(d.tariff().tariffId()))
        .filter(d -> evse == 0 || d.evse() == evse)
        .toList();
  }

  public TariffBook without(List<Default> gone) {
    return new TariffBook(defaults.stream().filter(d -> !gone.contains(d)).toList());
  }
}
