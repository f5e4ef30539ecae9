package energy.ebbflow.ocpp.outbox;

import java.util.List;
import java.util.Optional;

/**
 * How the signatures of an event, and what it says beside itself, lie in its row.
 *
 * @param texts one per sample, empty where it is not signed
 */
public record Signatures(List<String> texts, Optional<Companion.Addition> addition) {}
