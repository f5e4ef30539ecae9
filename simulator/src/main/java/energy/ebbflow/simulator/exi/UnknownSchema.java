package energy.ebbflow.simulator.exi;

import com.siemens.ct.exi.core.EXIFactory;
import com.siemens.ct.exi.core.exceptions.EXIException;
import com.siemens.ct.exi.core.helpers.DefaultEXIFactory;
import com.siemens.ct.exi.grammars.GrammarFactory;
import com.siemens.ct.exi.main.api.sax.EXISource;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXSource;
import javax.xml.transform.stream.StreamResult;
import org.xml.sax.InputSource;

/**
 * Decodes messages of schemas that the codec does not know, with EXIficient. Hostile input can make
 * it take all the memory there is: this is for the bench, never for the target.
 */
final class UnknownSchema {
  private UnknownSchema() {}

  static String decode(Path xsd, byte[] message, boolean fragment) {
    if (!Files.isRegularFile(xsd)) {
      throw new BadInputException("there is no schema file " + xsd);
    }
    try {
      EXIFactory factory = DefaultEXIFactory.newInstance();
      factory.setGrammars(GrammarFactory.newInstance().createGrammars(xsd.toString()));
      factory.setFragment(fragment);
      EXISource source = new EXISource(factory);
      InputSource input = new InputSource(new ByteArrayInputStream(message));
      Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.INDENT, "yes");
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      StringWriter text = new StringWriter();
      transformer.transform(new SAXSource(source.getXMLReader(), input), new StreamResult(text));
      return text.toString().stripTrailing();
    } catch (EXIException | TransformerException | RuntimeException e) {
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw new BadInputException(
          "EXIficient cannot decode the "
              + message.length
              + " octets with "
              + xsd
              + " (offset not known): "
              + reason.lines().findFirst().orElse(""),
          e);
    } catch (OutOfMemoryError e) {
      throw new BadInputException(
          "EXIficient ran out of memory on the " + message.length + " octets", e);
    }
  }
}
