package energy.ebbflow.ocpp.tariff;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.v2.tariff.Tariff;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The part of a transaction for which one tariff counted.
 *
 * @param due which of its fees are due: none where it came later
 * @param used what was used at which price
 */
public record Segment(Tariff tariff, Due due, @AbsentIfEmpty List<Used> used) {
  public Segment {
    used = List.copyOf(used);
  }

  /**
   * What is due once, by index of its price.
   *
   * @param fee at the start of the transaction
   * @param reservationFee for an outlet that was kept
   * @param reservationTime for each minute that it was kept
   */
  public record Due(
      Optional<Integer> fee, Optional<Integer> reservationFee, Optional<Integer> reservationTime) {
    static final Due NOTHING = new Due(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * What was used at one price.
   *
   * @param element index of the price
   * @param volume see {@link Dimension}
   */
  public record Used(Dimension dimension, int element, BigDecimal volume) {}

  /** More of it. */
  Segment with(Dimension dimension, int element, BigDecimal more) {
    List<Used> next = new ArrayList<>(used);
    for (int i = 0; i < next.size(); i++) {
      Used one = next.get(i);
      if (one.dimension() == dimension && one.element() == element) {
        next.set(i, new Used(dimension, element, one.volume().add(more)));
        return new Segment(tariff, due, next);
      }
    }
    next.add(new Used(dimension, element, more));
    return new Segment(tariff, due, next);
  }
}
