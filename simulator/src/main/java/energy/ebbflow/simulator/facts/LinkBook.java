package energy.ebbflow.simulator.facts;

import energy.ebbflow.simulator.trace.TraceEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What went over the link between vehicle and station. Mutable. */
final class LinkBook {
  private int messages;
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private final List<Double> responseMillis = new ArrayList<>();
  private final List<String> order = new ArrayList<>();
  private final Map<String, List<Double>> byName = new LinkedHashMap<>();

  void take(TraceEvent event) {
    if (!event.is("message")) {
      return;
    }
    messages++;
    String name = event.text("name");
    counts.merge(name, 1, Integer::sum);
    if (order.isEmpty() || !previousWas(name)) {
      order.add(name);
    }
    if (event.text("direction").equals("evse>ev")) {
      event
          .number("responseMillis")
          .ifPresent(
              millis -> {
                responseMillis.add(millis);
                byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(millis);
              });
    }
  }

  /** A loop alternates request and response; it is kept as one pair. */
  private boolean previousWas(String name) {
    int size = order.size();
    return order.get(size - 1).equals(name) || (size > 1 && order.get(size - 2).equals(name));
  }

  int messages() {
    return messages;
  }

  /** How many messages of a name there were. */
  int count(String name) {
    return counts.getOrDefault(name, 0);
  }

  /** Names of the messages, with repeated exchanges kept once. */
  List<String> order() {
    return List.copyOf(order);
  }

  Optional<Percentiles> responses() {
    return Percentiles.of(responseMillis);
  }

  /** Per response, in the order of first appearance. */
  Map<String, Percentiles> responsesByName() {
    Map<String, Percentiles> result = new LinkedHashMap<>();
    byName.forEach((name, values) -> Percentiles.of(values).ifPresent(p -> result.put(name, p)));
    return result;
  }
}
