package energy.ebbflow.simulator.bench.kills;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The accounts in the words of OCPP 2.0.1 and 2.1: TransactionEvent with a sequence number. */
final class Tally2 implements Tally {
  private final String subprotocol;
  private final Map<String, Course> courses = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();
  private final Registers registers = new Registers(faults);
  private int events;
  private int repeated;

  /** One transaction: its messages as they came first. */
  private static final class Course {
    private final Map<Integer, JsonNode> bySeqNo = new TreeMap<>();
    private boolean charging;
    private boolean ended;
  }

  /**
   * Empty accounts.
   *
   * @param subprotocol {@code ocpp2.0.1} or {@code ocpp2.1}
   */
  Tally2(String subprotocol) {
    this.subprotocol = subprotocol;
  }

  @Override
  public String subprotocol() {
    return subprotocol;
  }

  @Override
  public Optional<String> book(String action, JsonNode event) {
    if (!action.equals("TransactionEvent")) {
      return Optional.empty();
    }
    String id = event.path("transactionInfo").path("transactionId").asText();
    int seqNo = event.path("seqNo").asInt(-1);
    String name = id + " " + seqNo;
    if (!courses.containsKey(id)) {
      courses.forEach(
          (other, course) -> {
            if (!course.ended) {
              faults.add(name + " begins although " + other + " has not ended");
            }
          });
    }
    Course course = courses.computeIfAbsent(id, _ -> new Course());
    JsonNode before = course.bySeqNo.putIfAbsent(seqNo, event);
    if (before != null) {
      repeated++;
      if (!before.equals(event)) {
        faults.add(name + " came again with another content: " + before + " / " + event);
      }
      return Optional.of("{}");
    }
    events++;
    String type = event.path("eventType").asText();
    if (seqNo != course.bySeqNo.size() - 1) {
      faults.add(name + " is out of order, there are " + course.bySeqNo.keySet());
    }
    if (type.equals("Started") != (seqNo == 0)) {
      faults.add(name + " is " + type);
    }
    if (course.ended) {
      faults.add(name + " (" + type + ") comes after the end");
    }
    course.ended |= type.equals("Ended");
    String state = event.path("transactionInfo").path("chargingState").asText();
    course.charging = !course.ended && (state.isEmpty() ? course.charging : charges(state));
    registers.take(name, event.path("meterValue"));
    return Optional.of("{}");
  }

  private static boolean charges(String state) {
    return state.equals("Charging");
  }

  @Override
  public Optional<String> charging() {
    return courses.entrySet().stream()
        .filter(e -> e.getValue().charging)
        .map(e -> "\"" + e.getKey() + "\"")
        .findFirst();
  }

  @Override
  public int events() {
    return events;
  }

  @Override
  public int repeated() {
    return repeated;
  }

  @Override
  public int transactions() {
    return courses.size();
  }

  @Override
  public List<String> faults(List<Witness.Promise> witnessed) {
    List<String> all = new ArrayList<>(faults);
    courses.forEach(
        (id, course) -> {
          if (!course.ended) {
            all.add(id + " was never ended, it has " + course.bySeqNo.keySet());
          }
        });
    for (Witness.Promise promise : witnessed) {
      Course course = courses.get(promise.transaction());
      if (course == null || !course.bySeqNo.containsKey(promise.seqNo())) {
        all.add("lost: " + promise);
      }
    }
    return all;
  }
}
