package energy.ebbflow.exi.processor;

import java.util.List;
import java.util.TreeSet;

/** Prints the coder of one record. */
final class CoderWriter {
  private final TypeModel type;
  private final EncoderWriter encoder;
  private final DecoderWriter decoder;

  CoderWriter(TypeModel type, QNameIds ids) {
    this.type = type;
    this.encoder = new EncoderWriter(type);
    this.decoder = new DecoderWriter(type, ids);
  }

  String print() {
    Source source = new Source();
    source
        .line("package " + type.packageName() + ";")
        .line("")
        .line("/** Codes {@link " + type.javaType() + "}; generated from its annotations. */")
        .line("public final class " + type.coderName() + " {");
    for (String constants : constants()) {
      source.line(constants);
    }
    source.line("private " + type.coderName() + "() {}").line("");
    encoder.print(source);
    source.line("");
    decoder.print(source);
    source.line("}");
    return source.toString();
  }

  private TreeSet<String> constants() {
    TreeSet<String> lines = new TreeSet<>();
    for (Particle particle : type.particles()) {
      for (Particle.Alternative alternative : particle.alternatives()) {
        constants(alternative.value(), lines);
      }
      for (Particle.Member member : particle.group()) {
        constants(member.value(), lines);
      }
    }
    return lines;
  }

  private static void constants(ValueModel value, TreeSet<String> lines) {
    if (value instanceof ValueModel.Enumerated enumerated) {
      lines.add(
          "private static final "
              + enumerated.javaType()
              + "[] "
              + ValueWriter.constants(enumerated)
              + " = "
              + enumerated.javaType()
              + ".values();");
    }
  }

  /** Whether a record is nothing but a value, or another type, under a name of its own. */
  static boolean delegates(TypeModel type) {
    List<Particle> particles = type.particles();
    return particles.size() == 1 && particles.getFirst().kind() == Particle.Kind.CONTENT;
  }
}
