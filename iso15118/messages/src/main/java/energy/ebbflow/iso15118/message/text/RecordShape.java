package energy.ebbflow.iso15118.message.text;

import energy.ebbflow.exi.ExiRoot;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;

/** What reflection says about annotated records. */
final class RecordShape {
  private RecordShape() {}

  static String namespace(Class<?> type) {
    ExiType annotation = type.getAnnotation(ExiType.class);
    if (annotation == null) {
      throw new IllegalArgumentException(type.getName() + " is no record of a schema");
    }
    return annotation.namespace();
  }

  static ExiName name(Class<?> type) {
    ExiName annotation = type.getAnnotation(ExiName.class);
    if (annotation == null) {
      throw new IllegalArgumentException(type.getName() + " has no element of its own");
    }
    return annotation;
  }

  static String elementNamespace(Class<?> type) {
    String namespace = name(type).namespace();
    return namespace.isEmpty() ? namespace(type) : namespace;
  }

  static String orElse(String namespace, String otherwise) {
    return namespace.isEmpty() ? otherwise : namespace;
  }

  static boolean optional(RecordComponent component) {
    return component.getType() == Optional.class;
  }

  static boolean list(RecordComponent component) {
    return component.getType() == List.class;
  }

  /** The type of one occurrence. */
  static Class<?> type(RecordComponent component) {
    if (!optional(component) && !list(component)) {
      return component.getType();
    }
    Type argument = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    return (Class<?>) argument;
  }

  /** The component that declares an element of simple type. */
  static RecordComponent component(ExiRoot root) {
    for (RecordComponent component : root.owner().getRecordComponents()) {
      if (component.getName().equals(root.component())) {
        return component;
      }
    }
    throw new IllegalArgumentException(root + " names no component");
  }

  static Object get(RecordComponent component, Object instance) {
    try {
      return component.getAccessor().invoke(instance);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }

  /** The values of a component: none, one, or those of a list. */
  static List<?> values(RecordComponent component, Object instance) {
    Object value = get(component, instance);
    return switch (value) {
      case Optional<?> optional -> optional.stream().toList();
      case List<?> list -> list;
      default -> List.of(value);
    };
  }
}
