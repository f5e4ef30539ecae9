package energy.ebbflow.exi.processor;

import java.util.ArrayList;
import java.util.List;

/**
 * Prints the fragment grammar of a set. Records and simple values have methods of their own: signed
 * parts are records, and a method with the cases of all elements would be too long to be compiled
 * on the target.
 */
final class FragmentWriter {
  private static final String EXI = "energy.ebbflow.exi.";

  private final SetModel set;
  private final QNameIds ids;
  private final List<SetModel.Root> all;

  /** The bits of the code of an element: two more codes are an unknown element and the end. */
  private final int width;

  private final int end;

  FragmentWriter(SetModel set, QNameIds ids) {
    this.set = set;
    this.ids = ids;
    this.all = new ArrayList<>(set.fragments().values());
    this.width = TypeModel.bitsFor(all.size() + 2);
    this.end = all.size() + 1;
  }

  /** The class with the fragment grammar, which is only loaded when a fragment is coded. */
  String print() {
    Source source = new Source();
    source
        .line("package " + set.packageName() + ";")
        .line("")
        .line("/** The fragments of the set {@code " + set.label() + "}; generated. */")
        .line("final class " + set.codecName() + "Fragments {")
        .line("private static final String[] NAMES = {");
    for (SetModel.Root root : all) {
      source.line("  \"" + root.name().local() + "\",");
    }
    source.line("};").line("private static final String[] NAMESPACES = {");
    for (SetModel.Root root : all) {
      source.line("  \"" + root.name().namespace() + "\",");
    }
    source.line("};").line("").line("private " + set.codecName() + "Fragments() {}").line("");
    encodeFragment(source);
    encodeRecord(source);
    encodeValue(source);
    decodeFragment(source);
    decodeRecord(source);
    decodeValue(source);
    FragmentRoots.print(source, "documents", set.roots());
    FragmentRoots.print(source, "fragments", all);
    for (int i = 0; i < all.size(); i++) {
      SetModel.Root root = all.get(i);
      if (root.relaxed()) {
        new RelaxedWriter(set, ids).print(source, "relaxed" + i, root);
      }
    }
    source.line("}");
    return source.toString();
  }

  private void encodeFragment(Source source) {
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
        .line("if (code == NAMES.length) {")
        .line(
            "throw "
                + EXI
                + "ExiWriter.foreign(set, content, \"content of an element of this set; {\" +"
                + " namespace + \"}\" + name + \" is none\");")
        .line("}")
        .line("out.start(buffer, offset, name);")
        .line("out.bits(code, " + width + ");")
        .line("if (!encodeRecord(out, code, content) && !encodeValue(out, code, content)) {")
        .line(
            "throw "
                + EXI
                + "ExiWriter.foreign(set, content, \"what {\" + namespace + \"}\" + name + \""
                + " carries\");")
        .line("}")
        .line("out.bits(" + end + ", " + width + ");")
        .line("return out.finish();")
        .line("}")
        .line("");
  }

  private void encodeRecord(Source source) {
    source
        .line(
            "private static boolean encodeRecord("
                + EXI
                + "ExiWriter out, int code, Object content) {")
        .line("switch (code) {");
    for (int i = 0; i < all.size(); i++) {
      SetModel.Root root = all.get(i);
      if (root.type().isPresent()) {
        TypeModel type = root.type().get();
        source
            .indent("case " + i + ":")
            .line("if (content instanceof " + type.javaType() + " of" + i + ") {")
            .line(
                root.relaxed()
                    ? "relaxed" + i + "(out, of" + i + ");"
                    : type.coder() + ".encode(out, of" + i + ");")
            .line("return true;")
            .line("}")
            .line("return false;")
            .outdent();
      }
    }
    source.indent("default:").line("return false;").outdent().line("}").line("}").line("");
  }

  private void encodeValue(Source source) {
    source
        .line(
            "private static boolean encodeValue("
                + EXI
                + "ExiWriter out, int code, Object content) {")
        .line("switch (code) {");
    for (int i = 0; i < all.size(); i++) {
      SetModel.Root root = all.get(i);
      if (root.simple().isPresent()) {
        ValueModel value = root.simple().get().value();
        source
            .indent("case " + i + ":")
            .line("if (content instanceof " + value.javaType() + " of" + i + ") {");
        ValueWriter.check(source, value, "NAMES[code]", "of" + i);
        if (root.relaxed()) {
          source.line("relaxed" + i + "(out, of" + i + ");");
        } else {
          ValueWriter.encodeContent(source, value, "of" + i);
        }
        source.line("return true;").line("}").line("return false;").outdent();
      }
    }
    source.indent("default:").line("return false;").outdent().line("}").line("}").line("");
  }

  private void decodeFragment(Source source) {
    source
        .line("static " + EXI + "ExiFragment decode(" + EXI + "ExiReader in) {")
        .line("int code = in.event(" + width + ", \"(root)\");")
        .line("if (code < NAMES.length) {")
        .line("in.root(NAMES[code]);")
        .line("}")
        .line("Object content = decodeRecord(in, code);")
        .line("if (in.event(" + width + ", \"(end)\") != " + end + ") {")
        .line("throw in.unexpected(\"the end of the fragment\", \"(end)\");")
        .line("}")
        .line("return new " + EXI + "ExiFragment(NAMESPACES[code], NAMES[code], content);")
        .line("}")
        .line("");
  }

  private void decodeRecord(Source source) {
    source
        .line("private static Object decodeRecord(" + EXI + "ExiReader in, int code) {")
        .line("switch (code) {");
    for (int i = 0; i < all.size(); i++) {
      SetModel.Root root = all.get(i);
      if (root.relaxed() || root.type().isPresent()) {
        source
            .indent("case " + i + ":")
            .line(
                root.relaxed()
                    ? "return relaxed" + i + "(in);"
                    : "return " + root.type().get().coder() + ".decode(in);")
            .outdent();
      }
    }
    source.indent("default:").line("return decodeValue(in, code);").outdent().line("}").line("}");
    source.line("");
  }

  private void decodeValue(Source source) {
    source
        .line("private static Object decodeValue(" + EXI + "ExiReader in, int code) {")
        .line("switch (code) {");
    for (int i = 0; i < all.size(); i++) {
      SetModel.Root root = all.get(i);
      if (!root.relaxed() && root.simple().isPresent()) {
        ValueModel value = root.simple().get().value();
        source
            .indent("case " + i + ":")
            .line("return " + ValueWriter.decodeAlone(value, ids, root.name(), "NAMES[code]") + ";")
            .outdent();
      }
    }
    source
        .indent("default:")
        .line(
            "throw in.unexpected(\"an element of this set that may stand alone (not an abstract"
                + " one)\", \"(root)\");")
        .outdent()
        .line("}")
        .line("}");
  }
}
