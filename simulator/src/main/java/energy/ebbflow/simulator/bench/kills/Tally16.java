package energy.ebbflow.simulator.bench.kills;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The accounts in the words of OCPP 1.6: StartTransaction, MeterValues, StopTransaction. There are
 * no sequence numbers; the same connector, tag, time and register make the same start.
 */
final class Tally16 implements Tally {
  private final Map<List<String>, Integer> numbers = new LinkedHashMap<>();
  private final Map<Integer, Course> courses = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();
  private final Registers registers = new Registers(faults);
  private int events;
  private int repeated;

  /** One transaction: when it began, what it measured, how it ended. */
  private static final class Course {
    private final Instant begun;
    private final int meterStart;
    private final Set<JsonNode> values = new HashSet<>();
    private final Set<Instant> measured = new HashSet<>();
    private Optional<JsonNode> stop = Optional.empty();

    private Course(Instant begun, int meterStart) {
      this.begun = begun;
      this.meterStart = meterStart;
    }
  }

  @Override
  public String subprotocol() {
    return "ocpp1.6";
  }

  @Override
  public Optional<String> book(String action, JsonNode payload) {
    return switch (action) {
      case "StartTransaction" -> Optional.of(start(payload));
      case "MeterValues" -> {
        values(payload);
        yield Optional.of("{}");
      }
      case "StopTransaction" -> {
        stop(payload);
        yield Optional.of("{}");
      }
      default -> Optional.empty();
    };
  }

  private String start(JsonNode start) {
    List<String> same =
        List.of(
            start.path("connectorId").asText(),
            start.path("idTag").asText(),
            start.path("timestamp").asText(),
            start.path("meterStart").asText());
    Integer known = numbers.get(same);
    int number = known == null ? numbers.size() + 1 : known;
    if (known == null) {
      events++;
      courses.forEach(
          (other, course) -> {
            if (course.stop.isEmpty()) {
              faults.add(start + " begins although " + other + " has not ended");
            }
          });
      numbers.put(same, number);
      courses.put(
          number, new Course(instant(start.path("timestamp")), start.path("meterStart").asInt()));
    } else {
      repeated++;
    }
    return "{\"idTagInfo\":{\"status\":\"Accepted\"},\"transactionId\":" + number + "}";
  }

  /** To the millisecond: that is what is told. */
  static Instant instant(JsonNode text) {
    return Instant.parse(text.asText()).truncatedTo(ChronoUnit.MILLIS);
  }

  private void values(JsonNode values) {
    if (!values.has("transactionId")) {
      return;
    }
    Course course = courses.get(values.path("transactionId").asInt());
    if (course == null) {
      faults.add("values of a transaction that never began: " + values);
    } else if (!course.values.add(values)) {
      repeated++;
    } else {
      events++;
      if (course.stop.isPresent()) {
        faults.add("values after the end: " + values);
      }
      measure(course, values.path("meterValue"), "values of " + values.path("transactionId"));
    }
  }

  private void measure(Course course, JsonNode meterValues, String where) {
    meterValues.forEach(value -> course.measured.add(instant(value.path("timestamp"))));
    registers.take(where, meterValues);
  }

  private void stop(JsonNode stop) {
    int number = stop.path("transactionId").asInt();
    Course course = courses.get(number);
    if (course == null) {
      faults.add("the end of a transaction that never began: " + stop);
    } else if (course.stop.isPresent()) {
      repeated++;
      if (!course.stop.get().equals(stop)) {
        faults.add(number + " was ended twice: " + course.stop.get() + " / " + stop);
      }
    } else {
      events++;
      course.stop = Optional.of(stop);
      if (stop.path("meterStop").asInt() < course.meterStart) {
        faults.add(number + " ends below its begin of " + course.meterStart + " Wh: " + stop);
      }
      measure(course, stop.path("transactionData"), "end of " + number);
    }
  }

  @Override
  public Optional<String> charging() {
    return courses.entrySet().stream()
        .filter(e -> e.getValue().stop.isEmpty() && !e.getValue().measured.isEmpty())
        .map(e -> e.getKey().toString())
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
        (number, course) -> {
          if (course.stop.isEmpty()) {
            all.add(number + ", begun " + course.begun + ", was never ended");
          }
        });
    witnessed.stream().filter(this::lost).forEach(promise -> all.add("lost: " + promise));
    return all;
  }

  private boolean lost(Witness.Promise promise) {
    if (promise.number().isEmpty()) {
      // Begun on disk, not told yet: 1.6 tells it only with a tag.
      return promise.kind().equals("STARTED")
          && promise.token()
          && courses.values().stream().noneMatch(c -> c.begun.equals(promise.at()));
    }
    Course course = courses.get(promise.number().getAsInt());
    return switch (promise.kind()) {
      case "ENDED" -> course == null || course.stop.isEmpty();
      case "UPDATED" -> course == null || !course.measured.containsAll(promise.measured());
      default -> course == null;
    };
  }
}
