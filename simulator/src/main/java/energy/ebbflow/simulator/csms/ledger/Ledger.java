package energy.ebbflow.simulator.csms.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Every transaction of a station, in memory. Mutable; owned by the desk's thread. */
public final class Ledger {
  /** The bench runs a handful; a station that opens more than this is out of order. */
  public static final int TRANSACTIONS_MAX = 10_000;

  /** The number of the first transaction of 1.6; any would do. */
  private static final int FIRST_NUMBER = 1001;

  private final Map<String, LedgerTransaction> transactions = new LinkedHashMap<>();
  private final Map<String, Integer> starts = new HashMap<>();
  private final Map<Integer, Integer> connectors = new HashMap<>();

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
      known = new LedgerTransaction(id, true);
      transactions.put(id, known);
    }
    known.take(event);
    return Optional.of(known);
  }

  /**
   * Books a StartTransaction of 1.6 that passed the shape check. The same request once more, from a
   * station that did not hear the answer, is the same transaction.
   *
   * @return its number, empty if the ledger is full
   */
  public OptionalInt start(JsonNode request) {
    String key = request.toString();
    Integer known = starts.get(key);
    if (known == null && transactions.size() >= TRANSACTIONS_MAX) {
      return OptionalInt.empty();
    }
    int number = known == null ? FIRST_NUMBER + starts.size() : known;
    starts.put(key, number);
    connectors.put(request.path("connectorId").asInt(), number);
    transactions
        .computeIfAbsent(String.valueOf(number), id -> new LedgerTransaction(id, false))
        .start(request);
    return OptionalInt.of(number);
  }

  /** Books a MeterValues of 1.6; empty if it is of no transaction that is known. */
  public Optional<LedgerTransaction> values(JsonNode request) {
    Optional<LedgerTransaction> known = numbered(request);
    known.ifPresent(transaction -> transaction.values(request));
    return known;
  }

  /** Books a StopTransaction of 1.6; empty if its transaction is not known. */
  public Optional<LedgerTransaction> stop(JsonNode request) {
    Optional<LedgerTransaction> known = numbered(request);
    known.ifPresent(transaction -> transaction.stop(request));
    return known;
  }

  /** Takes over what a connector's status says of the transaction that runs there (1.6). */
  public void chargingState(int connector, String state) {
    Optional.ofNullable(connectors.get(connector))
        .map(number -> transactions.get(String.valueOf(number)))
        .filter(transaction -> !transaction.ended())
        .ifPresent(transaction -> transaction.chargingState(state));
  }

  /** A transaction by its identifier. */
  public Optional<LedgerTransaction> find(String id) {
    return Optional.ofNullable(transactions.get(id));
  }

  private Optional<LedgerTransaction> numbered(JsonNode request) {
    return request.has("transactionId")
        ? find(String.valueOf(request.path("transactionId").asInt()))
        : Optional.empty();
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
