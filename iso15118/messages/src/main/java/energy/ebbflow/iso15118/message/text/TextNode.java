package energy.ebbflow.iso15118.message.text;

import java.util.List;

/**
 * An element in text form.
 *
 * @param namespace its namespace; empty for none
 * @param name its local name
 * @param attributes its attributes, in schema order
 * @param children its elements, in schema order
 * @param text its value; empty when it has elements
 */
public record TextNode(
    String namespace,
    String name,
    List<TextAttribute> attributes,
    List<TextNode> children,
    String text) {

  /** An attribute in text form. */
  public record TextAttribute(String namespace, String name, String value) {}

  /** Takes copies of the lists. */
  public TextNode {
    attributes = List.copyOf(attributes);
    children = List.copyOf(children);
  }
}
