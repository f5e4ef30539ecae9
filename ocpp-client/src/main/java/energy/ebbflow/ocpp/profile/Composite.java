package energy.ebbflow.ocpp.profile;

import energy.ebbflow.ocpp.v2.type.ChargingRateUnit;
import energy.ebbflow.ocpp.v2.type.OperationMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** All profiles of an EVSE added up over time (K08). Pure. */
public final class Composite {
  /** Most periods of an answer; what is beyond them is cut off, and the duration says so. */
  public static final int MAX_PERIODS = 1024;

  /** A schedule that turns at every moment would never end; a turn takes at least a second. */
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private final ProfileBook book;

  public Composite(ProfileBook book) {
    this.book = book;
  }

  /**
   * One span of the sum.
   *
   * @param startSeconds from the start of the schedule
   * @param limit most towards the vehicle, at least 0
   * @param dischargeLimit most from it, a magnitude; absent where no profile speaks of it
   * @param setpoint signed target
   * @param phases conductors to be used, where a profile says so
   */
  public record Span(
      int startSeconds,
      double limit,
      Optional<Double> dischargeLimit,
      Optional<Double> setpoint,
      OperationMode mode,
      OptionalInt phases) {
    private boolean sameAs(Span other) {
      return limit == other.limit
          && dischargeLimit.equals(other.dischargeLimit)
          && setpoint.equals(other.setpoint)
          && mode == other.mode
          && phases.equals(other.phases);
    }
  }

  /** Spans, and how many seconds of the wish they cover. */
  public record Sum(List<Span> spans, int seconds) {}

  /**
   * The sum over {@code seconds} from {@code start}.
   *
   * @param evse counts from 1; 0 asks for the station's own bound only
   */
  public Sum over(
      int evse,
      Optional<ActiveTransaction> transaction,
      Instant start,
      int seconds,
      ChargingRateUnit unit,
      Electrical electrical) {
    List<Span> spans = new ArrayList<>();
    Instant end = start.plusSeconds(seconds);
    Instant at = start;
    while (at.isBefore(end)) {
      Ruling station = book.station(at);
      Ruling outlet =
          evse == 0
              ? new Ruling(Optional.empty(), Optional.empty())
              : outletFrom(evse, transaction, at, start);
      int offset = Math.toIntExact(Duration.between(start, at).getSeconds());
      Span span = span(offset, station, outlet, unit, electrical);
      if (spans.isEmpty() || !spans.getLast().sameAs(span)) {
        if (spans.size() == MAX_PERIODS) {
          return new Sum(List.copyOf(spans), offset);
        }
        spans.add(span);
      }
      Instant next = Course.earlier(station.until(), outlet.until()).orElse(end);
      Instant earliest = at.plus(SHORTEST);
      at = next.isBefore(earliest) ? earliest : next;
    }
    return new Sum(List.copyOf(spans), seconds);
  }

  private Ruling outletFrom(
      int evse, Optional<ActiveTransaction> transaction, Instant at, Instant start) {
    // Without a transaction a relative default counts as if one began with the schedule.
    return transaction.isPresent()
        ? book.outlet(evse, transaction, at)
        : book.outlet(evse, Optional.of(new ActiveTransaction(evse, "", start)), at);
  }

  private static Span span(
      int offset, Ruling station, Ruling outlet, ChargingRateUnit unit, Electrical electrical) {
    double limit = electrical.convert(electrical.maxWatts(), ChargingRateUnit.W, unit, 0);
    Optional<Double> discharge = Optional.empty();
    Optional<Double> setpoint = Optional.empty();
    OperationMode mode = OperationMode.CHARGING_ONLY;
    OptionalInt phases = OptionalInt.empty();
    for (Ruling ruling : List.of(station, outlet)) {
      if (ruling.rule().isEmpty()) {
        continue;
      }
      Ruling.Rule rule = ruling.rule().get();
      int used = rule.period().numberPhases().orElse(0);
      limit =
          Math.min(
              limit,
              rule.charge().map(v -> electrical.convert(v, rule.unit(), unit, used)).orElse(limit));
      if (ruling == outlet) {
        mode = rule.mode();
        discharge =
            mode == OperationMode.CHARGING_ONLY
                ? Optional.empty()
                : rule.discharge().map(v -> electrical.convert(v, rule.unit(), unit, used));
        setpoint = rule.setpoint().map(v -> electrical.convert(v, rule.unit(), unit, used));
        phases = used == 0 ? OptionalInt.empty() : OptionalInt.of(used);
      }
    }
    return new Span(offset, limit, discharge, setpoint, mode, phases);
  }
}
