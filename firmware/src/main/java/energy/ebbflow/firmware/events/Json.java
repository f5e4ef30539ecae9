package energy.ebbflow.firmware.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/** One JSON object, written field by field. */
public final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final StringWriter text = new StringWriter();
  private final JsonGenerator generator;

  private Json() {
    try {
      generator = FACTORY.createGenerator(text);
      generator.writeStartObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Begins an object. */
  public static Json object() {
    return new Json();
  }

  public Json with(String name, String value) {
    return write(() -> generator.writeStringField(name, value));
  }

  public Json with(String name, boolean value) {
    return write(() -> generator.writeBooleanField(name, value));
  }

  public Json with(String name, long value) {
    return write(() -> generator.writeNumberField(name, value));
  }

  /** A number, rounded to three decimals: enough for every quantity that is shown. */
  public Json with(String name, double value) {
    return write(() -> generator.writeNumberField(name, Math.round(value * 1000) / 1000.0));
  }

  /** A number that may be absent. */
  public Json with(String name, Optional<Double> value) {
    return value.map(number -> with(name, number.doubleValue())).orElse(this);
  }

  /** Text that already is JSON. */
  public Json withRaw(String name, String json) {
    return write(
        () -> {
          generator.writeFieldName(name);
          generator.writeRawValue(json);
        });
  }

  /** Ends the object. */
  public String end() {
    write(
        () -> {
          generator.writeEndObject();
          generator.close();
        });
    return text.toString();
  }

  private Json write(Writing writing) {
    try {
      writing.run();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A step of writing; a string cannot fail, the generator's signature can. */
  private interface Writing {
    void run() throws IOException;
  }
}
