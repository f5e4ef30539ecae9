package energy.ebbflow.ocpp.outbox;

import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.MeterSample;
import java.time.Instant;
import java.util.Optional;

/**
 * A transaction that was started and not ended.
 *
 * @param latest the newest meter values that were kept
 * @param nextSeqNo number of its next event
 */
public record OpenTransaction(
    String transaction,
    int evse,
    int connector,
    Optional<IdToken> token,
    Optional<Integer> remoteStart,
    Instant startedAt,
    String chargingState,
    Optional<MeterSample> latest,
    int nextSeqNo) {}
