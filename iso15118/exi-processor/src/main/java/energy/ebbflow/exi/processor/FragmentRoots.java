package energy.ebbflow.exi.processor;

import java.util.List;

/** Prints the lists of the elements that may stand alone, which tools and tests ask for. */
final class FragmentRoots {
  private static final String ROOT = "energy.ebbflow.exi.ExiRoot";

  private FragmentRoots() {}

  static void print(Source source, String method, List<SetModel.Root> roots) {
    source
        .line("")
        .line("static java.util.List<" + ROOT + "> " + method + "() {")
        .line("java.util.List<" + ROOT + "> roots = new java.util.ArrayList<>();");
    for (SetModel.Root root : roots) {
      String name = "\"" + root.name().namespace() + "\", \"" + root.name().local() + "\", ";
      root.type()
          .ifPresent(type -> add(source, ROOT + ".record(" + name + type.javaType() + ".class)"));
      root.simple()
          .ifPresent(
              simple ->
                  add(
                      source,
                      ROOT
                          + ".value("
                          + name
                          + simple.value().javaType()
                          + ".class, "
                          + simple.owner()
                          + ".class, \""
                          + simple.component()
                          + "\")"));
    }
    source.line("return java.util.List.copyOf(roots);").line("}");
  }

  private static void add(Source source, String root) {
    source.line("roots.add(" + root + ");");
  }
}
