package energy.ebbflow.simulator.csms;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.simulator.csms.ledger.LedgerTransaction;
import java.util.Optional;

/** An answer to a station's request, and the transaction that the request changed. */
record Answer(JsonNode payload, Optional<LedgerTransaction> booked) {
  Answer(JsonNode payload) {
    this(payload, Optional.empty());
  }
}
