package energy.ebbflow.ocpp.outbox;

import energy.ebbflow.ocpp.domain.StationEvent;

/**
 * An event of the queue that this firmware cannot read; what stands beside it can be.
 *
 * @param row its place in the queue
 * @param transaction whose event it is
 * @param kind what it says of the transaction
 */
public record Unreadable(long row, String transaction, StationEvent.Transaction.Kind kind) {}
