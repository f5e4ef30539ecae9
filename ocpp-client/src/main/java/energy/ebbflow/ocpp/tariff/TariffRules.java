package energy.ebbflow.ocpp.tariff;

import energy.ebbflow.ocpp.v2.tariff.Conditions;
import energy.ebbflow.ocpp.v2.tariff.FixedConditions;
import energy.ebbflow.ocpp.v2.tariff.Tariff;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a tariff must be like to be reckoned with here. */
public final class TariffRules {
  /** Prices of one kind (TariffCostCtrlr.MaxElements). */
  public static final int MAX_ELEMENTS = 32;

  private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";
  private static final String DATE = "[12][0-9]{3}-[01][0-9]-[0-3][0-9]";

  private TariffRules() {}

  /** What is wrong. */
  public enum Fault {
    /** More prices of one kind than {@link #MAX_ELEMENTS}. */
    TOO_MANY_ELEMENTS,
    /** A time or a date is none, or the currency is no three letters. */
    INVALID
  }

  /** What is wrong, and the words for it. */
  public record Refusal(Fault fault, String text) {}

  /** The first thing that is wrong. */
  public static Optional<Refusal> check(Tariff tariff) {
    int most =
        Stream.of(
                tariff.energy().map(e -> e.prices().size()),
                tariff.chargingTime().map(t -> t.prices().size()),
                tariff.idleTime().map(t -> t.prices().size()),
                tariff.fixedFee().map(f -> f.prices().size()),
                tariff.reservationTime().map(t -> t.prices().size()),
                tariff.reservationFixed().map(f -> f.prices().size()))
            .flatMap(Optional::stream)
            .mapToInt(Integer::intValue)
            .max()
            .orElse(0);
    if (most > MAX_ELEMENTS) {
      return Optional.of(
          new Refusal(
              Fault.TOO_MANY_ELEMENTS,
              "at most " + MAX_ELEMENTS + " prices of one kind, got " + most));
    }
    if (!tariff.currency().matches("[A-Z]{3}")) {
      return invalid("currency: expected three capital letters, got " + tariff.currency());
    }
    return wrongTime(tariff);
  }

  private static Optional<Refusal> invalid(String text) {
    return Optional.of(new Refusal(Fault.INVALID, text));
  }

  private static Optional<Refusal> wrongTime(Tariff tariff) {
    Stream<Conditions> prices =
        Stream.concat(
            Prices.conditions(tariff).stream(),
            tariff.reservationTime().stream()
                .flatMap(t -> t.prices().stream())
                .map(Tariff.TimePrice::conditions)
                .flatMap(Optional::stream));
    Stream<FixedConditions> fees =
        Stream.of(tariff.fixedFee(), tariff.reservationFixed())
            .flatMap(Optional::stream)
            .flatMap(f -> f.prices().stream())
            .map(Tariff.FixedPrice::conditions)
            .flatMap(Optional::stream);
    List<Clock> all =
        Stream.concat(
                prices.map(
                    c ->
                        new Clock(
                            List.of(c.startTimeOfDay(), c.endTimeOfDay()),
                            List.of(c.validFromDate(), c.validToDate()))),
                fees.map(
                    c ->
                        new Clock(
                            List.of(c.startTimeOfDay(), c.endTimeOfDay()),
                            List.of(c.validFromDate(), c.validToDate()))))
            .toList();
    return all.stream()
        .flatMap(c -> c.times().stream())
        .flatMap(Optional::stream)
        .filter(t -> !t.matches(TIME))
        .findFirst()
        .flatMap(t -> invalid("time of day: expected HH:MM, got " + t))
        .or(
            () ->
                all.stream()
                    .flatMap(c -> c.dates().stream())
                    .flatMap(Optional::stream)
                    .filter(d -> !isDate(d))
                    .findFirst()
                    .flatMap(d -> invalid("date: expected YYYY-MM-DD, got " + d)));
  }

  private record Clock(List<Optional<String>> times, List<Optional<String>> dates) {}

  private static boolean isDate(String text) {
    if (!text.matches(DATE)) {
      return false;
    }
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
