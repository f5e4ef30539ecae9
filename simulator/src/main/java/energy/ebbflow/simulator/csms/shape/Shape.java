package energy.ebbflow.simulator.csms.shape;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a JSON value may look like. */
public sealed interface Shape {

  /** A string of at most {@code max} characters. */
  record Text(int max) implements Shape {}

  /** An RFC 3339 date and time with its offset. */
  record DateTime() implements Shape {}

  /** A whole number between the bounds, both included. */
  record Whole(double min, double max) implements Shape {}

  /** A number between the bounds, both included. */
  record Decimal(double min, double max) implements Shape {}

  /** True or false. */
  record Truth() implements Shape {}

  /** Anything; vendor data. */
  record Anything() implements Shape {}

  /** One of the values. */
  record Choice(String name, List<String> values) implements Shape {
    public Choice {
      values = List.copyOf(values);
    }
  }

  /** A list with a bounded number of items. */
  record ListOf(int min, int max, Shape item) implements Shape {}

  /** A named type of the book. */
  record Named(String name) implements Shape {}

  /** An object; no other field than these, and in OCPP 2.x {@code customData}, may be present. */
  record Structure(String name, Map<String, Field> fields) implements Shape {
    public Structure {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  /** A field of an object. */
  record Field(Shape shape, boolean optional) {}
}
