package energy.ebbflow.ocpp.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Payloads that a record and a version allow, made from the record itself. */
public final class Examples {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Instant AROUND = Instant.parse("2026-03-01T12:00:00Z");
  private static final int ITEMS_MAX = 3;
  private static final int TEXT_MAX = 12;

  private final WireVersion version;
  private final Random random;

  /** Examples for a version; the same random numbers make the same examples. */
  public Examples(WireVersion version, Random random) {
    this.version = version;
    this.random = random;
  }

  /** One example; what is optional is there every other time, but not deep inside. */
  public ObjectNode of(Class<?> record) {
    return object(record, 0);
  }

  private ObjectNode object(Class<?> record, int depth) {
    ObjectNode object = JSON.objectNode();
    for (Shape.Part part : Shape.of(record).parts()) {
      boolean wanted = part.requiredIn(version) || (depth < 6 && random.nextInt(2 + depth) == 0);
      if (part.existsIn(version) && wanted) {
        object.set(part.name(), part(part, depth));
      }
    }
    return object;
  }

  private JsonNode part(Shape.Part part, int depth) {
    if (part.occurrence() != Shape.Occurrence.LIST) {
      return value(part, depth);
    }
    int min = part.items() == null ? 0 : part.items().min();
    int max = part.items() == null ? ITEMS_MAX : Math.min(part.items().max(), min + ITEMS_MAX);
    ArrayNode array = JSON.arrayNode();
    for (int i = min + random.nextInt(max - min + 1); i > 0; i--) {
      array.add(value(part, depth));
    }
    return array;
  }

  private JsonNode value(Shape.Part part, int depth) {
    Class<?> type = part.item();
    if (type == String.class) {
      return text(part);
    } else if (type == int.class
        || type == Integer.class
        || type == long.class
        || type == Long.class) {
      return JSON.numberNode(Math.round(number(part)));
    } else if (type == double.class || type == Double.class) {
      boolean whole = part.wholeInV201() && version == WireVersion.V201;
      double number = number(part);
      return whole ? JSON.numberNode(Math.round(number)) : JSON.numberNode(number);
    } else if (type == BigDecimal.class) {
      return JSON.numberNode(BigDecimal.valueOf(Math.round(number(part)), 1));
    } else if (type == boolean.class || type == Boolean.class) {
      return JSON.booleanNode(random.nextBoolean());
    } else if (type == Instant.class) {
      return JSON.textNode(AROUND.plusSeconds(random.nextInt(200_000) - 100_000).toString());
    } else if (type.isEnum()) {
      return constant(type);
    } else if (JsonNode.class.isAssignableFrom(type) || type == CustomData.class) {
      return JSON.objectNode().put("vendorId", "com.example");
    }
    return object(type, depth + 1);
  }

  private JsonNode text(Shape.Part part) {
    int max = Math.min(part.maxLength(version), TEXT_MAX);
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(max); i > 0; i--) {
      text.append((char) ('0' + random.nextInt(10)));
    }
    return JSON.textNode(text.toString());
  }

  private double number(Shape.Part part) {
    Range range = part.range();
    double min = range == null ? 0 : Math.max(range.min(), -1_000);
    double max = range == null ? 3 : Math.min(range.max(), min + 100);
    return Math.rint(min + random.nextDouble() * (max - min));
  }

  private JsonNode constant(Class<?> type) {
    EnumSpelling spelling = EnumSpelling.of(type);
    List<String> words =
        spelling.byWire().keySet().stream()
            .filter(word -> spelling.knows(word, version))
            .sorted()
            .toList();
    return JSON.textNode(words.get(random.nextInt(words.size())));
  }
}
