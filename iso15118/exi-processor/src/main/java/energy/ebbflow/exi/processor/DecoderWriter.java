package energy.ebbflow.exi.processor;

import java.util.List;

/**
 * Prints the decoder of one record. {@code next} is the absolute number of the production that
 * comes next; it is read ahead wherever more than one may come.
 */
final class DecoderWriter {
  private final TypeModel type;
  private final QNameIds ids;
  private boolean ahead;
  private boolean declared;
  private ValueWriter.Form form = ValueWriter.Form.CONTENT;

  DecoderWriter(TypeModel type, QNameIds ids) {
    this.type = type;
    this.ids = ids;
  }

  void print(Source source) {
    source
        .line("/** Reads the content of the element, its end included. */")
        .line("public static " + type.javaType() + " decode(energy.ebbflow.exi.ExiReader in) {");
    List<Particle> particles = type.particles();
    if (CoderWriter.delegates(type)) {
      Particle.Alternative only = particles.getFirst().alternatives().getFirst();
      source.line(
          "return new "
              + type.javaType()
              + "("
              + ValueWriter.decode(
                  only.value(),
                  ids,
                  only.name(),
                  field(particles.getFirst()),
                  ValueWriter.Form.CONTENT)
              + ");");
      source.line("}");
      return;
    }
    for (int i = 0; i < particles.size(); i++) {
      particle(source, i, particles.get(i));
    }
    end(source, particles.size());
    StringBuilder arguments = new StringBuilder();
    for (Particle particle : particles) {
      arguments.append(arguments.isEmpty() ? "" : ", ").append(particle.accessor());
    }
    source.line("return new " + type.javaType() + "(" + arguments + ");").line("}");
  }

  private void particle(Source source, int index, Particle particle) {
    if (particle.list()) {
      list(source, index, particle);
    } else if (particle.optional()) {
      String optional = "java.util.Optional<" + particle.javaType() + ">";
      source.line(optional + " " + particle.accessor() + " = java.util.Optional.empty();");
      look(source, index);
      source.line("if (" + here(index, particle) + ") {");
      occurrence(source, index, particle, particle.accessor() + " = java.util.Optional.of(", ")");
      read(source, index + 1);
      source.line("}");
    } else {
      if (particle.kind() == Particle.Kind.CONTENT) {
        empty(source, index, particle);
      }
      if (!ahead && sole(index, particle)) {
        boolean joined =
            particle.kind() == Particle.Kind.ELEMENT
                && ValueWriter.joins(particle.alternatives().getFirst().value());
        if (joined) {
          form = ValueWriter.Form.SOLE_ELEMENT;
        } else {
          source.line("in.expect(" + field(particle) + ");");
        }
      } else {
        look(source, index);
        source
            .line("if (" + notHere(index, particle) + ") {")
            .line("throw in.unexpected(\"" + expected(particle) + "\", " + field(particle) + ");")
            .line("}");
      }
      if (particle.kind() == Particle.Kind.CHOICE) {
        source.line(particle.javaType() + " " + particle.accessor() + ";");
        occurrence(source, index, particle, particle.accessor() + " = ", "");
      } else {
        occurrence(
            source,
            index,
            particle,
            primitive(particle.javaType()) + " " + particle.accessor() + " = ",
            "");
      }
      ahead = false;
      form = ValueWriter.Form.CONTENT;
    }
  }

  /**
   * An empty value may have no characters: then the element ends, by an event of the second level.
   */
  private void empty(Source source, int index, Particle particle) {
    ValueModel value = particle.alternatives().getFirst().value();
    int min;
    int max;
    String none;
    switch (value) {
      case ValueModel.Text text -> {
        min = text.min();
        max = text.max();
        none = "\"\"";
      }
      case ValueModel.Binary binary -> {
        min = binary.min();
        max = binary.max();
        none = "energy.ebbflow.exi.Octets.of()";
      }
      default -> {
        return;
      }
    }
    look(source, index);
    StringBuilder arguments = new StringBuilder();
    for (int i = 0; i < index; i++) {
      arguments.append(type.particles().get(i).accessor()).append(", ");
    }
    source
        .line("if (next == " + (type.base(index) + 1) + ") {")
        .line(
            "in.empty("
                + min
                + ", "
                + max
                + ", "
                + type.width(index)
                + ", "
                + field(particle)
                + ");")
        .line("return new " + type.javaType() + "(" + arguments + none + ");")
        .line("}");
  }

  private void list(Source source, int index, Particle particle) {
    String list = particle.accessor();
    source.line(
        "java.util.List<" + particle.javaType() + "> " + list + " = new java.util.ArrayList<>();");
    look(source, index);
    source.line("while (" + here(index, particle) + ") {");
    if (particle.max() == Integer.MAX_VALUE) {
      source
          .line("if (" + list + ".size() == " + particle.limit() + ") {")
          .line("throw in.tooMany(" + particle.limit() + ", " + field(particle) + ");")
          .line("}");
    }
    occurrence(source, index, particle, list + ".add(", ")");
    int base = type.base(index);
    String word = "if";
    if (particle.min() > 1) {
      source.line("if (" + list + ".size() < " + particle.min() + ") {");
      source.line(event(base, type.againWidth(index)));
      word = "} else if";
    }
    if (particle.max() == Integer.MAX_VALUE) {
      source.line(event(base, type.repeatWidth(index)));
    } else {
      source.line(word + " (" + list + ".size() == " + particle.max() + ") {");
      read(source, index + 1);
      source.line("} else {").line(event(base, type.repeatWidth(index))).line("}");
    }
    source.line("}");
    if (particle.min() > 0) {
      source
          .line("if (" + list + ".size() < " + particle.min() + ") {")
          .line("throw in.unexpected(\"" + expected(particle) + "\", " + field(particle) + ");")
          .line("}");
    }
    ahead = true;
  }

  private void occurrence(
      Source source, int index, Particle particle, String before, String after) {
    Particle.Alternative first = particle.alternatives().getFirst();
    String field = field(particle);
    switch (particle.kind()) {
      case ELEMENT ->
          source.line(
              before
                  + ValueWriter.decode(first.value(), ids, first.name(), field, form)
                  + after
                  + ";");
      case ATTRIBUTE, CONTENT ->
          source.line(
              before
                  + ValueWriter.decode(
                      first.value(), ids, first.name(), field, ValueWriter.Form.VALUE)
                  + after
                  + ";");
      case GROUP -> group(source, index, particle, before, after);
      case CHOICE -> {
        int base = type.base(index);
        source.line("switch (next" + (base == 0 ? "" : " - " + base) + ") {");
        List<Particle.Alternative> alternatives = particle.alternatives();
        for (int i = 0; i < alternatives.size(); i++) {
          Particle.Alternative alternative = alternatives.get(i);
          if (alternative.used()) {
            source
                .indent("case " + i + ":")
                .line(
                    before
                        + ValueWriter.decode(
                            alternative.value(),
                            ids,
                            alternative.name(),
                            field,
                            ValueWriter.Form.CONTENT)
                        + after
                        + ";")
                .line("break;")
                .outdent();
          }
        }
        source
            .indent("default:")
            .line("throw in.unexpected(\"" + expected(particle) + "\", " + field + ");")
            .outdent()
            .line("}");
      }
    }
  }

  private void group(Source source, int index, Particle particle, String before, String after) {
    StringBuilder arguments = new StringBuilder();
    int place = 0;
    for (Particle.Member member : particle.group()) {
      String field = "\"" + type.label() + "/" + member.name().local() + "\"";
      if (place > 0) {
        source.line("in.expect(" + field + ");");
      }
      String local = "member" + index + "_" + place++;
      source.line(
          primitive(member.value().javaType())
              + " "
              + local
              + " = "
              + ValueWriter.decode(
                  member.value(), ids, member.name(), field, ValueWriter.Form.CONTENT)
              + ";");
      arguments.append(arguments.isEmpty() ? "" : ", ").append(local);
    }
    source.line(before + "new " + particle.javaType() + "(" + arguments + ")" + after + ";");
  }

  private void end(Source source, int index) {
    String field = "\"" + type.label() + "/(end)\"";
    int end = type.end();
    if (!ahead && type.width(index) == 1) {
      source.line("in.expect(" + field + ");");
      return;
    }
    look(source, index);
    if (type.nonEmpty()) {
      // In the first state the end has no code; what looks like it stands for nothing.
      StringBuilder absent = new StringBuilder();
      for (Particle particle : type.particles()) {
        absent
            .append(absent.isEmpty() ? "" : " && ")
            .append(particle.accessor())
            .append(".isEmpty()");
      }
      source
          .line("if (" + absent + ") {")
          .line("throw in.unexpected(\"an element of " + type.label() + "\", " + field + ");")
          .line("}");
    }
    source
        .line("if (next != " + end + ") {")
        .line("throw in.unexpected(\"the end of " + type.label() + "\", " + field + ");")
        .line("}");
  }

  private boolean sole(int index, Particle particle) {
    return particle.productions() == 1 && type.width(index) == 1;
  }

  private void look(Source source, int index) {
    if (!ahead) {
      read(source, index);
    }
    ahead = true;
  }

  private void read(Source source, int index) {
    String event = event(type.base(index), type.width(index));
    source.line(declared ? event : "int " + event);
    declared = true;
  }

  private String event(int base, int width) {
    return "next = "
        + (base == 0 ? "" : base + " + ")
        + "in.event("
        + width
        + ", \""
        + type.label()
        + "\");";
  }

  private String here(int index, Particle particle) {
    int base = type.base(index);
    return particle.productions() == 1
        ? "next == " + base
        : "next < " + (base + particle.productions());
  }

  private String notHere(int index, Particle particle) {
    int base = type.base(index);
    return particle.productions() == 1
        ? "next != " + base
        : "next >= " + (base + particle.productions());
  }

  private String field(Particle particle) {
    return "\"" + type.label() + "/" + particle.alternatives().getFirst().name().local() + "\"";
  }

  private static String expected(Particle particle) {
    StringBuilder names = new StringBuilder();
    for (Particle.Alternative alternative : particle.alternatives()) {
      if (alternative.used()) {
        names.append(names.isEmpty() ? "" : " or ").append(alternative.name().local());
      }
    }
    return names.toString();
  }

  private static String primitive(String type) {
    return switch (type) {
      case "java.lang.Boolean", "Boolean" -> "boolean";
      case "java.lang.Integer", "Integer" -> "int";
      case "java.lang.Long", "Long" -> "long";
      default -> type;
    };
  }
}
