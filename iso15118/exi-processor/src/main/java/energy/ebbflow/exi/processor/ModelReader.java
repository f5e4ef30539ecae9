package energy.ebbflow.exi.processor;

import energy.ebbflow.exi.schema.ExiAttribute;
import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiContent;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiGroup;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiSubstitution;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.exi.schema.Unsigned;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads annotated records into models. */
final class ModelReader {
  private static final String OCTETS = "energy.ebbflow.exi.Octets";

  private final Elements elements;
  private final Types types;
  private final Map<String, TypeModel> models = new LinkedHashMap<>();

  ModelReader(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** The model of a record; the same record is read once. */
  TypeModel type(TypeElement record) {
    String javaType = record.getQualifiedName().toString();
    TypeModel known = models.get(javaType);
    if (known != null) {
      return known;
    }
    ExiType type = record.getAnnotation(ExiType.class);
    if (type == null || record.getKind() != ElementKind.RECORD) {
      throw new ModelException(javaType + " is no record with @ExiType", record);
    }
    List<Particle> particles = new ArrayList<>();
    for (RecordComponentElement component : record.getRecordComponents()) {
      particles.add(particle(component, type.namespace()));
    }
    TypeModel model =
        new TypeModel(
            javaType,
            coderPackage(record),
            coderName(record),
            label(record),
            type.mixed(),
            type.wildcard(),
            type.nonEmpty(),
            List.copyOf(particles));
    models.put(javaType, model);
    return model;
  }

  /** The models that have been read, in the order in which they were. */
  List<TypeModel> types() {
    return List.copyOf(models.values());
  }

  /** The element that carries a record as a root or alternative. */
  QName name(TypeElement record) {
    ExiName name = record.getAnnotation(ExiName.class);
    ExiType type = record.getAnnotation(ExiType.class);
    if (name == null || type == null) {
      throw new ModelException(record.getQualifiedName() + " bears no @ExiName", record);
    }
    return new QName(
        name.namespace().isEmpty() ? type.namespace() : name.namespace(), name.value());
  }

  private Particle particle(RecordComponentElement component, String namespace) {
    TypeMirror declared = component.asType();
    boolean optional = isA(declared, Optional.class);
    boolean list = isA(declared, List.class);
    TypeMirror inner = optional || list ? argument(declared) : declared;
    Occurs occurs = component.getAnnotation(Occurs.class);
    if (list != (occurs != null)) {
      throw new ModelException("a List bears @Occurs, and nothing else does", component);
    }
    Limit limit = component.getAnnotation(Limit.class);
    int min = occurs != null ? occurs.min() : optional ? 0 : 1;
    int max = occurs != null ? occurs.max() : 1;
    int bound = max == Occurs.UNBOUNDED ? limit(component, limit) : max;
    String accessor = component.getSimpleName().toString();
    String javaType = boxed(inner);
    Particle.Kind kind;
    List<Particle.Alternative> alternatives = new ArrayList<>();
    boolean open = false;
    List<Particle.Member> group = List.of();
    ExiAttribute attribute = component.getAnnotation(ExiAttribute.class);
    ExiElement element = component.getAnnotation(ExiElement.class);
    ExiChoice choice = component.getAnnotation(ExiChoice.class);
    if (attribute != null) {
      kind = Particle.Kind.ATTRIBUTE;
      QName name = new QName(attribute.namespace(), attribute.value());
      alternatives.add(new Particle.Alternative(name, value(component, inner, list), true));
    } else if (element != null) {
      kind = Particle.Kind.ELEMENT;
      alternatives.add(
          new Particle.Alternative(
              elementName(element, namespace), value(component, inner, list), true));
    } else if (choice != null) {
      kind = Particle.Kind.CHOICE;
      alternatives = family(asType(inner, component));
      open = choice.open();
    } else if (component.getAnnotation(ExiGroup.class) != null) {
      kind = Particle.Kind.GROUP;
      group = group(asType(inner, component), alternatives);
    } else if (component.getAnnotation(ExiContent.class) != null) {
      kind = Particle.Kind.CONTENT;
      QName name = contentName(component);
      alternatives.add(new Particle.Alternative(name, value(component, inner, list), true));
    } else {
      throw new ModelException("a component needs one of the Exi annotations", component);
    }
    return new Particle(
        kind,
        accessor,
        optional,
        list,
        min,
        max,
        bound,
        javaType,
        List.copyOf(alternatives),
        open,
        group);
  }

  private QName contentName(RecordComponentElement component) {
    if (!(component.getEnclosingElement() instanceof TypeElement owner)) {
      throw new ModelException("a component stands in a record", component);
    }
    ExiType type = owner.getAnnotation(ExiType.class);
    String namespace = type == null ? "" : type.namespace();
    return owner.getAnnotation(ExiName.class) != null
        ? name(owner)
        : new QName(namespace, owner.getSimpleName().toString());
  }

  private static QName elementName(ExiElement element, String namespace) {
    return new QName(
        element.namespace().isEmpty() ? namespace : element.namespace(), element.value());
  }

  private List<Particle.Member> group(TypeElement record, List<Particle.Alternative> first) {
    ExiType type = record.getAnnotation(ExiType.class);
    if (type == null) {
      throw new ModelException("a group is a record with @ExiType", record);
    }
    List<Particle.Member> members = new ArrayList<>();
    for (RecordComponentElement component : record.getRecordComponents()) {
      ExiElement element = component.getAnnotation(ExiElement.class);
      if (element == null) {
        throw new ModelException("a group holds mandatory elements only", component);
      }
      QName name = elementName(element, type.namespace());
      ValueModel value = value(component, component.asType(), false);
      if (first.isEmpty()) {
        first.add(new Particle.Alternative(name, value, true));
      }
      members.add(new Particle.Member(component.getSimpleName().toString(), name, value));
    }
    return List.copyOf(members);
  }

  private List<Particle.Alternative> family(TypeElement family) {
    List<Particle.Alternative> alternatives = new ArrayList<>();
    for (TypeMirror permitted : family.getPermittedSubclasses()) {
      TypeElement record = asType(permitted, family);
      alternatives.add(new Particle.Alternative(name(record), complex(record), true));
    }
    ExiSubstitution substitution = family.getAnnotation(ExiSubstitution.class);
    if (substitution != null) {
      for (String unused : substitution.unused()) {
        alternatives.add(
            new Particle.Alternative(QName.parse(unused), new ValueModel.Bool(), false));
      }
      alternatives.sort((a, b) -> a.name().compareTo(b.name()));
    }
    return alternatives;
  }

  private ValueModel.Complex complex(TypeElement record) {
    return new ValueModel.Complex(
        record.getQualifiedName().toString(), coderPackage(record) + "." + coderName(record));
  }

  private ValueModel value(RecordComponentElement component, TypeMirror type, boolean list) {
    TypeKind kind = type.getKind();
    String name = boxed(type);
    Range range = component.getAnnotation(Range.class);
    Length length = component.getAnnotation(Length.class);
    Limit limit = component.getAnnotation(Limit.class);
    if (kind == TypeKind.BOOLEAN || name.equals("java.lang.Boolean")) {
      return new ValueModel.Bool();
    }
    if (name.equals("java.lang.Integer") || name.equals("java.lang.Long")) {
      boolean wide = name.equals("java.lang.Long");
      if (component.getAnnotation(Unsigned.class) != null) {
        return new ValueModel.Unsigned64();
      }
      if (range == null && !wide) {
        throw new ModelException("an int needs a @Range", component);
      }
      return range == null
          ? new ValueModel.Whole(Long.MIN_VALUE, Long.MAX_VALUE, true)
          : new ValueModel.Whole(range.min(), range.max(), wide);
    }
    if (name.equals("java.math.BigInteger")) {
      return new ValueModel.Big(limit(component, limit));
    }
    if (name.equals("java.lang.String") || name.equals(OCTETS)) {
      int min = length == null ? 0 : length.min();
      int max =
          length != null
              ? length.max()
              : list && limit != null ? limit.each() : limit(component, limit);
      return name.equals(OCTETS) ? new ValueModel.Binary(min, max) : new ValueModel.Text(min, max);
    }
    TypeElement declared = asType(type, component);
    if (declared.getKind() == ElementKind.ENUM) {
      int constants = 0;
      for (Element member : declared.getEnclosedElements()) {
        constants += member.getKind() == ElementKind.ENUM_CONSTANT ? 1 : 0;
      }
      return new ValueModel.Enumerated(declared.getQualifiedName().toString(), constants);
    }
    return complex(declared);
  }

  private static int limit(RecordComponentElement component, @Nullable Limit limit) {
    if (limit == null) {
      throw new ModelException("without a bound of the schema there must be a @Limit", component);
    }
    return limit.value();
  }

  /** The record that a complex value names. */
  TypeElement element(String javaType) {
    TypeElement element = elements.getTypeElement(javaType);
    if (element == null) {
      throw new ModelException("there is no type " + javaType);
    }
    return element;
  }

  /** The classes that an annotation's attribute lists. */
  static List<TypeElement> classes(AnnotationMirror mirror, String attribute) {
    List<TypeElement> classes = new ArrayList<>();
    mirror
        .getElementValues()
        .forEach(
            (key, value) -> {
              if (key.getSimpleName().contentEquals(attribute)) {
                for (Object item : (List<?>) value.getValue()) {
                  Object mirrored = ((javax.lang.model.element.AnnotationValue) item).getValue();
                  classes.add((TypeElement) ((DeclaredType) mirrored).asElement());
                }
              }
            });
    return classes;
  }

  private TypeElement asType(TypeMirror type, Element where) {
    if (types.asElement(type) instanceof TypeElement element) {
      return element;
    }
    throw new ModelException(type + " is neither a value of EXI nor a declared type", where);
  }

  private boolean isA(TypeMirror type, Class<?> raw) {
    return types.asElement(type) instanceof TypeElement element
        && element.getQualifiedName().contentEquals(raw.getName());
  }

  private static TypeMirror argument(TypeMirror type) {
    return ((DeclaredType) type).getTypeArguments().getFirst();
  }

  private String boxed(TypeMirror type) {
    return switch (type.getKind()) {
      case BOOLEAN -> "java.lang.Boolean";
      case INT -> "java.lang.Integer";
      case LONG -> "java.lang.Long";
      default ->
          asType(type, elements.getTypeElement("java.lang.Object")).getQualifiedName().toString();
    };
  }

  private static String label(TypeElement record) {
    ExiName name = record.getAnnotation(ExiName.class);
    return name != null ? name.value() : record.getSimpleName().toString();
  }

  private String coderPackage(TypeElement record) {
    return elements.getPackageOf(record).getQualifiedName() + ".coder";
  }

  private String coderName(TypeElement record) {
    String inPackage =
        record
            .getQualifiedName()
            .toString()
            .substring(elements.getPackageOf(record).getQualifiedName().length() + 1);
    return inPackage.replace(".", "") + "Coder";
  }
}
