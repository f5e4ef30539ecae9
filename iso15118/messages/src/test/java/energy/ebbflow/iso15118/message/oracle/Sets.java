package energy.ebbflow.iso15118.message.oracle;

import energy.ebbflow.exi.schema.ExiAttribute;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiSet;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.MessageSet;
import energy.ebbflow.iso15118.message.V2gMessage;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the test needs to know about the sets: their schemas and the records they are made of. */
final class Sets {
  private Sets() {}

  /** An element that may stand alone as a fragment. */
  record FragmentRoot(String namespace, String name, Class<?> type) {}

  static String schema(MessageSet set) {
    return switch (set) {
      case APP -> "app/V2G_CI_AppProtocol.xsd";
      case ISO2 -> "iso2/V2G_CI_MsgDef.xsd";
      case ISO20 -> "iso20/V2G_CI_CommonMessages.xsd";
      case ISO20_AC -> "iso20/V2G_CI_AC.xsd";
      case ISO20_DC -> "iso20/V2G_CI_DC.xsd";
      case ISO20_WPT -> "iso20/V2G_CI_WPT.xsd";
      case ISO20_ACDP -> "iso20/V2G_CI_ACDP.xsd";
      case DIN -> "din/V2G_CI_MsgDef.xsd";
      case DSIG -> "dsig/xmldsig-core-schema.xsd";
    };
  }

  private static String marker(MessageSet set) {
    return switch (set) {
      case APP -> "AppSet";
      case ISO2 -> "Iso2Set";
      case ISO20 -> "Iso20Set";
      case ISO20_AC -> "Iso20AcSet";
      case ISO20_DC -> "Iso20DcSet";
      case ISO20_WPT -> "Iso20WptSet";
      case ISO20_ACDP -> "Iso20AcdpSet";
      case DIN -> "DinSet";
      case DSIG -> "DsigSet";
    };
  }

  static List<Class<? extends V2gMessage>> roots(MessageSet set) {
    try {
      Class<?> marker = Class.forName("energy.ebbflow.iso15118.message.set." + marker(set));
      List<Class<? extends V2gMessage>> roots = new ArrayList<>();
      collect(marker, roots);
      return roots;
    } catch (ClassNotFoundException e) {
      throw new AssertionError("no marker for " + set, e);
    }
  }

  private static void collect(Class<?> marker, List<Class<? extends V2gMessage>> roots) {
    ExiSet annotation = marker.getAnnotation(ExiSet.class);
    for (Class<?> root : annotation.roots()) {
      roots.add(root.asSubclass(V2gMessage.class));
    }
    for (Class<?> included : annotation.include()) {
      collect(included, roots);
    }
  }

  /** Every element whose content is a record. */
  static List<FragmentRoot> fragments(MessageSet set) {
    Map<String, FragmentRoot> found = new LinkedHashMap<>();
    for (Class<?> root : roots(set)) {
      named(root, found);
    }
    return List.copyOf(found.values());
  }

  private static void named(Class<?> type, Map<String, FragmentRoot> found) {
    ExiName name = type.getAnnotation(ExiName.class);
    if (name != null) {
      String namespace =
          name.namespace().isEmpty()
              ? type.getAnnotation(ExiType.class).namespace()
              : name.namespace();
      add(namespace, name.value(), type, found);
    } else {
      walk(type, found);
    }
  }

  private static void add(
      String namespace, String name, Class<?> type, Map<String, FragmentRoot> found) {
    FragmentRoot root = new FragmentRoot(namespace, name, type);
    if (found.putIfAbsent("{" + namespace + "}" + name, root) == null) {
      walk(type, found);
    }
  }

  private static void walk(Class<?> type, Map<String, FragmentRoot> found) {
    if (type.isSealed()) {
      for (Class<?> alternative : type.getPermittedSubclasses()) {
        named(alternative, found);
      }
      return;
    }
    for (RecordComponent component : type.getRecordComponents()) {
      Class<?> inner = type(component);
      ExiElement element = component.getAnnotation(ExiElement.class);
      if (component.isAnnotationPresent(ExiAttribute.class)
          || !(inner.isSealed() || inner.isAnnotationPresent(ExiType.class))) {
        continue;
      }
      if (element != null) {
        String namespace = type.getAnnotation(ExiType.class).namespace();
        add(
            element.namespace().isEmpty() ? namespace : element.namespace(),
            element.value(),
            inner,
            found);
      } else {
        named(inner, found);
      }
    }
  }

  private static Class<?> type(RecordComponent component) {
    if (component.getType() == Optional.class || component.getType() == List.class) {
      return (Class<?>)
          ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    }
    return component.getType();
  }
}
