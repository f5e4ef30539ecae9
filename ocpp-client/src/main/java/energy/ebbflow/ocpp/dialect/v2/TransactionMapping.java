package energy.ebbflow.ocpp.dialect.v2;

import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.json.EnumSpelling;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.outbox.QueuedEvent;
import energy.ebbflow.ocpp.reservation.Reservations;
import energy.ebbflow.ocpp.v2.transaction.ChargingState;
import energy.ebbflow.ocpp.v2.transaction.Reason;
import energy.ebbflow.ocpp.v2.transaction.Transaction;
import energy.ebbflow.ocpp.v2.transaction.TransactionEvent;
import energy.ebbflow.ocpp.v2.transaction.TransactionEventKind;
import energy.ebbflow.ocpp.v2.transaction.TriggerReason;
import energy.ebbflow.ocpp.v2.type.Evse;
import energy.ebbflow.ocpp.v2.type.OperationMode;
import java.util.Optional;

/** Queued events as TransactionEvent. */
final class TransactionMapping {
  private final WireVersion version;
  private final MeterMapping meter;
  private final Reservations reservations;

  TransactionMapping(WireVersion version, MeterMapping meter, Reservations reservations) {
    this.reservations = reservations;
    this.version = version;
    this.meter = meter;
  }

  TransactionEvent.Request request(QueuedEvent queued) {
    StationEvent.Transaction event = queued.event();
    Transaction info =
        new Transaction(
            event.transaction(),
            EnumSpelling.find(ChargingState.class, event.chargingState(), version),
            Optional.empty(),
            event
                .stopReason()
                .map(r -> EnumSpelling.find(Reason.class, r, version).orElse(Reason.OTHER)),
            event.remoteStart(),
            event.mode().flatMap(mode -> EnumSpelling.find(OperationMode.class, mode, version)),
            queued.addition().tariffId(),
            queued.addition().limit());
    return new TransactionEvent.Request(
        queued.addition().costDetails(),
        switch (event.kind()) {
          case STARTED -> TransactionEventKind.STARTED;
          case UPDATED -> TransactionEventKind.UPDATED;
          case ENDED -> TransactionEventKind.ENDED;
        },
        meter.values(queued),
        event.at(),
        trigger(event.trigger()),
        queued.seqNo(),
        queued.offline() ? Optional.of(true) : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        reservations.usedBy(event),
        Optional.empty(),
        event.asleep().filter(asleep -> asleep),
        info,
        // E01.FR.16: the EVSE is named once it is known; naming it always does no harm.
        Optional.of(new Evse(event.evse(), Optional.of(event.connector()))),
        event.token().map(t -> Tokens.of(t, version)));
  }

  /** Triggers that 2.0.1 lacks are told by the nearest one that it has. */
  private TriggerReason trigger(String wire) {
    return EnumSpelling.find(TriggerReason.class, wire, version)
        .orElse(
            switch (wire) {
              case "LimitSet", "OperationModeChanged" -> TriggerReason.CHARGING_RATE_CHANGED;
              case "SoCLimitReached", "CostLimitReached" -> TriggerReason.ENERGY_LIMIT_REACHED;
              default -> TriggerReason.CHARGING_STATE_CHANGED;
            });
  }
}
