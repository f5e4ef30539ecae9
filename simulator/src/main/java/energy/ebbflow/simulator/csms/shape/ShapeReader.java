package energy.ebbflow.simulator.csms.shape;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the shape files. A mistake in them is ours, so it is an {@link IllegalStateException}. */
public final class ShapeReader {
  private static final String FOLDER = "/energy/ebbflow/simulator/csms/";

  /** No line begins with it. */
  private static final char NO_MARK = 0;

  /** Lines that begin with this mark are of another version of the standard. */
  private final char foreignMark;

  /** Whether vendors may add {@code customData} to every object. */
  private final boolean customData;

  private final Map<String, Shape> types = new LinkedHashMap<>();
  private final Map<String, Shape> requests = new LinkedHashMap<>();
  private final Map<String, Shape> responses = new LinkedHashMap<>();

  private ShapeReader(char foreignMark, boolean customData) {
    this.foreignMark = foreignMark;
    this.customData = customData;
  }

  /** OCPP 1.6J with the messages of its security whitepaper. */
  public static ShapeBook ocpp16() {
    return new ShapeReader(NO_MARK, false).read("ocpp16.shapes");
  }

  /** OCPP 2.0.1. */
  public static ShapeBook ocpp201() {
    return new ShapeReader('+', true).read("ocpp2-types.shapes", "ocpp2-messages.shapes");
  }

  /** OCPP 2.1. */
  public static ShapeBook ocpp21() {
    return new ShapeReader('-', true).read("ocpp2-types.shapes", "ocpp2-messages.shapes");
  }

  private ShapeBook read(String... files) {
    for (String file : files) {
      for (List<String> block : blocks(load(file))) {
        block(file, block);
      }
    }
    return new ShapeBook(types, requests, responses, customData);
  }

  private static String load(String file) {
    try (InputStream in = ShapeReader.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("the shape file " + file + " is not in the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the shape file " + file, e);
    }
  }

  /** A block begins at a line that is not indented. */
  private static List<List<String>> blocks(String text) {
    List<List<String>> blocks = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith(" ") && !blocks.isEmpty()) {
        blocks.getLast().add(line.strip());
      } else {
        blocks.add(new ArrayList<>(List.of(line)));
      }
    }
    return blocks;
  }

  private void block(String file, List<String> lines) {
    String head = lines.getFirst();
    if (head.charAt(0) == foreignMark) {
      return;
    }
    String[] words = unmarked(head).split(" +");
    List<String> body = lines.subList(1, lines.size());
    switch (words[0]) {
      case "enum" -> types.put(words[1], choice(words, body));
      case "object" -> types.put(words[1], structure(words[1], body));
      case "request" -> requests.put(words[1], structure(words[1] + "Request", body));
      case "response" -> responses.put(words[1], structure(words[1] + "Response", body));
      default -> throw new IllegalStateException(file + ": unknown block '" + head + "'");
    }
  }

  private Shape choice(String[] head, List<String> body) {
    List<String> values = new ArrayList<>(Arrays.asList(head).subList(2, head.length));
    body.forEach(line -> values.addAll(Arrays.asList(line.split(" +"))));
    return new Shape.Choice(
        head[1],
        values.stream()
            .filter(value -> value.charAt(0) != foreignMark)
            .map(ShapeReader::unmarked)
            .toList());
  }

  private Shape structure(String name, List<String> body) {
    Map<String, Shape.Field> fields = new LinkedHashMap<>();
    for (String line : body) {
      if (line.charAt(0) == foreignMark) {
        continue;
      }
      List<String> words = Arrays.asList(unmarked(line).split(" +"));
      String field = words.getFirst();
      boolean optional = field.endsWith("?");
      fields.put(
          optional ? field.substring(0, field.length() - 1) : field,
          new Shape.Field(shape(words.subList(1, words.size())), optional));
    }
    return new Shape.Structure(name, fields);
  }

  private static Shape shape(List<String> words) {
    String first = words.getFirst();
    if (first.startsWith("[")) {
      String[] bounds = first.substring(1, first.length() - 1).split("\\.\\.");
      int max = bounds[1].equals("*") ? Integer.MAX_VALUE : Integer.parseInt(bounds[1]);
      return new Shape.ListOf(
          Integer.parseInt(bounds[0]), max, shape(words.subList(1, words.size())));
    }
    return switch (first) {
      case "string" ->
          new Shape.Text(words.size() > 1 ? Integer.parseInt(words.get(1)) : Integer.MAX_VALUE);
      case "integer" -> new Shape.Whole(low(words), high(words));
      case "number" -> new Shape.Decimal(low(words), high(words));
      case "boolean" -> new Shape.Truth();
      case "dateTime" -> new Shape.DateTime();
      case "any" -> new Shape.Anything();
      default -> new Shape.Named(first);
    };
  }

  private static double low(List<String> words) {
    return words.size() < 2
        ? Double.NEGATIVE_INFINITY
        : bound(words.get(1).split("\\.\\.")[0], Double.NEGATIVE_INFINITY);
  }

  private static double high(List<String> words) {
    return words.size() < 2
        ? Double.POSITIVE_INFINITY
        : bound(words.get(1).split("\\.\\.")[1], Double.POSITIVE_INFINITY);
  }

  private static double bound(String word, double open) {
    return word.equals("*") ? open : Double.parseDouble(word);
  }

  private static String unmarked(String word) {
    return word.charAt(0) == '+' || word.charAt(0) == '-' ? word.substring(1) : word;
  }
}
