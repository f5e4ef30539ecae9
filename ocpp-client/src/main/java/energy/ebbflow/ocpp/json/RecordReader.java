package energy.ebbflow.ocpp.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.ocpp.json.JsonFault.Kind;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads JSON objects into records and checks them on the way. Immutable, any thread. */
public final class RecordReader {
  /** Most characters of a wrong value that an error text repeats. */
  private static final int MAX_QUOTED = 40;

  /** Digits of an exact number; more would be no money and could fill the memory. */
  private static final int MAX_WHOLE_DIGITS = 15;

  private static final int MAX_DECIMALS = 15;

  private static final String CUSTOM_DATA = "customData";

  private final WireVersion version;
  private final boolean strangersAllowed;

  private RecordReader(WireVersion version, boolean strangersAllowed) {
    this.version = version;
    this.strangersAllowed = strangersAllowed;
  }

  /** A reader that refuses properties which the records do not name. */
  public static RecordReader strict(WireVersion version) {
    return new RecordReader(version, false);
  }

  /**
   * A reader that ignores properties which the records do not name: an answer that says more than
   * it should is still an answer, and refusing it could repeat a transaction event for ever.
   */
  public static RecordReader forgiving(WireVersion version) {
    return new RecordReader(version, true);
  }

  /**
   * Reads {@code node} as a {@code type}.
   *
   * @throws JsonFault with the path of the first value that is not as the record wants it
   */
  public <T> T read(JsonNode node, Class<T> type) throws JsonFault {
    return type.cast(record(node, type, "payload"));
  }

  private Object record(JsonNode node, Class<?> type, String path) throws JsonFault {
    if (!(node instanceof ObjectNode object)) {
      throw wrongType(path, "an object", node);
    }
    Shape shape = Shape.of(type);
    if (!strangersAllowed) {
      refuseStrangers(object, shape, path);
    }
    Object[] arguments = new Object[shape.parts().size()];
    for (int i = 0; i < arguments.length; i++) {
      Shape.Part part = shape.parts().get(i);
      JsonNode value = part.existsIn(version) ? object.get(part.name()) : null;
      arguments[i] = component(value, part, path + "." + part.name());
    }
    try {
      return shape.constructor().newInstance(arguments);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      throw new JsonFault(
          Kind.VALUE, path + ": " + (cause == null ? e.toString() : cause.getMessage()));
    } catch (InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException(type + " cannot be made", e);
    }
  }

  private void refuseStrangers(ObjectNode object, Shape shape, String path) throws JsonFault {
    Iterator<Map.Entry<String, JsonNode>> fields = object.properties().iterator();
    while (fields.hasNext()) {
      Map.Entry<String, JsonNode> field = fields.next();
      Shape.Part part = shape.byName().get(field.getKey());
      if (part != null && part.existsIn(version)) {
        continue;
      }
      if (field.getKey().equals(CUSTOM_DATA) && version != WireVersion.V16) {
        customData(field.getValue(), path + "." + CUSTOM_DATA);
        continue;
      }
      throw new JsonFault(Kind.OCCURRENCE, path + ": unexpected " + quoted(field.getKey()));
    }
  }

  private Object component(@Nullable JsonNode value, Shape.Part part, String path)
      throws JsonFault {
    if (value == null) {
      if (part.requiredIn(version)) {
        throw new JsonFault(Kind.OCCURRENCE, path + ": required, absent");
      }
      return part.occurrence() == Shape.Occurrence.LIST ? List.of() : Optional.empty();
    }
    return switch (part.occurrence()) {
      case ONE -> value(value, part, path);
      case OPTIONAL -> Optional.of(value(value, part, path));
      case LIST -> list(value, part, path);
    };
  }

  private List<Object> list(JsonNode value, Shape.Part part, String path) throws JsonFault {
    if (!value.isArray()) {
      throw wrongType(path, "a list", value);
    }
    Items items = part.items();
    if (items != null && (value.size() < items.min() || value.size() > items.max())) {
      throw new JsonFault(
          Kind.OCCURRENCE,
          path + ": " + items.min() + " to " + items.max() + " items, got " + value.size());
    }
    List<Object> result = new ArrayList<>(value.size());
    for (int i = 0; i < value.size(); i++) {
      result.add(value(value.get(i), part, path + "[" + i + "]"));
    }
    return result;
  }

  private Object value(JsonNode node, Shape.Part part, String path) throws JsonFault {
    Class<?> type = part.item();
    if (type == String.class) {
      return text(node, part, path);
    } else if (type == int.class || type == Integer.class) {
      return Math.toIntExact(whole(node, part, path, Integer.MIN_VALUE, Integer.MAX_VALUE));
    } else if (type == long.class || type == Long.class) {
      return whole(node, part, path, Long.MIN_VALUE, Long.MAX_VALUE);
    } else if (type == double.class || type == Double.class) {
      return number(node, part, path);
    } else if (type == BigDecimal.class) {
      return decimal(node, part, path);
    } else if (type == boolean.class || type == Boolean.class) {
      if (!node.isBoolean()) {
        throw wrongType(path, "true or false", node);
      }
      return node.booleanValue();
    } else if (type == Instant.class) {
      return instant(node, path);
    } else if (type.isEnum()) {
      return constant(node, type, path);
    } else if (type == CustomData.class) {
      return customData(node, path);
    } else if (JsonNode.class.isAssignableFrom(type)) {
      return node;
    }
    return record(node, type, path);
  }

  private String text(JsonNode node, Shape.Part part, String path) throws JsonFault {
    if (!node.isTextual()) {
      throw wrongType(path, "a string", node);
    }
    String text = node.textValue();
    int max = part.maxLength(version);
    if (text.length() > max) {
      throw new JsonFault(
          Kind.VALUE, path + ": at most " + max + " characters, got " + text.length());
    }
    return text;
  }

  private static long whole(JsonNode node, Shape.Part part, String path, long min, long max)
      throws JsonFault {
    if (!node.isNumber() || (!node.isIntegralNumber() && node.asDouble() % 1 != 0)) {
      throw wrongType(path, "a whole number", node);
    }
    if (!node.canConvertToLong() || node.asLong() < min || node.asLong() > max) {
      throw new JsonFault(Kind.VALUE, path + ": number too large: " + quoted(node.asText()));
    }
    within(node.asLong(), part, path);
    return node.asLong();
  }

  private static double number(JsonNode node, Shape.Part part, String path) throws JsonFault {
    if (!node.isNumber()) {
      throw wrongType(path, "a number", node);
    }
    double number = node.asDouble();
    if (!Double.isFinite(number)) {
      throw new JsonFault(Kind.VALUE, path + ": number too large: " + quoted(node.asText()));
    }
    within(number, part, path);
    return number;
  }

  /** Money and what is multiplied with it: exactly what was written. */
  private BigDecimal decimal(JsonNode node, Shape.Part part, String path) throws JsonFault {
    if (!node.isNumber()) {
      throw wrongType(path, "a number", node);
    }
    BigDecimal number = node.decimalValue();
    boolean foreign = version != WireVersion.STORE;
    if (foreign
        && (number.scale() > MAX_DECIMALS
            || (long) number.precision() - number.scale() > MAX_WHOLE_DIGITS)) {
      throw new JsonFault(
          Kind.VALUE,
          path
              + ": at most "
              + MAX_WHOLE_DIGITS
              + " digits before and "
              + MAX_DECIMALS
              + " after the point, got "
              + quoted(node.asText()));
    }
    within(number.doubleValue(), part, path);
    return number;
  }

  private static void within(double number, Shape.Part part, String path) throws JsonFault {
    Range range = part.range();
    if (range != null && (number < range.min() || number > range.max())) {
      throw new JsonFault(
          Kind.VALUE, path + ": " + range.min() + " to " + range.max() + ", got " + number);
    }
  }

  private static Instant instant(JsonNode node, String path) throws JsonFault {
    if (!node.isTextual()) {
      throw wrongType(path, "a date and time", node);
    }
    try {
      return OffsetDateTime.parse(node.textValue()).toInstant();
    } catch (DateTimeParseException e) {
      throw new JsonFault(
          Kind.VALUE,
          path + ": RFC 3339 date and time with offset, got " + quoted(node.textValue()));
    }
  }

  private Object constant(JsonNode node, Class<?> type, String path) throws JsonFault {
    if (!node.isTextual()) {
      throw wrongType(path, "a string", node);
    }
    EnumSpelling spelling = EnumSpelling.of(type);
    Object constant = spelling.byWire().get(node.textValue());
    if (constant == null || !spelling.knows(node.textValue(), version)) {
      throw new JsonFault(
          Kind.VALUE,
          path + ": one of " + type.getSimpleName() + ", got " + quoted(node.textValue()));
    }
    return constant;
  }

  private static CustomData customData(JsonNode node, String path) throws JsonFault {
    if (!(node instanceof ObjectNode object)) {
      throw wrongType(path, "an object", node);
    }
    JsonNode vendor = object.get("vendorId");
    if (vendor == null || !vendor.isTextual()) {
      throw new JsonFault(Kind.OCCURRENCE, path + ".vendorId: required, absent");
    }
    return new CustomData(vendor.textValue(), object);
  }

  private static JsonFault wrongType(String path, String expected, JsonNode got) {
    return new JsonFault(
        Kind.TYPE, path + ": expected " + expected + ", got " + quoted(got.toString()));
  }

  private static String quoted(String text) {
    return "'" + (text.length() <= MAX_QUOTED ? text : text.substring(0, MAX_QUOTED) + "…") + "'";
  }
}
