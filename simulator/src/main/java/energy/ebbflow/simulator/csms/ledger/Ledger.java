package energy.ebbflow.simulator.csms.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Every transaction of a station, in memory. Mutable; owned by the desk's thread. */
public final class Ledger {
  /** The bench runs a handful; a station that opens more than this is out of order. */
  public static final int TRANSACTIONS_MAX = 10_000;

  private final Map<String, LedgerTransaction> transactions = new LinkedHashMap<>();

  /**
   * Books a TransactionEvent that passed the shape check.
   *
   * @return the transaction it belongs to, empty if the ledger is full
   */
  public Optional<LedgerTransaction> book(JsonNode event) {
    String id = event.path("transactionInfo").path("transactionId").asText();
    LedgerTransaction known = transactions.get(id);
    if (known == null) {
      if (transactions.size() >= TRANSACTIONS_MAX) {
        return Optional.empty();
      }
      known = new LedgerTransaction(id);
      transactions.put(id, known);
    }
    known.take(event);
    return Optional.of(known);
  }

  /** In the order in which they were first heard of. */
  public Collection<LedgerTransaction> transactions() {
    return transactions.values();
  }

  /** The one that runs; the youngest if there are several. */
  public Optional<LedgerTransaction> open() {
    return transactions.values().stream().filter(t -> !t.ended()).reduce((a, b) -> b);
  }

  /** The youngest, open or not. */
  public Optional<LedgerTransaction> latest() {
    return transactions.values().stream().reduce((a, b) -> b);
  }
}
