package energy.ebbflow.iso15118.message.oracle;

import com.siemens.ct.exi.core.EXIFactory;
import com.siemens.ct.exi.core.exceptions.EXIException;
import com.siemens.ct.exi.core.grammars.Grammars;
import com.siemens.ct.exi.core.helpers.DefaultEXIFactory;
import com.siemens.ct.exi.grammars.GrammarFactory;
import com.siemens.ct.exi.main.api.sax.EXIResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** EXIficient over the schemas of one set, in the profile of the vehicle protocols. */
final class Oracle {
  private final Grammars grammars;

  private Oracle(Grammars grammars) {
    this.grammars = grammars;
  }

  static Oracle over(Path schema) {
    try {
      return new Oracle(GrammarFactory.newInstance().createGrammars(schema.toString()));
    } catch (EXIException e) {
      throw new AssertionError("EXIficient cannot read " + schema, e);
    }
  }

  /**
   * What EXIficient writes for the XML when it, like all stacks in the field, keeps no string
   * table.
   */
  byte[] encode(String xml, boolean fragment) {
    EXIFactory factory = factory(fragment);
    factory.setValuePartitionCapacity(0);
    return encode(xml, factory);
  }

  /** What EXIficient writes for the XML when it refers back to strings. */
  byte[] encodeWithStringTable(String xml, boolean fragment) {
    return encode(xml, factory(fragment));
  }

  private EXIFactory factory(boolean fragment) {
    EXIFactory factory = DefaultEXIFactory.newInstance();
    factory.setGrammars(grammars);
    factory.setFragment(fragment);
    factory.setMaximumNumberOfBuiltInElementGrammars(0);
    factory.setMaximumNumberOfBuiltInProductions(0);
    return factory;
  }

  private static byte[] encode(String xml, EXIFactory factory) {
    try {
      EXIResult result = new EXIResult(factory);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      result.setOutputStream(out);
      SAXParserFactory parsers = SAXParserFactory.newDefaultInstance();
      parsers.setNamespaceAware(true);
      XMLReader reader = parsers.newSAXParser().getXMLReader();
      reader.setContentHandler(result.getHandler());
      reader.parse(new InputSource(new StringReader(xml)));
      return out.toByteArray();
    } catch (EXIException | IOException | SAXException | ParserConfigurationException e) {
      throw new AssertionError("EXIficient rejects " + xml, e);
    }
  }
}
