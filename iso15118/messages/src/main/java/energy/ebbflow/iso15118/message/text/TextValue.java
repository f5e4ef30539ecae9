package energy.ebbflow.iso15118.message.text;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.WireName;
import energy.ebbflow.exi.schema.Hex;
import energy.ebbflow.exi.schema.Unsigned;
import java.lang.reflect.AnnotatedElement;
import java.math.BigInteger;
import java.util.Base64;

/** The text forms of the simple types, as XML Schema defines them. */
final class TextValue {
  private TextValue() {}

  static String print(AnnotatedElement component, Object value) {
    return switch (value) {
      case Octets octets when component.isAnnotationPresent(Hex.class) -> octets.hex();
      case Octets octets -> Base64.getEncoder().encodeToString(octets.toArray());
      case WireName constant -> constant.wireName();
      case Long number when component.isAnnotationPresent(Unsigned.class) ->
          Long.toUnsignedString(number);
      default -> value.toString();
    };
  }

  static Object parse(AnnotatedElement component, Class<?> type, String name, String text) {
    try {
      if (type == String.class) {
        return text;
      }
      String token = text.strip();
      if (type == boolean.class || type == Boolean.class) {
        return bool(token);
      }
      if (type == int.class || type == Integer.class) {
        return Integer.valueOf(token);
      }
      if (type == long.class || type == Long.class) {
        return component.isAnnotationPresent(Unsigned.class)
            ? Long.valueOf(Long.parseUnsignedLong(token))
            : Long.valueOf(token);
      }
      if (type == BigInteger.class) {
        return new BigInteger(token);
      }
      if (type == Octets.class) {
        return component.isAnnotationPresent(Hex.class)
            ? Octets.ofHex(token)
            : Octets.of(Base64.getMimeDecoder().decode(token));
      }
      return constant(type, token);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          name + ": \"" + text + "\" is no " + type.getSimpleName() + ": " + e.getMessage(), e);
    }
  }

  private static Boolean bool(String token) {
    return switch (token) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw new IllegalArgumentException("expected true or false");
    };
  }

  private static Object constant(Class<?> type, String token) {
    Object[] constants = type.getEnumConstants();
    if (constants != null) {
      for (Object constant : constants) {
        if (constant instanceof WireName named && named.wireName().equals(token)) {
          return constant;
        }
      }
    }
    throw new IllegalArgumentException("no such constant");
  }
}
