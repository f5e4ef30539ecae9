package energy.ebbflow.exi.processor;

import java.util.List;

/** Prints the codec of a set, with its document grammar. */
final class CodecWriter {
  private static final String EXI = "energy.ebbflow.exi.";

  private final SetModel set;

  CodecWriter(SetModel set) {
    this.set = set;
  }

  /** The class that implements {@code ExiCodec}. */
  String printCodec() {
    List<SetModel.Root> roots = set.roots();
    // One more code: an element that the schemas do not know.
    int width = TypeModel.bitsFor(roots.size() + 1);
    Source source = new Source();
    source
        .line("package " + set.packageName() + ";")
        .line("")
        .line("/** The codec of the set {@code " + set.label() + "}; generated. */")
        .line(
            "public final class "
                + set.codecName()
                + " implements "
                + EXI
                + "ExiCodec<"
                + set.messageType()
                + "> {")
        .line("private static final String SET = \"" + set.label() + "\";")
        .line("private static final String[] NAMES = {");
    names(source, roots);
    source
        .line("};")
        .line("private final " + EXI + "ExiWriter out = new " + EXI + "ExiWriter();")
        .line("private final " + EXI + "ExiReader in = new " + EXI + "ExiReader();")
        .line("");
    encode(source, roots, width);
    decode(source, roots, width);
    rootCode(source, roots);
    fragments(source);
    source.line("}");
    return source.toString();
  }

  private static void names(Source source, List<SetModel.Root> roots) {
    for (SetModel.Root root : roots) {
      source.line("  \"" + root.name().local() + "\",");
    }
  }

  private void encode(Source source, List<SetModel.Root> roots, int width) {
    source
        .line("@Override")
        .line("public int encode(" + set.messageType() + " message, byte[] buffer, int offset) {")
        .line("int code = rootCode(message);")
        .line("try {")
        .line("out.start(buffer, offset, NAMES[code]);")
        .line("out.bits(code, " + width + ");")
        .line("switch (code) {");
    for (int i = 0; i < roots.size(); i++) {
      int code = i;
      roots
          .get(i)
          .type()
          .ifPresent(
              type ->
                  source
                      .indent("case " + code + ":")
                      .line(type.coder() + ".encode(out, (" + type.javaType() + ") message);")
                      .line("break;")
                      .outdent());
    }
    source
        .indent("default:")
        .line("throw " + EXI + "ExiWriter.foreign(SET, message, \"a root of this set\");")
        .outdent()
        .line("}")
        .line("return out.finish();")
        .line("} finally {")
        .line("out.release();")
        .line("}")
        .line("}")
        .line("");
  }

  private void decode(Source source, List<SetModel.Root> roots, int width) {
    source
        .line("@Override")
        .line("public " + set.messageType() + " decode(byte[] buffer, int offset, int length) {")
        .line("try {")
        .line("in.start(buffer, offset, length, SET);")
        .line("int code = in.event(" + width + ", \"(root)\");")
        .line("if (code < NAMES.length) {")
        .line("in.root(NAMES[code]);")
        .line("}")
        .line("switch (code) {");
    for (int i = 0; i < roots.size(); i++) {
      int code = i;
      roots
          .get(i)
          .type()
          .ifPresent(
              type ->
                  source
                      .indent("case " + code + ":")
                      .line("return " + type.coder() + ".decode(in);")
                      .outdent());
    }
    source
        .indent("default:")
        .line("throw in.unexpected(\"a root element of \" + SET, \"(root)\");")
        .outdent()
        .line("}")
        .line("} finally {")
        .line("in.release();")
        .line("}")
        .line("}")
        .line("");
  }

  private void rootCode(Source source, List<SetModel.Root> roots) {
    source
        .line("@Override")
        .line("public String rootName(" + set.messageType() + " message) {")
        .line("return NAMES[rootCode(message)];")
        .line("}")
        .line("")
        .line("private static int rootCode(" + set.messageType() + " message) {")
        // By name, so that asking does not load the classes of all the other messages.
        .line("switch (message.getClass().getName()) {");
    for (int i = 0; i < roots.size(); i++) {
      int code = i;
      roots
          .get(i)
          .type()
          .ifPresent(
              type ->
                  source
                      .indent("case \"" + type.javaType() + "\":")
                      .line("return " + code + ";")
                      .outdent());
    }
    source
        .indent("default:")
        .line("throw " + EXI + "ExiWriter.foreign(SET, message, \"a root of this set\");")
        .outdent()
        .line("}")
        .line("}")
        .line("");
  }

  private void fragments(Source source) {
    String helper = set.codecName() + "Fragments";
    source
        .line("@Override")
        .line(
            "public int encodeFragment(String namespace, String name, Object content, byte[] buffer,"
                + " int offset) {")
        .line("try {")
        .line("return " + helper + ".encode(out, SET, namespace, name, content, buffer, offset);")
        .line("} finally {")
        .line("out.release();")
        .line("}")
        .line("}")
        .line("")
        .line("@Override")
        .line(
            "public " + EXI + "ExiFragment decodeFragment(byte[] buffer, int offset, int length) {")
        .line("try {")
        .line("in.start(buffer, offset, length, SET);")
        .line("return " + helper + ".decode(in);")
        .line("} finally {")
        .line("in.release();")
        .line("}")
        .line("}")
        .line("")
        .line("@Override")
        .line("public java.util.List<" + EXI + "ExiRoot> documents() {")
        .line("return " + helper + ".documents();")
        .line("}")
        .line("")
        .line("@Override")
        .line("public java.util.List<" + EXI + "ExiRoot> fragments() {")
        .line("return " + helper + ".fragments();")
        .line("}");
  }
}
