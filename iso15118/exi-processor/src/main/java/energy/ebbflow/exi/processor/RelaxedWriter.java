package energy.ebbflow.exi.processor;

import java.util.List;

/**
 * Prints the coding of a fragment whose name stands for several types: every attribute and every
 * element of the set may come in it (EXI 1.0, section 8.5.3). Of the records only such with
 * mandatory string attributes and a string are met there, and only those are printed.
 */
final class RelaxedWriter {
  private final SetModel set;
  private final QNameIds ids;

  RelaxedWriter(SetModel set, QNameIds ids) {
    this.set = set;
    this.ids = ids;
  }

  void print(Source source, String method, TypeModel type) {
    int elements = set.fragments().size();
    int attributes = set.attributes().size();
    // Attributes, any attribute, elements, any element, the end, text; and the escape.
    int startWidth = TypeModel.bitsFor(attributes + 1 + elements + 3 + 1);
    int text = attributes + 1 + elements + 2;
    int contentWidth = TypeModel.bitsFor(elements + 3 + 1);
    int end = elements + 1;
    source
        .line("")
        .line(
            "private static void "
                + method
                + "(energy.ebbflow.exi.ExiWriter out, "
                + type.javaType()
                + " v) {");
    for (Particle particle : type.particles()) {
      source.line("out.bits(" + code(particle, type, text) + ", " + startWidth + ");");
      source.line("out.string(v." + particle.accessor() + "());");
    }
    source.line("out.bits(" + end + ", " + contentWidth + ");").line("}").line("");
    source.line(
        "private static " + type.javaType() + " " + method + "(energy.ebbflow.exi.ExiReader in) {");
    StringBuilder arguments = new StringBuilder();
    for (Particle particle : type.particles()) {
      Particle.Alternative only = particle.alternatives().getFirst();
      String field = "\"" + type.label() + "/" + only.name().local() + "\"";
      expect(source, code(particle, type, text), startWidth, only.name().local(), field);
      source.line(
          "String "
              + particle.accessor()
              + " = "
              + ValueWriter.decode(only.value(), ids, only.name(), field, ValueWriter.Form.VALUE)
              + ";");
      arguments.append(arguments.isEmpty() ? "" : ", ").append(particle.accessor());
    }
    expect(source, end, contentWidth, "the end", "\"" + type.label() + "/(end)\"");
    source.line("return new " + type.javaType() + "(" + arguments + ");").line("}");
  }

  private static void expect(Source source, int code, int width, String expected, String field) {
    source
        .line("if (in.event(" + width + ", " + field + ") != " + code + ") {")
        .line("throw in.unexpected(\"" + expected + "\", " + field + ");")
        .line("}");
  }

  private int code(Particle particle, TypeModel type, int text) {
    List<Particle.Alternative> alternatives = particle.alternatives();
    boolean string =
        alternatives.getFirst().value() instanceof ValueModel.Text && particle.min() == 1;
    if (!string) {
      throw new ModelException(
          type.javaType() + " shares its element's name with another type and is not only strings");
    }
    return switch (particle.kind()) {
      case ATTRIBUTE -> set.attributes().indexOf(alternatives.getFirst().name());
      case CONTENT -> text;
      default -> throw new ModelException(type.javaType() + " has elements in a relaxed fragment");
    };
  }
}
