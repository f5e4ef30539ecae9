package energy.ebbflow.iso15118.message.text;

import energy.ebbflow.exi.ExiRoot;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiAttribute;
import energy.ebbflow.exi.schema.ExiContent;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiGroup;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.text.TextNode.TextAttribute;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/** Turns records into trees of elements. */
public final class MessageTree {
  private MessageTree() {}

  /** The tree of a document, under the name that its record bears. */
  public static TextNode of(Object message) {
    Class<?> type = message.getClass();
    return of(RecordShape.elementNamespace(type), RecordShape.name(type).value(), message);
  }

  /** The tree of an element that stands alone; {@code content} is its record or value. */
  public static TextNode of(ExiRoot root, Object content) {
    return root.simple()
        ? new TextNode(
            root.namespace(),
            root.name(),
            List.of(),
            List.of(),
            TextValue.print(RecordShape.component(root), content))
        : of(root.namespace(), root.name(), content);
  }

  /** The tree of a record as an element of the given name. */
  public static TextNode of(String namespace, String name, Object content) {
    List<TextAttribute> attributes = new ArrayList<>();
    List<TextNode> children = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    fill(content, attributes, children, text);
    return new TextNode(namespace, name, attributes, children, text.toString());
  }

  private static void fill(
      Object content, List<TextAttribute> attributes, List<TextNode> children, StringBuilder text) {
    String namespace = RecordShape.namespace(content.getClass());
    for (RecordComponent component : content.getClass().getRecordComponents()) {
      ExiElement element = component.getAnnotation(ExiElement.class);
      ExiAttribute attribute = component.getAnnotation(ExiAttribute.class);
      for (Object value : RecordShape.values(component, content)) {
        if (attribute != null) {
          attributes.add(
              new TextAttribute(
                  attribute.namespace(), attribute.value(), TextValue.print(component, value)));
        } else if (element != null) {
          String in = RecordShape.orElse(element.namespace(), namespace);
          children.add(child(component, in, element.value(), value));
        } else if (component.isAnnotationPresent(ExiGroup.class)) {
          fill(value, attributes, children, text);
        } else if (component.isAnnotationPresent(ExiContent.class)) {
          if (complex(value)) {
            fill(value, attributes, children, text);
          } else {
            text.append(TextValue.print(component, value));
          }
        } else {
          children.add(of(value));
        }
      }
    }
  }

  private static TextNode child(
      RecordComponent component, String namespace, String name, Object value) {
    return complex(value)
        ? of(namespace, name, value)
        : new TextNode(namespace, name, List.of(), List.of(), TextValue.print(component, value));
  }

  private static boolean complex(Object value) {
    return !(value instanceof Octets) && value.getClass().isAnnotationPresent(ExiType.class);
  }
}
