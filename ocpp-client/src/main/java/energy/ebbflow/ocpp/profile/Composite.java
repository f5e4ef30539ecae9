package energy.ebbflow.ocpp.profile;

import energy.ebbflow.ocpp.v2.type.ChargingRateUnit;
import energy.ebbflow.ocpp.v2.type.OperationMode;
import energy.ebbflow.ocpp.v2.type.V2xFreqWattPoint;
import energy.ebbflow.ocpp.v2.type.V2xSignalWattPoint;
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
  private final Circumstances circumstances;

  /** In usual circumstances. */
  public Composite(ProfileBook book) {
    this(book, Circumstances.USUAL);
  }

  public Composite(ProfileBook book, Circumstances circumstances) {
    this.book = book;
    this.circumstances = circumstances;
  }

  /** By what a station finds its set-point itself; empty where it does not. */
  public record Local(
      Optional<Double> baseline,
      List<V2xFreqWattPoint> frequencies,
      List<V2xSignalWattPoint> signals) {
    static final Local NONE = new Local(Optional.empty(), List.of(), List.of());

    public Local {
      frequencies = List.copyOf(frequencies);
      signals = List.copyOf(signals);
    }
  }

  /**
   * One span of the sum.
   *
   * @param startSeconds from the start of the schedule
   * @param limit most towards the vehicle, at least 0
   * @param dischargeLimit most from it, a magnitude; absent where no profile speaks of it
   * @param setpoint signed target
   * @param phases conductors to be used, where a profile says so
   * @param local by what the station finds its set-point
   */
  public record Span(
      int startSeconds,
      double limit,
      Optional<Double> dischargeLimit,
      Optional<Double> setpoint,
      OperationMode mode,
      OptionalInt phases,
      Local local) {
    private boolean sameAs(Span other) {
      return limit == other.limit
          && dischargeLimit.equals(other.dischargeLimit)
          && setpoint.equals(other.setpoint)
          && mode == other.mode
          && phases.equals(other.phases)
          && local.equals(other.local);
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
      Together station = Together.at(book, 0, Optional.empty(), at, circumstances, electrical);
      Optional<Together> outlet =
          evse == 0
              ? Optional.empty()
              : Optional.of(outlet(evse, transaction, at, start, electrical));
      int offset = Math.toIntExact(Duration.between(start, at).getSeconds());
      Span span = span(offset, station, outlet, unit, electrical);
      if (spans.isEmpty() || !spans.getLast().sameAs(span)) {
        if (spans.size() == MAX_PERIODS) {
          return new Sum(List.copyOf(spans), offset);
        }
        spans.add(span);
      }
      Instant next = Course.earlier(station.until(), outlet.flatMap(Together::until)).orElse(end);
      Instant earliest = at.plus(SHORTEST);
      at = next.isBefore(earliest) ? earliest : next;
    }
    return new Sum(List.copyOf(spans), seconds);
  }

  private Together outlet(
      int evse,
      Optional<ActiveTransaction> transaction,
      Instant at,
      Instant start,
      Electrical electrical) {
    // Without a transaction a relative default counts as if one began with the schedule; nothing
    // is delayed by chance then (K08.FR.06).
    Optional<ActiveTransaction> counted =
        transaction.or(() -> Optional.of(new ActiveTransaction(evse, "", start)));
    return Together.at(book, evse, counted, at, circumstances, electrical);
  }

  private static Span span(
      int offset,
      Together station,
      Optional<Together> outlet,
      ChargingRateUnit unit,
      Electrical electrical) {
    double limit = electrical.convert(electrical.maxWatts(), ChargingRateUnit.W, unit, 0);
    OptionalInt phases = OptionalInt.empty();
    List<Together> both = outlet.map(own -> List.of(station, own)).orElse(List.of(station));
    for (Together any : both) {
      int used = any.leading().flatMap(rule -> rule.period().numberPhases()).orElse(0);
      limit =
          Math.min(
              limit,
              any.charge()
                  .map(rate -> electrical.convert(rate.value(), rate.unit(), unit, used))
                  .orElse(limit));
      if (used > 0) {
        // Section 3.8 of block K: the fewest of all profiles.
        phases = OptionalInt.of(Math.min(used, phases.orElse(used)));
      }
    }
    Together own = outlet.orElse(station);
    OperationMode mode = own.mode();
    int used = phases.orElse(0);
    Optional<Double> discharge =
        mode == OperationMode.CHARGING_ONLY
            ? Optional.empty()
            : own.discharge()
                .map(rate -> electrical.convert(rate.value(), rate.unit(), unit, used));
    double most = limit;
    Optional<Double> setpoint =
        own.setpoint()
            .or(station::setpoint)
            .map(rate -> electrical.convert(rate.value(), rate.unit(), unit, used))
            .map(wanted -> Math.min(wanted, most));
    return new Span(offset, limit, discharge, setpoint, mode, phases, local(own));
  }

  private static Local local(Together own) {
    return own.leading()
        .filter(rule -> rule.mode() == OperationMode.LOCAL_FREQUENCY)
        .map(Ruling.Rule::period)
        .map(p -> new Local(p.v2xBaseline(), p.v2xFreqWattCurve(), p.v2xSignalWattCurve()))
        .orElse(Local.NONE);
  }
}
