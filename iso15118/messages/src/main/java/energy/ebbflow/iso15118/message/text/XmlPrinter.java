package energy.ebbflow.iso15118.message.text;

import energy.ebbflow.iso15118.message.text.TextNode.TextAttribute;
import java.util.LinkedHashMap;
import java.util.Map;

/** Prints trees as XML, the namespaces declared on the root. */
public final class XmlPrinter {
  private static final Map<String, String> PREFIXES =
      Map.of(
          "http://www.w3.org/2000/09/xmldsig#", "sig",
          "urn:iso:std:iso:15118:-20:CommonTypes", "ct");

  private final boolean indented;
  private final StringBuilder out = new StringBuilder();
  private final Map<String, String> prefixes = new LinkedHashMap<>();

  private XmlPrinter(boolean indented) {
    this.indented = indented;
  }

  /** XML on one line, without white space between elements. */
  public static String compact(TextNode root) {
    return new XmlPrinter(false).document(root);
  }

  /** XML with one element a line, indented by two spaces. */
  public static String indented(TextNode root) {
    return new XmlPrinter(true).document(root);
  }

  private String document(TextNode root) {
    collect(root);
    element(root, 0);
    return out.toString();
  }

  private void collect(TextNode node) {
    prefix(node.namespace());
    for (TextAttribute attribute : node.attributes()) {
      prefix(attribute.namespace());
    }
    for (TextNode child : node.children()) {
      collect(child);
    }
  }

  private String prefix(String namespace) {
    if (namespace.isEmpty()) {
      return "";
    }
    String known = prefixes.get(namespace);
    if (known == null) {
      known = PREFIXES.getOrDefault(namespace, "ns" + prefixes.size());
      prefixes.put(namespace, known);
    }
    return known + ":";
  }

  private void element(TextNode node, int depth) {
    String name = prefix(node.namespace()) + node.name();
    out.append('<').append(name);
    if (depth == 0) {
      prefixes.forEach(
          (namespace, prefix) ->
              out.append(" xmlns:").append(prefix).append("=\"").append(namespace).append('"'));
    }
    for (TextAttribute attribute : node.attributes()) {
      out.append(' ').append(prefix(attribute.namespace())).append(attribute.name()).append("=\"");
      escape(attribute.value(), true);
      out.append('"');
    }
    if (node.children().isEmpty() && node.text().isEmpty()) {
      out.append("/>");
      return;
    }
    out.append('>');
    escape(node.text(), false);
    for (TextNode child : node.children()) {
      line(depth + 1);
      element(child, depth + 1);
    }
    if (!node.children().isEmpty()) {
      line(depth);
    }
    out.append("</").append(name).append('>');
  }

  private void line(int depth) {
    if (indented) {
      out.append('\n').append("  ".repeat(depth));
    }
  }

  private void escape(String text, boolean attribute) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append(attribute ? "&quot;" : "\"");
        case '\r' -> out.append("&#13;");
        case '\n', '\t' -> {
          if (attribute) {
            out.append("&#").append((int) c).append(';');
          } else {
            out.append(c);
          }
        }
        default -> out.append(c);
      }
    }
  }
}
