package energy.ebbflow.ocpp.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * Writes records as JSON objects. A record that breaks its own annotations is our bug: it never
 * reaches the wire, an {@link IllegalArgumentException} says which value it was. Immutable, any
 * thread.
 */
public final class RecordWriter {
  /** Milliseconds are enough for OCPP, and some back offices refuse more digits. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final WireVersion version;

  public RecordWriter(WireVersion version) {
    this.version = version;
  }

  /** An instant as it is written on the wire. */
  public static String time(Instant instant) {
    return TIME.format(instant);
  }

  /** Writes what {@link #version} knows of the record; components it does not know are left out. */
  public ObjectNode write(Record record) {
    return object(record, record.getClass().getSimpleName());
  }

  private ObjectNode object(Record record, String path) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (Shape.Part part : Shape.of(record.getClass()).parts()) {
      if (!part.existsIn(version)) {
        continue;
      }
      String at = path + "." + part.name();
      Object value = part.valueOf(record);
      switch (part.occurrence()) {
        case ONE -> object.set(part.name(), value(value, part, at));
        case OPTIONAL -> {
          Optional<?> optional = (Optional<?>) value;
          if (optional.isPresent()) {
            object.set(part.name(), value(optional.get(), part, at));
          } else if (part.requiredIn(version)) {
            throw new IllegalArgumentException(at + " is required in " + version + ", but absent");
          }
        }
        case LIST -> {
          List<?> list = (List<?>) value;
          if (!(list.isEmpty() && part.absentIfEmpty())) {
            object.set(part.name(), array(list, part, at));
          }
        }
      }
    }
    return object;
  }

  private ArrayNode array(List<?> list, Shape.Part part, String path) {
    Items items = part.items();
    if (items != null && (list.size() < items.min() || list.size() > items.max())) {
      throw new IllegalArgumentException(path + " has " + list.size() + " items");
    }
    ArrayNode array = JsonNodeFactory.instance.arrayNode(list.size());
    for (Object item : list) {
      array.add(value(item, part, path));
    }
    return array;
  }

  private JsonNode value(Object value, Shape.Part part, String path) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (value) {
      case String text -> {
        if (text.length() > part.maxLength(version)) {
          throw new IllegalArgumentException(path + " has " + text.length() + " characters");
        }
        yield nodes.textNode(text);
      }
      case Integer number -> nodes.numberNode(checked(number, part, path).intValue());
      case Long number -> nodes.numberNode(checked(number, part, path).longValue());
      case Double number -> decimal(checked(number, part, path).doubleValue(), part, path);
      case BigDecimal number -> nodes.numberNode((BigDecimal) checked(number, part, path));
      case Boolean flag -> nodes.booleanNode(flag);
      case Instant instant -> nodes.textNode(TIME.format(instant));
      case Enum<?> constant -> constant(constant, path);
      case CustomData custom -> custom.content();
      case JsonNode node -> node;
      case Record record -> object(record, path);
      default -> throw new IllegalStateException(path + " has no form in JSON: " + value);
    };
  }

  private static Number checked(Number number, Shape.Part part, String path) {
    Range range = part.range();
    double value = number.doubleValue();
    if (range != null && (value < range.min() || value > range.max())) {
      throw new IllegalArgumentException(path + " is out of range: " + number);
    }
    return number;
  }

  private JsonNode decimal(double number, Shape.Part part, String path) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(path + " is not finite");
    }
    if (part.wholeInV201() && version == WireVersion.V201) {
      return JsonNodeFactory.instance.numberNode(Math.toIntExact(Math.round(number)));
    }
    return JsonNodeFactory.instance.numberNode(number);
  }

  private JsonNode constant(Enum<?> constant, String path) {
    String wire = EnumSpelling.wireOf(constant);
    if (!EnumSpelling.of(constant.getDeclaringClass()).knows(wire, version)) {
      throw new IllegalArgumentException(path + ": " + wire + " does not exist in " + version);
    }
    return JsonNodeFactory.instance.textNode(wire);
  }
}
