package energy.ebbflow.ocpp.certificate;

import energy.ebbflow.ocpp.outbox.StationStore;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which roots of the back office were replaced (M05.FR.09 to FR.14): a new one takes the place of
 * the old ones, which stay until a connection has proved it. Not thread-safe; its owner locks.
 */
final class Succession {
  private static final String AREA = "root succession";

  /** Believed only where the newest was not. */
  private static final String FALLBACK = "fallback";

  /** Of the configuration, so it cannot be deleted; not believed any more. */
  private static final String RETIRED = "retired";

  private final StationStore store;
  private final Map<String, String> states;

  Succession(StationStore store) {
    this.store = store;
    this.states = new TreeMap<>(store.kept(AREA));
  }

  boolean fallback(String name) {
    return FALLBACK.equals(states.get(name));
  }

  boolean retired(String name) {
    return RETIRED.equals(states.get(name));
  }

  /** Nobody was convinced by the newest root yet. */
  boolean unproved() {
    return states.containsValue(FALLBACK);
  }

  /** The roots that were replaced and stay for now. */
  Set<String> fallbacks() {
    return states.entrySet().stream()
        .filter(e -> e.getValue().equals(FALLBACK))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** These are replaced by another. */
  void replaced(Set<String> names) {
    Map<String, String> next = new TreeMap<>(states);
    names.forEach(name -> next.put(name, FALLBACK));
    keep(next);
  }

  /**
   * The newest root is proved.
   *
   * @param fixed names of the configuration's roots
   */
  void proved(Set<String> fixed) {
    Map<String, String> next = new TreeMap<>(states);
    for (String name : fallbacks()) {
      if (fixed.contains(name)) {
        next.put(name, RETIRED);
      } else {
        next.remove(name);
      }
    }
    keep(next);
  }

  /** The newest root is not installed any more: what it replaced counts again. */
  void abandoned() {
    Map<String, String> next = new TreeMap<>(states);
    next.values().removeIf(FALLBACK::equals);
    keep(next);
  }

  private void keep(Map<String, String> next) {
    if (!next.equals(states)) {
      store.keepAll(AREA, next);
      states.clear();
      states.putAll(next);
    }
  }
}
