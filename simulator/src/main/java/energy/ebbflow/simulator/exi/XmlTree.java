package energy.ebbflow.simulator.exi;

import energy.ebbflow.iso15118.message.text.TextNode;
import energy.ebbflow.iso15118.message.text.TextNode.TextAttribute;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML into a tree; document type definitions and external entities are refused. */
final class XmlTree {
  /** The schemas nest less deeply; more is no message. */
  private static final int MAX_DEPTH = 64;

  private XmlTree() {}

  static TextNode parse(byte[] xml) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
      while (reader.getEventType() != XMLStreamConstants.START_ELEMENT) {
        reader.next();
      }
      return element(reader, 0);
    } catch (XMLStreamException e) {
      String reason = e.getMessage() == null ? "" : e.getMessage().lines().reduce("", (a, b) -> b);
      throw new BadInputException(
          "no well-formed XML at offset "
              + e.getLocation().getCharacterOffset()
              + " (line "
              + e.getLocation().getLineNumber()
              + "): "
              + reason.replaceFirst("^Message: ", ""),
          e);
    }
  }

  private static TextNode element(XMLStreamReader reader, int depth) throws XMLStreamException {
    if (depth > MAX_DEPTH) {
      throw new BadInputException(
          "elements nest deeper than "
              + MAX_DEPTH
              + " at offset "
              + reader.getLocation().getCharacterOffset());
    }
    String namespace = orEmpty(reader.getNamespaceURI());
    String name = reader.getLocalName();
    List<TextAttribute> attributes = new ArrayList<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String in = orEmpty(reader.getAttributeNamespace(i));
      // xsi:schemaLocation and the like are about the XML, not about the message.
      if (!in.equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI)) {
        attributes.add(
            new TextAttribute(in, reader.getAttributeLocalName(i), reader.getAttributeValue(i)));
      }
    }
    List<TextNode> children = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (reader.next() != XMLStreamConstants.END_ELEMENT) {
      if (reader.getEventType() == XMLStreamConstants.START_ELEMENT) {
        children.add(element(reader, depth + 1));
      } else if (reader.hasText() && reader.getEventType() != XMLStreamConstants.COMMENT) {
        text.append(reader.getText());
      }
    }
    if (!children.isEmpty() && !text.toString().isBlank()) {
      throw new BadInputException(
          name
              + ": text between elements is not supported; near offset "
              + reader.getLocation().getCharacterOffset());
    }
    return new TextNode(
        namespace, name, attributes, children, children.isEmpty() ? text.toString() : "");
  }

  private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "" : text;
  }
}
