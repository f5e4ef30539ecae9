package energy.ebbflow.simulator.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * One event line of a process.
 *
 * @param t virtual seconds since the run's epoch
 * @param who {@code evse}, {@code ev}, {@code ev2}, {@code csms} or {@code bench}
 * @param kind what happened
 * @param body the whole line
 */
public record TraceEvent(double t, String who, String kind, JsonNode body) {
  /** A longer line is no event line. */
  public static final int LINE_CHARACTERS_MAX = 1 << 20;

  /** The name of the vehicle at the second outlet. */
  public static final String SECOND_VEHICLE = "ev2";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Reads a line; empty if it is not an event line. */
  public static Optional<TraceEvent> parse(String line) {
    if (line.length() > LINE_CHARACTERS_MAX || !line.startsWith("{")) {
      return Optional.empty();
    }
    JsonNode body;
    try {
      body = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
    if (!body.path("t").isNumber()
        || !body.path("who").isTextual()
        || !body.path("kind").isTextual()) {
      return Optional.empty();
    }
    return Optional.of(
        new TraceEvent(
            body.get("t").doubleValue(),
            body.get("who").textValue(),
            body.get("kind").textValue(),
            body));
  }

  /** The same, told by somebody of another name. */
  public TraceEvent by(String name) {
    if (who.equals(name) || !(body instanceof ObjectNode object)) {
      return this;
    }
    return new TraceEvent(t, name, kind, object.deepCopy().put("who", name));
  }

  /** It happened at the second outlet. */
  public boolean ofSecond() {
    return who.equals(SECOND_VEHICLE) || (who.equals("evse") && body.path("evse").asInt(1) == 2);
  }

  /** The same as if there were no other outlet. */
  public TraceEvent alone() {
    return who.equals(SECOND_VEHICLE) ? by("ev") : this;
  }

  /** A text field; empty text if it is absent. */
  public String text(String field) {
    return body.path(field).asText("");
  }

  /** A number field. */
  public Optional<Double> number(String field) {
    return body.path(field).isNumber()
        ? Optional.of(body.path(field).doubleValue())
        : Optional.empty();
  }

  /** A truth field; false if it is absent. */
  public boolean flag(String field) {
    return body.path(field).asBoolean(false);
  }

  /** Whether it is of this kind. */
  public boolean is(String wanted) {
    return kind.equals(wanted);
  }
}
