package energy.ebbflow.iso15118.message.text;

import energy.ebbflow.exi.ExiRoot;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiAttribute;
import energy.ebbflow.exi.schema.ExiContent;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiGroup;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.text.TextNode.TextAttribute;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Turns trees of elements into records. What is missing, out of place or out of bounds is an {@link
 * IllegalArgumentException} that names the element.
 */
public final class TreeReader {
  private final TextNode node;
  private int next;

  private TreeReader(TextNode node) {
    this.node = node;
  }

  /**
   * The record that a tree stands for.
   *
   * @param type the record type of the tree's root
   * @throws IllegalArgumentException when the tree is none of that type
   */
  public static <T> T read(Class<T> type, TextNode tree) {
    TreeReader reader = new TreeReader(tree);
    T record = reader.record(type);
    if (reader.next < tree.children().size()) {
      throw new IllegalArgumentException(
          tree.name() + ": " + tree.children().get(reader.next).name() + " may not stand there");
    }
    for (TextAttribute attribute : tree.attributes()) {
      if (!known(type, attribute)) {
        throw new IllegalArgumentException(
            tree.name() + ": there is no attribute " + attribute.name());
      }
    }
    return record;
  }

  /**
   * The record or value that a tree stands for.
   *
   * @param root the declaration of the tree's root
   * @throws IllegalArgumentException when the tree is none of that type
   */
  public static Object read(ExiRoot root, TextNode tree) {
    if (!root.simple()) {
      return read(root.type(), tree);
    }
    if (!tree.attributes().isEmpty()) {
      throw new IllegalArgumentException(
          tree.name() + ": there is no attribute " + tree.attributes().getFirst().name());
    }
    return TextValue.parse(RecordShape.component(root), root.type(), tree.name(), leaf(tree));
  }

  private static boolean known(Class<?> type, TextAttribute attribute) {
    for (RecordComponent component : type.getRecordComponents()) {
      ExiAttribute annotation = component.getAnnotation(ExiAttribute.class);
      if (annotation != null && annotation.value().equals(attribute.name())) {
        return true;
      }
    }
    return false;
  }

  private <T> T record(Class<T> type) {
    String namespace = RecordShape.namespace(type);
    RecordComponent[] components = type.getRecordComponents();
    Object[] arguments = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      arguments[i] = component(components[i], namespace);
    }
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return type.getDeclaredConstructor(types).newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException cause) {
        throw new IllegalArgumentException(node.name() + ": " + cause.getMessage(), cause);
      }
      throw new IllegalStateException("cannot make " + type, e);
    } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException("cannot make " + type, e);
    }
  }

  private Object component(RecordComponent component, String namespace) {
    Occurs occurs = component.getAnnotation(Occurs.class);
    int max = occurs == null ? 1 : occurs.max();
    List<Object> values = new ArrayList<>();
    while (values.size() < max) {
      Optional<Object> value = occurrence(component, namespace);
      if (value.isEmpty()) {
        break;
      }
      values.add(value.get());
    }
    if (RecordShape.list(component)) {
      return values;
    }
    if (RecordShape.optional(component)) {
      return values.stream().findFirst();
    }
    if (values.isEmpty()) {
      String found = next < node.children().size() ? node.children().get(next).name() : "the end";
      throw new IllegalArgumentException(
          node.name() + ": expected " + expected(component) + ", got " + found);
    }
    return values.getFirst();
  }

  private Optional<Object> occurrence(RecordComponent component, String namespace) {
    Class<?> type = RecordShape.type(component);
    ExiAttribute attribute = component.getAnnotation(ExiAttribute.class);
    if (attribute != null) {
      return node.attributes().stream()
          .filter(candidate -> candidate.name().equals(attribute.value()))
          .findFirst()
          .map(found -> TextValue.parse(component, type, found.name(), found.value()));
    }
    if (component.isAnnotationPresent(ExiContent.class)) {
      return Optional.of(
          complex(type)
              ? record(type)
              : TextValue.parse(component, type, node.name(), node.text()));
    }
    ExiElement element = component.getAnnotation(ExiElement.class);
    if (element != null) {
      return child(element.value(), RecordShape.orElse(element.namespace(), namespace))
          .map(
              found ->
                  complex(type)
                      ? read(type, found)
                      : TextValue.parse(component, type, found.name(), leaf(found)));
    }
    if (component.isAnnotationPresent(ExiGroup.class)) {
      RecordComponent first = type.getRecordComponents()[0];
      ExiElement start = first.getAnnotation(ExiElement.class);
      boolean here =
          start != null
              && next < node.children().size()
              && node.children().get(next).name().equals(start.value());
      return here ? Optional.of(record(type)) : Optional.empty();
    }
    for (Class<?> alternative : type.getPermittedSubclasses()) {
      Optional<TextNode> found =
          child(RecordShape.name(alternative).value(), RecordShape.elementNamespace(alternative));
      if (found.isPresent()) {
        return Optional.of(read(alternative, found.get()));
      }
    }
    return Optional.empty();
  }

  private static String leaf(TextNode found) {
    if (!found.children().isEmpty()) {
      throw new IllegalArgumentException(found.name() + " has a value, not elements");
    }
    return found.text();
  }

  private Optional<TextNode> child(String name, String namespace) {
    if (next >= node.children().size()) {
      return Optional.empty();
    }
    TextNode candidate = node.children().get(next);
    if (!candidate.name().equals(name)) {
      return Optional.empty();
    }
    if (!candidate.namespace().equals(namespace)) {
      throw new IllegalArgumentException(
          node.name()
              + ": "
              + name
              + " belongs to namespace \""
              + namespace
              + "\", got \""
              + candidate.namespace()
              + "\"");
    }
    next++;
    return Optional.of(candidate);
  }

  private static String expected(RecordComponent component) {
    ExiElement element = component.getAnnotation(ExiElement.class);
    ExiAttribute attribute = component.getAnnotation(ExiAttribute.class);
    if (element != null) {
      return element.value();
    }
    if (attribute != null) {
      return "attribute " + attribute.value();
    }
    Class<?> type = RecordShape.type(component);
    if (!type.isSealed()) {
      return type.getSimpleName();
    }
    List<String> names = new ArrayList<>();
    for (Class<?> alternative : type.getPermittedSubclasses()) {
      names.add(RecordShape.name(alternative).value());
    }
    return String.join(" or ", names);
  }

  private static boolean complex(Class<?> type) {
    return type != Octets.class && type.isAnnotationPresent(ExiType.class);
  }
}
