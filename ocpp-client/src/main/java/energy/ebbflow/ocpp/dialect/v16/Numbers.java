package energy.ebbflow.ocpp.dialect.v16;

import energy.ebbflow.ocpp.outbox.StationStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * In 1.6 the back office numbers the transactions. Which number belongs to which transaction of the
 * station outlives a restart. Confined to the link's thread.
 */
final class Numbers {
  /** The number of a transaction whose start the back office refused for good. */
  static final int REFUSED = -1;

  private static final String AREA = "v16-transaction";

  private final StationStore store;
  private final Map<String, Integer> numbers = new HashMap<>();

  Numbers(StationStore store) {
    this.store = store;
    store.kept(AREA).forEach((id, number) -> numbers.put(id, Integer.parseInt(number)));
  }

  OptionalInt of(String transaction) {
    Integer number = numbers.get(transaction);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  Optional<String> transaction(int number) {
    return numbers.entrySet().stream()
        .filter(e -> e.getValue() == number)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  void put(String transaction, int number) {
    store.keep(AREA, transaction, Integer.toString(number));
    numbers.put(transaction, number);
  }

  void remove(String transaction) {
    if (numbers.remove(transaction) != null) {
      store.forget(AREA, transaction);
    }
  }
}
