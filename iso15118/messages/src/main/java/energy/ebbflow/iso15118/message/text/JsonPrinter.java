package energy.ebbflow.iso15118.message.text;

import energy.ebbflow.exi.ExiRoot;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.WireName;
import energy.ebbflow.exi.schema.ExiAttribute;
import energy.ebbflow.exi.schema.ExiContent;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiGroup;
import energy.ebbflow.exi.schema.ExiType;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.util.List;

/**
 * Prints records as JSON: one object per element, the standard's names as keys, numbers and
 * booleans as such, binaries in hexadecimal, repeated elements as arrays, attributes with a leading
 * {@code @}.
 */
public final class JsonPrinter {
  private final StringBuilder out = new StringBuilder();
  private boolean first;

  private JsonPrinter() {}

  /** The message as an object with its name as the only key. */
  public static String of(String name, Object message) {
    JsonPrinter printer = new JsonPrinter();
    printer.out.append('{');
    printer.string(name);
    printer.out.append(':');
    printer.object(message);
    return printer.out.append('}').toString();
  }

  /** An element that stands alone; {@code content} is its record or value. */
  public static String of(ExiRoot root, Object content) {
    if (!root.simple()) {
      return of(root.name(), content);
    }
    JsonPrinter printer = new JsonPrinter();
    printer.out.append('{');
    printer.string(root.name());
    printer.out.append(':');
    printer.value(RecordShape.component(root), content);
    return printer.out.append('}').toString();
  }

  private void object(Object content) {
    out.append('{');
    first = true;
    members(content);
    out.append('}');
    first = false;
  }

  private void members(Object content) {
    for (RecordComponent component : content.getClass().getRecordComponents()) {
      List<?> values = RecordShape.values(component, content);
      if (values.isEmpty()) {
        continue;
      }
      ExiElement element = component.getAnnotation(ExiElement.class);
      ExiAttribute attribute = component.getAnnotation(ExiAttribute.class);
      if (attribute != null) {
        key("@" + attribute.value());
        value(component, values.getFirst());
      } else if (element != null) {
        key(element.value());
        array(component, values);
      } else if (component.isAnnotationPresent(ExiGroup.class)) {
        members(values.getFirst());
      } else if (component.isAnnotationPresent(ExiContent.class)) {
        content(component, values.getFirst());
      } else if (RecordShape.list(component)) {
        key(RecordShape.type(component).getSimpleName());
        choices(values);
      } else {
        key(RecordShape.name(values.getFirst().getClass()).value());
        alternative(values.getFirst());
      }
    }
  }

  /** The alternatives of a repeated choice, each as an object with its name as the only key. */
  private void choices(List<?> values) {
    out.append('[');
    for (int i = 0; i < values.size(); i++) {
      out.append(i == 0 ? "{" : ",{");
      string(RecordShape.name(values.get(i).getClass()).value());
      out.append(':');
      alternative(values.get(i));
      out.append('}');
    }
    out.append(']');
    first = false;
  }

  private void content(RecordComponent component, Object value) {
    if (value.getClass().isAnnotationPresent(ExiType.class)) {
      members(value);
    } else {
      key("value");
      value(component, value);
    }
  }

  /** A record that only wraps a value is printed as the value. */
  private void alternative(Object record) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    boolean wrapper = components.length == 1 && components[0].isAnnotationPresent(ExiContent.class);
    if (wrapper) {
      value(components[0], RecordShape.get(components[0], record));
    } else {
      object(record);
    }
  }

  private void array(RecordComponent component, List<?> values) {
    if (!RecordShape.list(component)) {
      value(component, values.getFirst());
      return;
    }
    out.append('[');
    for (int i = 0; i < values.size(); i++) {
      out.append(i == 0 ? "" : ",");
      value(component, values.get(i));
    }
    out.append(']');
    first = false;
  }

  private void value(RecordComponent component, Object value) {
    switch (value) {
      case Boolean ignored -> out.append(value);
      case Integer ignored -> out.append(value);
      case BigInteger ignored -> string(value.toString());
      case Long ignored -> out.append(TextValue.print(component, value));
      case Octets octets -> string(octets.hex());
      case WireName constant -> string(constant.wireName());
      case String text -> string(text);
      default -> object(value);
    }
    first = false;
  }

  private void key(String name) {
    if (!first) {
      out.append(',');
    }
    first = false;
    string(name);
    out.append(':');
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
