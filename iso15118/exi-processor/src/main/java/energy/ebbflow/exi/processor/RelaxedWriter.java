package energy.ebbflow.exi.processor;

import java.util.ArrayList;
import java.util.List;

/**
 * Prints the coding of a fragment whose name stands for several types: every attribute and every
 * element of the set may come in it, and its text has no type (EXI 1.0, section 8.5.3). Met there
 * are only a record with mandatory string attributes and a string, and a string alone; the
 * attributes that come tell them apart. Only those are printed.
 */
final class RelaxedWriter {
  private static final String EXI = "energy.ebbflow.exi.";

  private final SetModel set;
  private final QNameIds ids;

  RelaxedWriter(SetModel set, QNameIds ids) {
    this.set = set;
    this.ids = ids;
  }

  void print(Source source, String method, SetModel.Root root) {
    int elements = set.fragments().size();
    int attributes = set.attributes().size();
    // Attributes, any attribute, elements, any element, the end, text; and the escape.
    int startWidth = TypeModel.bitsFor(attributes + 1 + elements + 3 + 1);
    int text = attributes + 1 + elements + 2;
    int contentWidth = TypeModel.bitsFor(elements + 3 + 1);
    int end = elements + 1;
    root.type()
        .ifPresent(type -> encode(source, method, type, text, startWidth, end, contentWidth));
    root.simple()
        .ifPresent(
            simple -> {
              text(simple.value(), root);
              source
                  .line("")
                  .line("private static void " + method + "(" + EXI + "ExiWriter out, String v) {")
                  .line("out.bits(" + text + ", " + startWidth + ");")
                  .line("out.string(v);")
                  .line("out.bits(" + end + ", " + contentWidth + ");")
                  .line("}");
            });
    String label = "\"" + root.name().local() + "/(end)\"";
    source.line("").line("private static Object " + method + "(" + EXI + "ExiReader in) {");
    source.line("Object content = " + method + "Content(in);");
    expect(source, end, contentWidth, "the end", label);
    source.line("return content;").line("}").line("");
    source.line("private static Object " + method + "Content(" + EXI + "ExiReader in) {");
    decode(source, root, text, startWidth);
    source.line("}");
  }

  private void encode(
      Source source,
      String method,
      TypeModel type,
      int text,
      int startWidth,
      int end,
      int contentWidth) {
    source
        .line("")
        .line(
            "private static void "
                + method
                + "("
                + EXI
                + "ExiWriter out, "
                + type.javaType()
                + " v) {");
    for (Particle particle : type.particles()) {
      source.line("out.bits(" + code(particle, type, text) + ", " + startWidth + ");");
      source.line("out.string(v." + particle.accessor() + "());");
    }
    source.line("out.bits(" + end + ", " + contentWidth + ");").line("}");
  }

  private void decode(Source source, SetModel.Root root, int text, int startWidth) {
    String name = "\"" + root.name().local() + "\"";
    source.line("int next = in.event(" + startWidth + ", " + name + ");");
    root.simple()
        .ifPresent(
            simple ->
                source
                    .line("if (next == " + text + ") {")
                    .line(
                        "return "
                            + ValueWriter.decode(
                                simple.value(), ids, root.name(), name, ValueWriter.Form.VALUE)
                            + ";")
                    .line("}"));
    if (root.type().isEmpty()) {
      source.line("throw in.unexpected(\"text\", " + name + ");");
      return;
    }
    TypeModel type = root.type().get();
    List<String> arguments = new ArrayList<>();
    for (Particle particle : type.particles()) {
      Particle.Alternative only = particle.alternatives().getFirst();
      String field = "\"" + type.label() + "/" + only.name().local() + "\"";
      if (!arguments.isEmpty()) {
        source.line("next = in.event(" + startWidth + ", " + field + ");");
      }
      source
          .line("if (next != " + code(particle, type, text) + ") {")
          .line("throw in.unexpected(\"" + only.name().local() + "\", " + field + ");")
          .line("}")
          .line(
              "String "
                  + particle.accessor()
                  + " = "
                  + ValueWriter.decode(
                      only.value(), ids, only.name(), field, ValueWriter.Form.VALUE)
                  + ";");
      arguments.add(particle.accessor());
    }
    source.line("return new " + type.javaType() + "(" + String.join(", ", arguments) + ");");
  }

  private static void expect(Source source, int code, int width, String expected, String field) {
    source
        .line("if (in.event(" + width + ", " + field + ") != " + code + ") {")
        .line("throw in.unexpected(\"" + expected + "\", " + field + ");")
        .line("}");
  }

  private int code(Particle particle, TypeModel type, int text) {
    Particle.Alternative only = particle.alternatives().getFirst();
    if (particle.min() != 1) {
      throw new ModelException(type.javaType() + " has optional parts in a relaxed fragment");
    }
    return switch (particle.kind()) {
      case ATTRIBUTE -> {
        string(only.value(), type.javaType());
        yield set.attributes().indexOf(only.name());
      }
      case CONTENT -> {
        string(only.value(), type.javaType());
        yield text;
      }
      default -> throw new ModelException(type.javaType() + " has elements in a relaxed fragment");
    };
  }

  /** An empty text would end the element instead; none of the types permits it. */
  private static void text(ValueModel value, SetModel.Root root) {
    if (!(value instanceof ValueModel.Text text && text.min() > 0)) {
      throw new ModelException(root.name() + " is no non-empty string in a relaxed fragment");
    }
  }

  private static void string(ValueModel value, String where) {
    if (!(value instanceof ValueModel.Text)) {
      throw new ModelException(
          where + " shares its element's name with another type and is not only strings");
    }
  }
}
