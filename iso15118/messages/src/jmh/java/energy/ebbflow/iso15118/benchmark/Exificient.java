package energy.ebbflow.iso15118.benchmark;

import com.siemens.ct.exi.core.EXIBodyDecoder;
import com.siemens.ct.exi.core.EXIBodyEncoder;
import com.siemens.ct.exi.core.EXIFactory;
import com.siemens.ct.exi.core.context.QNameContext;
import com.siemens.ct.exi.core.exceptions.EXIException;
import com.siemens.ct.exi.core.grammars.event.EventType;
import com.siemens.ct.exi.core.helpers.DefaultEXIFactory;
import com.siemens.ct.exi.core.values.Value;
import com.siemens.ct.exi.grammars.GrammarFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * EXIficient by its body API, its fastest: events with typed values, no XML. The events to encode are
 * those that it decoded from our message before.
 */
final class Exificient {
  private final EXIFactory factory;
  private List<Event> events = List.of();

  private sealed interface Event {
    record Start(QNameContext name) implements Event {}

    record Attribute(QNameContext name, Value value) implements Event {}

    record Characters(Value value) implements Event {}

    record End() implements Event {}
  }

  Exificient(String schema) {
    try {
      factory = DefaultEXIFactory.newInstance();
      factory.setGrammars(GrammarFactory.newInstance().createGrammars(file(schema).toString()));
      factory.setValuePartitionCapacity(0);
      factory.setMaximumNumberOfBuiltInElementGrammars(0);
      factory.setMaximumNumberOfBuiltInProductions(0);
    } catch (EXIException e) {
      throw new IllegalStateException("EXIficient cannot read " + schema, e);
    }
  }

  /** The schemas of ISO are no part of the project; see the test of the oracle. */
  private static Path file(String schema) {
    String property = System.getProperty("ebbflow.schemas");
    Path folder = Path.of("").toAbsolutePath();
    while (property == null && folder != null) {
      Path candidate = folder.resolve("shared/schemas");
      if (Files.isDirectory(candidate)) {
        return candidate.resolve("iso15118").resolve(schema);
      }
      folder = folder.getParent();
    }
    if (property == null) {
      throw new IllegalStateException(
          "EXIficient needs the schemas: -Debbflow.schemas=DIR, or shared/schemas beside the project");
    }
    return Path.of(property).resolve("iso15118").resolve(schema);
  }

  /** Takes over the message to encode. */
  void learn(byte[] message) {
    List<Event> seen = new ArrayList<>();
    decode(message, seen);
    events = seen;
  }

  byte[] encode() {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream(512);
      EXIBodyEncoder encoder = factory.createEXIStreamEncoder().encodeHeader(out);
      encoder.encodeStartDocument();
      for (Event event : events) {
        switch (event) {
          case Event.Start start ->
              encoder.encodeStartElement(
                  start.name().getNamespaceUri(), start.name().getLocalName(), null);
          case Event.Attribute attribute ->
              encoder.encodeAttribute(
                  attribute.name().getNamespaceUri(),
                  attribute.name().getLocalName(),
                  null,
                  attribute.value());
          case Event.Characters characters -> encoder.encodeCharacters(characters.value());
          case Event.End ignored -> encoder.encodeEndElement();
        }
      }
      encoder.encodeEndDocument();
      encoder.flush();
      return out.toByteArray();
    } catch (EXIException | IOException e) {
      throw new IllegalStateException("EXIficient cannot encode", e);
    }
  }

  /** Decodes all events and counts them. */
  int decode(byte[] message) {
    return decode(message, null);
  }

  private int decode(byte[] message, @Nullable List<Event> seen) {
    try {
      EXIBodyDecoder decoder =
          factory.createEXIStreamDecoder().decodeHeader(new ByteArrayInputStream(message));
      int count = 0;
      EventType type;
      while ((type = decoder.next()) != null) {
        count++;
        Event event = event(decoder, type);
        if (event != null && seen != null) {
          seen.add(event);
        }
      }
      return count;
    } catch (EXIException | IOException e) {
      throw new IllegalStateException("EXIficient cannot decode", e);
    }
  }

  private static @Nullable Event event(EXIBodyDecoder decoder, EventType type)
      throws EXIException, IOException {
    switch (type) {
      case START_DOCUMENT -> decoder.decodeStartDocument();
      case END_DOCUMENT -> decoder.decodeEndDocument();
      case START_ELEMENT -> {
        return new Event.Start(decoder.decodeStartElement());
      }
      case END_ELEMENT, END_ELEMENT_UNDECLARED -> {
        decoder.decodeEndElement();
        return new Event.End();
      }
      case ATTRIBUTE -> {
        QNameContext name = decoder.decodeAttribute();
        return new Event.Attribute(name, decoder.getAttributeValue());
      }
      case CHARACTERS -> {
        return new Event.Characters(decoder.decodeCharacters());
      }
      default -> throw new IllegalStateException("no message has a " + type);
    }
    return null;
  }
}
