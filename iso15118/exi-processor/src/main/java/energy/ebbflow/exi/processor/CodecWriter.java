package energy.ebbflow.exi.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Prints the codec of a set: its document grammar, and beside it its fragment grammar. */
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
        .line("}");
  }

  /** The class with the fragment grammar, which is only loaded when a fragment is coded. */
  String printFragments() {
    List<Map.Entry<QName, SetModel.Root>> all = new ArrayList<>(set.fragments().entrySet());
    // Two more codes: an element that the schemas do not know, and the end.
    int width = TypeModel.bitsFor(all.size() + 2);
    int end = all.size() + 1;
    Source source = new Source();
    source
        .line("package " + set.packageName() + ";")
        .line("")
        .line("/** The fragments of the set {@code " + set.label() + "}; generated. */")
        .line("final class " + set.codecName() + "Fragments {")
        .line("private static final String[] NAMES = {");
    for (Map.Entry<QName, SetModel.Root> entry : all) {
      source.line("  \"" + entry.getKey().local() + "\",");
    }
    source.line("};").line("private static final String[] NAMESPACES = {");
    for (Map.Entry<QName, SetModel.Root> entry : all) {
      source.line("  \"" + entry.getKey().namespace() + "\",");
    }
    source.line("};").line("").line("private " + set.codecName() + "Fragments() {}").line("");
    encodeFragment(source, all, width, end);
    decodeFragment(source, all, width, end);
    source.line("}");
    return source.toString();
  }

  private void encodeFragment(
      Source source, List<Map.Entry<QName, SetModel.Root>> all, int width, int end) {
    source
        .line(
            "static int encode("
                + EXI
                + "ExiWriter out, String set, String namespace, String name, Object content, byte[]"
                + " buffer, int offset) {")
        .line("int code = 0;")
        .line(
            "while (code < NAMES.length && !(NAMES[code].equals(name) &&"
                + " NAMESPACES[code].equals(namespace))) {")
        .line("code++;")
        .line("}")
        .line("out.start(buffer, offset, name);")
        .line("out.bits(code, " + width + ");")
        .line("switch (code) {");
    for (int i = 0; i < all.size(); i++) {
      int code = i;
      all.get(i)
          .getValue()
          .type()
          .ifPresent(
              type ->
                  source
                      .indent("case " + code + ":")
                      .line("if (!(content instanceof " + type.javaType() + " of" + code + ")) {")
                      .line(
                          "throw "
                              + EXI
                              + "ExiWriter.foreign(set, content, \""
                              + type.javaType()
                              + "\");")
                      .line("}")
                      .line(type.coder() + ".encode(out, of" + code + ");")
                      .line("break;")
                      .outdent());
    }
    source
        .indent("default:")
        .line(
            "throw "
                + EXI
                + "ExiWriter.foreign(set, content, \"an element of this set with a record, not {\""
                + " + namespace + \"}\" + name);")
        .outdent()
        .line("}")
        .line("out.bits(" + end + ", " + width + ");")
        .line("return out.finish();")
        .line("}")
        .line("");
  }

  private void decodeFragment(
      Source source, List<Map.Entry<QName, SetModel.Root>> all, int width, int end) {
    source
        .line("static " + EXI + "ExiFragment decode(" + EXI + "ExiReader in) {")
        .line("int code = in.event(" + width + ", \"(root)\");")
        .line("if (code < NAMES.length) {")
        .line("in.root(NAMES[code]);")
        .line("}")
        .line("Object content;")
        .line("switch (code) {");
    for (int i = 0; i < all.size(); i++) {
      int code = i;
      all.get(i)
          .getValue()
          .type()
          .ifPresent(
              type ->
                  source
                      .indent("case " + code + ":")
                      .line("content = " + type.coder() + ".decode(in);")
                      .line("break;")
                      .outdent());
    }
    source
        .indent("default:")
        .line("throw in.unexpected(\"an element with a record\", \"(root)\");")
        .outdent()
        .line("}")
        .line("if (in.event(" + width + ", \"(end)\") != " + end + ") {")
        .line("throw in.unexpected(\"the end of the fragment\", \"(end)\");")
        .line("}")
        .line("return new " + EXI + "ExiFragment(NAMESPACES[code], NAMES[code], content);")
        .line("}");
  }
}
