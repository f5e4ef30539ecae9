package energy.ebbflow.ocpp.outbox;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import java.util.List;
import java.util.Optional;

/**
 * How the signatures of an event, and what it says beside itself, lie in its row.
 *
 * @param texts one per sample, empty where it is not signed
 * @param course values that were gathered for the end of the transaction
 */
public record Signatures(
    List<String> texts,
    Optional<Companion.Addition> addition,
    @AbsentIfEmpty List<EndedValue> course) {
  public Signatures {
    course = List.copyOf(course);
  }
}
