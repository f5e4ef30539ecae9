package energy.ebbflow.ocpp.dialect.v16;

import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.json.EnumSpelling;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.outbox.QueuedEvent;
import energy.ebbflow.ocpp.reservation.Reservations;
import energy.ebbflow.ocpp.v16.core.StartTransaction;
import energy.ebbflow.ocpp.v16.core.StopTransaction;
import energy.ebbflow.ocpp.v16.metering.MeterValue;
import energy.ebbflow.ocpp.v16.metering.MeterValues;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Transaction events as StartTransaction, MeterValues, StopTransaction. A transaction of 1.6 begins
 * when its tag is known; what happened before that is not told.
 */
final class TransactionMapping {
  /** Triggers that ask for values, whether or not they were told before. */
  private static final Set<String> WANTED = Set.of("MeterValueClock", "Trigger");

  /** Longest tag of 1.6. */
  static final int MAX_TAG = 20;

  private final Numbers numbers;
  private final MeterMapping meter;
  private final Reservations reservations;

  /** When the values were taken that the back office heard last, of each open transaction. */
  private final Map<String, Instant> heard = new HashMap<>();

  TransactionMapping(Numbers numbers, MeterMapping meter, Reservations reservations) {
    this.reservations = reservations;
    this.numbers = numbers;
    this.meter = meter;
  }

  static boolean carries(IdToken token) {
    return !token.value().isEmpty() && token.value().length() <= MAX_TAG;
  }

  /** The request for an event; absent where 1.6 has none. */
  Optional<Record> request(QueuedEvent queued) {
    StationEvent.Transaction event = queued.event();
    OptionalInt number = numbers.of(event.transaction());
    if (number.isEmpty()) {
      return event
          .token()
          .filter(TransactionMapping::carries)
          .filter(t -> event.kind() != StationEvent.Transaction.Kind.ENDED)
          .map(t -> start(event, t));
    }
    return switch (event.kind()) {
      // It was told already; a crash came before the event left the queue.
      case STARTED -> Optional.empty();
      case UPDATED -> values(queued, number.getAsInt());
      case ENDED -> Optional.of(stop(queued, number.getAsInt()));
    };
  }

  private StartTransaction.Request start(StationEvent.Transaction event, IdToken token) {
    long meterStart = event.samples().stream().findFirst().map(TransactionMapping::wh).orElse(0L);
    return new StartTransaction.Request(
        event.evse(), token.value(), meterStart, reservations.usedBy(event), event.at());
  }

  /** The back office has an event. */
  void answered(StationEvent.Transaction event) {
    if (event.kind() == StationEvent.Transaction.Kind.ENDED) {
      forget(event.transaction());
    } else if (!event.samples().isEmpty()) {
      heard.put(event.transaction(), event.samples().getLast().at());
    }
  }

  /** The transaction is over. */
  void forget(String transaction) {
    heard.remove(transaction);
  }

  /**
   * Events of 2.x say why they are told; of several with the same values 1.6 would only see the
   * values again. Those of the clock and those that were asked for are told whatever was heard.
   */
  private boolean known(StationEvent.Transaction event) {
    return event.kind() == StationEvent.Transaction.Kind.UPDATED
        && !WANTED.contains(event.trigger())
        && !event.samples().isEmpty()
        && event.samples().getLast().at().equals(heard.get(event.transaction()));
  }

  private Optional<Record> values(QueuedEvent queued, int number) {
    List<MeterValue> values = meter.values(queued);
    return values.isEmpty() || known(queued.event())
        ? Optional.empty()
        : Optional.of(new MeterValues.Request(queued.event().evse(), Optional.of(number), values));
  }

  private StopTransaction.Request stop(QueuedEvent queued, int number) {
    StationEvent.Transaction event = queued.event();
    long meterStop =
        event.samples().isEmpty() ? 0 : TransactionMapping.wh(event.samples().getLast());
    return new StopTransaction.Request(
        event.token().filter(TransactionMapping::carries).map(IdToken::value),
        meterStop,
        event.at(),
        number,
        event.stopReason().map(TransactionMapping::reason),
        meter.values(queued));
  }

  /** Reasons of 2.x that 1.6 lacks are told by the nearest one that it has. */
  private static StopTransaction.Reason reason(String wire) {
    return EnumSpelling.find(StopTransaction.Reason.class, wire, WireVersion.V16)
        .orElse(
            switch (wire) {
              case "ImmediateReset" -> StopTransaction.Reason.HARD_RESET;
              case "StoppedByEV" -> StopTransaction.Reason.LOCAL;
              default -> StopTransaction.Reason.OTHER;
            });
  }

  /** A meter of a fast charger has more than 2.1 GWh one day. */
  private static long wh(MeterSample sample) {
    return Math.round(sample.importedWh());
  }
}
