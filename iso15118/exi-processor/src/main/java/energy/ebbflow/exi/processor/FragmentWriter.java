package energy.ebbflow.exi.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Prints the fragment grammar of a set. */
final class FragmentWriter {
  private static final String EXI = "energy.ebbflow.exi.";

  private final SetModel set;
  private final QNameIds ids;

  FragmentWriter(SetModel set, QNameIds ids) {
    this.set = set;
    this.ids = ids;
  }

  /** The class with the fragment grammar, which is only loaded when a fragment is coded. */
  String print() {
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
    roots(source, "documents", set.roots());
    roots(source, "fragments", List.copyOf(set.fragments().values()));
    for (int i = 0; i < all.size(); i++) {
      SetModel.Root root = all.get(i).getValue();
      if (root.relaxed() && root.type().isPresent()) {
        new RelaxedWriter(set, ids).print(source, "relaxed" + i, root.type().get());
      }
    }
    source.line("}");
    return source.toString();
  }

  private static void roots(Source source, String method, List<SetModel.Root> roots) {
    source
        .line("")
        .line("static java.util.List<" + EXI + "ExiRoot> " + method + "() {")
        .line("java.util.List<" + EXI + "ExiRoot> roots = new java.util.ArrayList<>();");
    for (SetModel.Root root : roots) {
      root.type()
          .ifPresent(
              type ->
                  source.line(
                      "roots.add(new "
                          + EXI
                          + "ExiRoot(\""
                          + root.name().namespace()
                          + "\", \""
                          + root.name().local()
                          + "\", "
                          + type.javaType()
                          + ".class));"));
    }
    source.line("return java.util.List.copyOf(roots);").line("}");
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
                      .line(
                          all.get(code).getValue().relaxed()
                              ? "relaxed" + code + "(out, of" + code + ");"
                              : type.coder() + ".encode(out, of" + code + ");")
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
                      .line(
                          all.get(code).getValue().relaxed()
                              ? "content = relaxed" + code + "(in);"
                              : "content = " + type.coder() + ".decode(in);")
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
