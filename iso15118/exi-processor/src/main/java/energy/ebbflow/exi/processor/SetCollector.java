package energy.ebbflow.exi.processor;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects the names of a set: every element and attribute that its roots lead to. */
final class SetCollector {
  private final ModelReader reader;
  private final TreeMap<QName, SetModel.Root> elements = new TreeMap<>();
  private final TreeSet<QName> attributes = new TreeSet<>();
  private final Set<String> seen = new HashSet<>();

  SetCollector(ModelReader reader) {
    this.reader = reader;
  }

  TreeMap<QName, SetModel.Root> elements() {
    return elements;
  }

  TreeSet<QName> attributes() {
    return attributes;
  }

  /** A root and all that it leads to. */
  void root(SetModel.Root root) {
    elements.put(root.name(), root);
    root.type().ifPresent(this::type);
  }

  private void type(TypeModel type) {
    if (!seen.add(type.javaType())) {
      return;
    }
    for (Particle particle : type.particles()) {
      for (Particle.Alternative alternative : particle.alternatives()) {
        switch (particle.kind()) {
          case ATTRIBUTE -> attributes.add(alternative.name());
          case CONTENT -> content(alternative.value());
          default -> element(alternative.name(), alternative.value(), alternative.used());
        }
      }
      for (Particle.Member member : particle.group()) {
        element(member.name(), member.value(), true);
      }
    }
  }

  private void content(ValueModel value) {
    if (value instanceof ValueModel.Complex complex) {
      type(reader.type(reader.element(complex.javaType())));
    }
  }

  private void element(QName name, ValueModel value, boolean used) {
    Optional<TypeModel> type =
        value instanceof ValueModel.Complex complex
            ? Optional.of(reader.type(reader.element(complex.javaType())))
            : Optional.empty();
    SetModel.Root known = elements.get(name);
    if (known == null) {
      elements.put(name, new SetModel.Root(name, type, false));
    } else if (used && !shape(known.type()).equals(shape(type))) {
      // Two types under one name: as a fragment the element has the relaxed grammar.
      elements.put(name, new SetModel.Root(name, known.type().or(() -> type), true));
    }
    type.ifPresent(this::type);
  }

  /** The record, unless it is only a wrapper of a simple value: that is as good as the value. */
  private static String shape(Optional<TypeModel> type) {
    return type.filter(model -> !CoderWriter.delegates(model)).map(TypeModel::javaType).orElse("");
  }
}
