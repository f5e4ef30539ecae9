package energy.ebbflow.ocpp.tariff;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.time.Correction;
import energy.ebbflow.ocpp.v2.tariff.EvseKind;
import energy.ebbflow.ocpp.v2.tariff.Tariff;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An {@link Account} as it is kept.
 *
 * @param start the first reading
 * @param last the newest reading
 * @param elements the prices that held last, see {@link Prices.Elements}
 * @param pending a tariff that is to count from a moment after {@code last}
 * @param reservationNanos how long the outlet was kept for this transaction
 * @param capped the most that the tariff says is reached
 */
public record AccountState(
    EvseKind kind,
    Payment payment,
    Optional<Reading> start,
    Optional<Reading> last,
    long chargingNanos,
    long idleNanos,
    @AbsentIfEmpty List<Segment> segments,
    @AbsentIfEmpty List<Span> spans,
    Optional<Integer> energyElement,
    Optional<Integer> chargingElement,
    Optional<Integer> idleElement,
    boolean priced,
    @AbsentIfEmpty List<Pending> pending,
    Optional<Long> reservationNanos,
    boolean capped) {
  public AccountState {
    segments = List.copyOf(segments);
    spans = List.copyOf(spans);
    pending = List.copyOf(pending);
  }

  /** A tariff and when it begins to count. */
  public record Pending(Instant at, Tariff tariff) {}

  /** Nothing was used yet. */
  public static AccountState initial(EvseKind kind, Payment payment) {
    return new AccountState(
        kind,
        payment,
        Optional.empty(),
        Optional.empty(),
        0,
        0,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        List.of(),
        Optional.empty(),
        false);
  }

  /** The times of this run were wrong; what was counted stays. */
  public AccountState corrected(Correction correction) {
    return new AccountState(
        kind,
        payment,
        start.map(r -> r.at(correction.of(r.at()))),
        last.map(r -> r.at(correction.of(r.at()))),
        chargingNanos,
        idleNanos,
        segments,
        spans.stream().map(s -> s.at(correction.of(s.start()))).toList(),
        energyElement,
        chargingElement,
        idleElement,
        priced,
        pending.stream().map(p -> new Pending(correction.of(p.at()), p.tariff())).toList(),
        reservationNanos,
        capped);
  }

  /** Wh since the start, signed. */
  public BigDecimal wh() {
    return last.isEmpty() || start.isEmpty()
        ? BigDecimal.ZERO
        : last.get().wh().subtract(start.get().wh());
  }

  /** The tariff that counts now, also one that was just given. */
  public Optional<Tariff> tariff() {
    return !pending.isEmpty()
        ? Optional.of(pending.getLast().tariff())
        : segments.isEmpty() ? Optional.empty() : Optional.of(segments.getLast().tariff());
  }
}
