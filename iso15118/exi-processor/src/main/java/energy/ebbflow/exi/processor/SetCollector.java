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

  /** An element that no root of this set leads to: as the records of other sets declare it. */
  void lost(QName name) {
    if (elements.containsKey(name)) {
      return;
    }
    for (TypeModel owner : reader.types()) {
      for (Particle particle : owner.particles()) {
        Particle.Alternative first = particle.alternatives().getFirst();
        if (particle.kind() == Particle.Kind.ELEMENT && first.name().equals(name)) {
          element(name, first.value(), true, owner.javaType(), particle.accessor());
          return;
        }
      }
    }
    throw new ModelException("no record declares the element " + name);
  }

  private void type(TypeModel type) {
    if (!seen.add(type.javaType())) {
      return;
    }
    String owner = type.javaType();
    for (Particle particle : type.particles()) {
      for (Particle.Alternative alternative : particle.alternatives()) {
        switch (particle.kind()) {
          case ATTRIBUTE -> attributes.add(alternative.name());
          case CONTENT -> content(alternative.value());
          case GROUP -> {}
          default ->
              element(
                  alternative.name(),
                  alternative.value(),
                  alternative.used(),
                  owner,
                  particle.accessor());
        }
      }
      for (Particle.Member member : particle.group()) {
        element(member.name(), member.value(), true, particle.javaType(), member.accessor());
      }
    }
  }

  private void content(ValueModel value) {
    if (value instanceof ValueModel.Complex complex) {
      type(reader.type(reader.element(complex.javaType())));
    }
  }

  private void element(QName name, ValueModel value, boolean used, String owner, String component) {
    Optional<TypeModel> type = Optional.empty();
    Optional<SetModel.Simple> simple = Optional.empty();
    if (value instanceof ValueModel.Complex complex) {
      type = Optional.of(reader.type(reader.element(complex.javaType())));
    } else if (used) {
      simple = Optional.of(new SetModel.Simple(value, owner, component));
    }
    SetModel.Root known = elements.get(name);
    if (known == null) {
      elements.put(name, new SetModel.Root(name, type, simple, false));
    } else if (used) {
      elements.put(name, both(known, new SetModel.Root(name, type, simple, false)));
    }
    type.ifPresent(this::type);
  }

  /** The same name once more. */
  private static SetModel.Root both(SetModel.Root known, SetModel.Root more) {
    Optional<TypeModel> type = known.type().or(more::type);
    Optional<SetModel.Simple> simple = known.simple().or(more::simple);
    if (!shape(known.type()).equals(shape(more.type()))) {
      // Two types under one name: as a fragment the element has the relaxed grammar.
      return new SetModel.Root(known.name(), type, simple, true);
    }
    if (known.simple().isPresent()
        && more.simple().isPresent()
        && !known.simple().get().value().equals(more.simple().get().value())) {
      throw new ModelException(
          known.name() + " is " + known.simple().get() + " and " + more.simple().get());
    }
    // A record that only wraps the value speaks for it.
    return new SetModel.Root(
        known.name(),
        type,
        type.isPresent() && !known.relaxed() ? Optional.empty() : simple,
        known.relaxed());
  }

  /** The record, unless it is only a wrapper of a simple value: that is as good as the value. */
  private static String shape(Optional<TypeModel> type) {
    return type.filter(model -> !CoderWriter.delegates(model)).map(TypeModel::javaType).orElse("");
  }
}
