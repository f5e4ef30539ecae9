package energy.ebbflow.exi.processor;

import java.util.List;

/**
 * Prints the encoder of one record. As long as the state is known when the code is generated, event
 * codes are constants; behind an optional part the state is kept in two variables, {@code from}
 * (the state's base) and {@code width} (the bits of its codes).
 */
final class EncoderWriter {
  private final TypeModel type;
  private boolean dynamic;
  private boolean declared;

  EncoderWriter(TypeModel type) {
    this.type = type;
  }

  void print(Source source) {
    source
        .line("/** Writes the content of the element, its end included. */")
        .line(
            "public static void encode(energy.ebbflow.exi.ExiWriter out, "
                + type.javaType()
                + " v) {");
    if (CoderWriter.delegates(type)) {
      Particle only = type.particles().getFirst();
      ValueWriter.encodeContent(
          source, only.alternatives().getFirst().value(), "v." + only.accessor() + "()");
    } else {
      List<Particle> particles = type.particles();
      for (int i = 0; i < particles.size(); i++) {
        particle(source, i, particles.get(i));
      }
      int end = particles.size();
      source.line("out.bits(" + code(end, type.end()) + ", " + width(end) + ");");
    }
    source.line("}");
  }

  private void particle(Source source, int index, Particle particle) {
    String value = "v." + particle.accessor() + "()";
    if (particle.list()) {
      list(source, index, particle, value);
    } else if (particle.optional()) {
      declare(source, index);
      source.line("if (" + value + ".isPresent()) {");
      occurrence(source, index, particle, value + ".get()");
      move(source, index + 1);
      source.line("}");
      dynamic = true;
    } else {
      occurrence(source, index, particle, value);
      dynamic = false;
    }
  }

  private void list(Source source, int index, Particle particle, String value) {
    declare(source, index);
    String list = particle.accessor();
    source
        .line("java.util.List<" + particle.javaType() + "> " + list + " = " + value + ";")
        .line("for (int i = 0, n = " + list + ".size(); i < n; i++) {");
    dynamic = true;
    occurrence(source, index, particle, list + ".get(i)");
    if (particle.min() > 1) {
      source
          .line("if (i + 1 < " + particle.min() + ") {")
          .line("from = " + type.base(index) + ";")
          .line("width = " + type.againWidth(index) + ";")
          .line("continue;")
          .line("}");
    }
    if (particle.max() == Integer.MAX_VALUE) {
      repeat(source, index);
    } else {
      source.line("if (i + 1 == " + particle.max() + ") {");
      move(source, index + 1);
      source.line("} else {");
      repeat(source, index);
      source.line("}");
    }
    source.line("}");
  }

  private void repeat(Source source, int index) {
    source
        .line("from = " + type.base(index) + ";")
        .line("width = " + type.repeatWidth(index) + ";");
  }

  private void declare(Source source, int index) {
    if (!declared) {
      source
          .line("int from = " + type.base(index) + ";")
          .line("int width = " + type.width(index) + ";");
      declared = true;
    } else if (!dynamic) {
      move(source, index);
    }
  }

  private void move(Source source, int index) {
    source.line("from = " + type.base(index) + ";").line("width = " + type.width(index) + ";");
  }

  private void occurrence(Source source, int index, Particle particle, String value) {
    String width = width(index);
    int base = type.base(index);
    switch (particle.kind()) {
      case ELEMENT ->
          ValueWriter.encodeElement(
              source, code(index, base), width, particle.alternatives().getFirst().value(), value);
      case ATTRIBUTE, CONTENT -> {
        if (particle.kind() == Particle.Kind.CONTENT) {
          empty(source, index, particle.alternatives().getFirst().value(), value);
        }
        source.line("out.bits(" + code(index, base) + ", " + width + ");");
        ValueWriter.encodeValue(source, particle.alternatives().getFirst().value(), value);
      }
      case CHOICE -> choice(source, index, particle, value);
      case GROUP -> {
        String group = particle.accessor();
        source.line(particle.javaType() + " " + group + " = " + value + ";");
        String code = code(index, base);
        for (Particle.Member member : particle.group()) {
          ValueWriter.encodeElement(
              source, code, width, member.value(), group + "." + member.accessor() + "()");
          code = "0";
          width = "1";
        }
      }
    }
  }

  /** An empty value has no characters: the element ends, by an event of the second level. */
  private void empty(Source source, int index, ValueModel model, String value) {
    String test =
        switch (model) {
          case ValueModel.Text ignored -> value + ".isEmpty()";
          case ValueModel.Binary ignored -> value + ".length() == 0";
          default -> "";
        };
    if (!test.isEmpty()) {
      source
          .line("if (" + test + ") {")
          .line(
              "out.bits(("
                  + code(index, type.base(index) + 1)
                  + ") << 3, "
                  + width(index)
                  + " + 3);")
          .line("return;")
          .line("}");
    }
  }

  private void choice(Source source, int index, Particle particle, String value) {
    int base = type.base(index);
    String chosen = "the" + index;
    source.line(particle.javaType() + " " + chosen + " = " + value + ";");
    List<Particle.Alternative> alternatives = particle.alternatives();
    String word = "if";
    for (int i = 0; i < alternatives.size(); i++) {
      Particle.Alternative alternative = alternatives.get(i);
      if (alternative.used()) {
        String one = "one" + index + "_" + i;
        source.line(
            word
                + " ("
                + chosen
                + " instanceof "
                + alternative.value().javaType()
                + " "
                + one
                + ") {");
        ValueWriter.encodeElement(
            source, code(index, base + i), width(index), alternative.value(), one);
        word = "} else if";
      }
    }
    source.line("}");
  }

  private String code(int index, int production) {
    return dynamic ? production + " - from" : Integer.toString(production - type.base(index));
  }

  private String width(int index) {
    return dynamic ? "width" : Integer.toString(type.width(index));
  }
}
