package energy.ebbflow.ocpp.json;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The wire spellings of an enumeration, looked up once. */
public record EnumSpelling(Map<String, Object> byWire, Set<String> sinceV21) {

  private static final Map<Class<?>, EnumSpelling> KNOWN = new ConcurrentHashMap<>();

  /** The constant that {@code version} spells so, if it has one. */
  public static <E extends Enum<E>> Optional<E> find(
      Class<E> type, String wire, WireVersion version) {
    EnumSpelling spelling = of(type);
    Object constant = spelling.byWire().get(wire);
    return constant != null && spelling.knows(wire, version)
        ? Optional.of(type.cast(constant))
        : Optional.empty();
  }

  static EnumSpelling of(Class<?> type) {
    return KNOWN.computeIfAbsent(type, EnumSpelling::lookUp);
  }

  static String wireOf(Enum<?> constant) {
    return constant instanceof WireEnum spelled ? spelled.wire() : constant.name();
  }

  boolean knows(String wire, WireVersion version) {
    return byWire.containsKey(wire) && !(version.before21() && sinceV21.contains(wire));
  }

  private static EnumSpelling lookUp(Class<?> type) {
    Map<String, Object> byWire = new HashMap<>();
    Set<String> sinceV21 = new TreeSet<>();
    for (Object constant : type.getEnumConstants()) {
      String wire = wireOf((Enum<?>) constant);
      byWire.put(wire, constant);
      try {
        if (type.getField(((Enum<?>) constant).name()).isAnnotationPresent(SinceV21.class)) {
          sinceV21.add(wire);
        }
      } catch (NoSuchFieldException e) {
        throw new IllegalStateException(type + " hides its constants", e);
      }
    }
    return new EnumSpelling(Map.copyOf(byWire), Set.copyOf(sinceV21));
  }
}
