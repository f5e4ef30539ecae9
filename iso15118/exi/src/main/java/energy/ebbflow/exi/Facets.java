package energy.ebbflow.exi;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * The checks of the record constructors against the schema's facets. Each throws {@link
 * IllegalArgumentException} with the element, what is allowed and what came.
 */
public final class Facets {
  private Facets() {}

  /** Checks that {@code value} lies in {@code min..max}. */
  public static void range(String name, long value, long min, long max) {
    if (value < min || value > max) {
      throw outOfRange(name, value, min, max);
    }
  }

  /** Checks that the value, when there is one, lies in {@code min..max}. */
  public static void range(String name, Optional<? extends Number> value, long min, long max) {
    if (value.isPresent()) {
      range(name, value.get().longValue(), min, max);
    }
  }

  /** Checks that every value lies in {@code min..max}. */
  public static void range(String name, List<? extends Number> values, long min, long max) {
    for (int i = 0; i < values.size(); i++) {
      range(name, values.get(i).longValue(), min, max);
    }
  }

  /** Checks that the string has {@code min..max} code points. */
  public static void length(String name, String value, int min, int max) {
    int length = value.length();
    // Most strings are short and without surrogates: the count of code points is only taken when it
    // matters.
    if (length > max || length < min || min > 0) {
      length = value.codePointCount(0, value.length());
    }
    if (length < min || length > max) {
      throw badLength(name, length, min, max);
    }
  }

  /** Checks that the binary has {@code min..max} octets. */
  public static void length(String name, Octets value, int min, int max) {
    if (value.length() < min || value.length() > max) {
      throw badLength(name, value.length(), min, max);
    }
  }

  /** Checks that the number takes at most {@code maxOctets} octets. */
  public static void size(String name, BigInteger value, int maxOctets) {
    int octets = (value.abs().bitLength() + 7) / 8;
    if (octets > maxOctets) {
      throw badLength(name, octets, 0, maxOctets);
    }
  }

  /** Checks the length of the value, a string or a binary, when there is one. */
  public static void length(String name, Optional<?> value, int min, int max) {
    if (value.isPresent()) {
      lengthOf(name, value.get(), min, max);
    }
  }

  /** Checks the length of every value, strings or binaries. */
  public static void length(String name, List<?> values, int min, int max) {
    for (int i = 0; i < values.size(); i++) {
      lengthOf(name, values.get(i), min, max);
    }
  }

  /**
   * Checks the number of occurrences.
   *
   * @return an immutable copy of the list
   */
  public static <T> List<T> occurs(String name, List<T> values, int min, int max) {
    if (values.size() < min || values.size() > max) {
      throw new IllegalArgumentException(
          name + " occurs " + values.size() + " times, allowed are " + min + " to " + max);
    }
    return List.copyOf(values);
  }

  /** Checks a rule of the schema that spans several components. */
  public static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }

  private static void lengthOf(String name, Object value, int min, int max) {
    // No pattern switch: setting one up costs a cold start more than all checks of its messages.
    if (value instanceof String text) {
      length(name, text, min, max);
    } else if (value instanceof Octets octets) {
      length(name, octets, min, max);
    } else {
      throw new IllegalArgumentException(name + " is neither a string nor a binary");
    }
  }

  private static IllegalArgumentException outOfRange(String name, long value, long min, long max) {
    return new IllegalArgumentException(
        name + " is " + value + ", allowed are " + min + " to " + max);
  }

  private static IllegalArgumentException badLength(String name, int length, int min, int max) {
    return new IllegalArgumentException(
        name + " has length " + length + ", allowed are " + min + " to " + max);
  }
}
