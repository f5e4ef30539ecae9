package energy.ebbflow.simulator.csms.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Compares a JSON value with a shape and collects what is wrong. One use per payload. */
final class ShapeChecker {
  /** More than this many complaints about one payload help nobody. */
  static final int VIOLATIONS_MAX = 20;

  private static final int SHOWN_CHARACTERS_MAX = 40;
  private static final String CUSTOM_DATA = "customData";

  private final Function<String, Shape> named;
  private final boolean customData;
  private final List<Violation> found = new ArrayList<>();

  ShapeChecker(Function<String, Shape> named, boolean customData) {
    this.named = named;
    this.customData = customData;
  }

  List<Violation> check(Shape shape, JsonNode value) {
    check("", shape, value);
    return List.copyOf(found);
  }

  private void check(String path, Shape shape, JsonNode value) {
    if (found.size() >= VIOLATIONS_MAX) {
      return;
    }
    switch (shape) {
      case Shape.Text text -> text(path, text, value);
      case Shape.DateTime _ -> dateTime(path, value);
      case Shape.Whole whole -> {
        if (!value.isNumber()) {
          type(path, "a whole number", value);
        } else if (!value.isIntegralNumber() && value.doubleValue() % 1 != 0) {
          type(path, "a whole number", value);
        } else {
          range(path, whole.min(), whole.max(), value);
        }
      }
      case Shape.Decimal decimal -> {
        if (!value.isNumber()) {
          type(path, "a number", value);
        } else {
          range(path, decimal.min(), decimal.max(), value);
        }
      }
      case Shape.Truth _ -> {
        if (!value.isBoolean()) {
          type(path, "true or false", value);
        }
      }
      case Shape.Anything _ -> {}
      case Shape.Choice choice -> choice(path, choice, value);
      case Shape.ListOf list -> list(path, list, value);
      case Shape.Named name -> check(path, named.apply(name.name()), value);
      case Shape.Structure structure -> structure(path, structure, value);
    }
  }

  private void text(String path, Shape.Text text, JsonNode value) {
    if (!value.isTextual()) {
      type(path, "a string", value);
    } else if (value.textValue().length() > text.max()) {
      property(
          path,
          "at most " + text.max() + " characters",
          value.textValue().length() + " characters");
    }
  }

  private void dateTime(String path, JsonNode value) {
    if (!value.isTextual()) {
      type(path, "a date and time", value);
      return;
    }
    try {
      OffsetDateTime.parse(value.textValue());
    } catch (DateTimeParseException e) {
      property(path, "a date and time with offset, as in 2026-01-01T00:00:00Z", shown(value));
    }
  }

  private void choice(String path, Shape.Choice choice, JsonNode value) {
    if (!value.isTextual()) {
      type(path, "a string", value);
    } else if (!choice.values().contains(value.textValue())) {
      property(path, "a value of " + choice.name(), shown(value));
    }
  }

  private void list(String path, Shape.ListOf list, JsonNode value) {
    if (!value.isArray()) {
      type(path, "a list", value);
      return;
    }
    if (value.size() < list.min() || value.size() > list.max()) {
      String most = list.max() == Integer.MAX_VALUE ? "" : " and at most " + list.max();
      found.add(
          new Violation(
              path,
              Violation.Code.OCCURRENCE_CONSTRAINT_VIOLATION,
              "at least " + list.min() + most + " items",
              value.size() + " items"));
      return;
    }
    for (int i = 0; i < value.size(); i++) {
      check(path + "[" + i + "]", list.item(), value.get(i));
    }
  }

  private void structure(String path, Shape.Structure structure, JsonNode value) {
    if (!value.isObject()) {
      type(path, "an object (" + structure.name() + ")", value);
      return;
    }
    structure
        .fields()
        .forEach(
            (name, field) -> {
              if (!field.optional() && !value.has(name)) {
                found.add(
                    new Violation(
                        inside(path, name),
                        Violation.Code.OCCURRENCE_CONSTRAINT_VIOLATION,
                        "a value, it is required in " + structure.name(),
                        "nothing"));
              }
            });
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      Shape.Field field = structure.fields().get(entry.getKey());
      if (field != null) {
        check(inside(path, entry.getKey()), field.shape(), entry.getValue());
      } else if (!customData || !entry.getKey().equals(CUSTOM_DATA)) {
        found.add(
            new Violation(
                inside(path, entry.getKey()),
                Violation.Code.FORMAT_VIOLATION,
                "no such field in " + structure.name(),
                shown(entry.getValue())));
      } else if (!entry.getValue().path("vendorId").isTextual()) {
        type(inside(path, CUSTOM_DATA), "an object with a vendorId", entry.getValue());
      }
    }
  }

  private void range(String path, double min, double max, JsonNode value) {
    double number = value.doubleValue();
    if (number < min || number > max) {
      property(path, "a number from " + bound(min) + " to " + bound(max), shown(value));
    }
  }

  private static String bound(double value) {
    return Double.isInfinite(value) ? "any" : String.valueOf(value);
  }

  private static String inside(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private void type(String path, String expected, JsonNode came) {
    found.add(new Violation(path, Violation.Code.TYPE_CONSTRAINT_VIOLATION, expected, shown(came)));
  }

  private void property(String path, String expected, String came) {
    found.add(new Violation(path, Violation.Code.PROPERTY_CONSTRAINT_VIOLATION, expected, came));
  }

  private static String shown(JsonNode value) {
    String text = value.toString();
    return text.length() <= SHOWN_CHARACTERS_MAX
        ? text
        : text.substring(0, SHOWN_CHARACTERS_MAX) + "…";
  }
}
