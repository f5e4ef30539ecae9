package energy.ebbflow.ocpp.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What reflection knows of a record class, looked up once.
 *
 * @param parts in declaration order
 * @param byName the parts by their names on the wire
 */
record Shape(Constructor<?> constructor, List<Part> parts, Map<String, Part> byName) {

  private static final Map<Class<?>, Shape> KNOWN = new ConcurrentHashMap<>();

  /** How often a component may occur. */
  enum Occurrence {
    ONE,
    OPTIONAL,
    LIST
  }

  /**
   * One component.
   *
   * @param item class of the value, or of one item of a list
   */
  record Part(
      String name,
      Occurrence occurrence,
      Class<?> item,
      Method accessor,
      @Nullable Text text,
      @Nullable Items items,
      @Nullable Range range,
      boolean sinceV21,
      boolean wholeInV201,
      boolean requiredInV201,
      boolean absentIfEmpty) {

    boolean existsIn(WireVersion version) {
      return !(sinceV21 && version.before21());
    }

    boolean requiredIn(WireVersion version) {
      return occurrence == Occurrence.ONE
          || (occurrence == Occurrence.LIST && !absentIfEmpty)
          || (requiredInV201 && version == WireVersion.V201);
    }

    int maxLength(WireVersion version) {
      if (text == null) {
        return Integer.MAX_VALUE;
      }
      return version == WireVersion.V201 && text.v201() >= 0 ? text.v201() : text.max();
    }

    Object valueOf(Record owner) {
      try {
        return accessor.invoke(owner);
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException("component " + name + " cannot be read", e);
      }
    }
  }

  static Shape of(Class<?> type) {
    return KNOWN.computeIfAbsent(type, Shape::lookUp);
  }

  private static Shape lookUp(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    if (components == null) {
      throw new IllegalStateException(type + " is not a record");
    }
    List<Part> parts = new ArrayList<>();
    Map<String, Part> byName = new HashMap<>();
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      Part part = part(components[i]);
      parts.add(part);
      byName.put(part.name(), part);
    }
    try {
      return new Shape(type.getDeclaredConstructor(types), List.copyOf(parts), Map.copyOf(byName));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type + " has no canonical constructor", e);
    }
  }

  private static Part part(RecordComponent component) {
    WireName wireName = component.getAnnotation(WireName.class);
    Class<?> raw = component.getType();
    Occurrence occurrence = Occurrence.ONE;
    Class<?> item = raw;
    if (raw == Optional.class || raw == List.class) {
      occurrence = raw == List.class ? Occurrence.LIST : Occurrence.OPTIONAL;
      Type argument = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
      item = (Class<?>) argument;
    }
    return new Part(
        wireName == null ? component.getName() : wireName.value(),
        occurrence,
        item,
        component.getAccessor(),
        component.getAnnotation(Text.class),
        component.getAnnotation(Items.class),
        component.getAnnotation(Range.class),
        component.isAnnotationPresent(SinceV21.class),
        component.isAnnotationPresent(WholeInV201.class),
        component.isAnnotationPresent(RequiredInV201.class),
        component.isAnnotationPresent(AbsentIfEmpty.class));
  }
}
