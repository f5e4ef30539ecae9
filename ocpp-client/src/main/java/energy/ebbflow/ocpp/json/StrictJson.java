package energy.ebbflow.ocpp.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON as RFC 8259 has it and nothing more: no comments, no duplicate names, nothing after it. */
public final class StrictJson {
  /** Deepest nesting accepted; the deepest message of OCPP 2.1 needs about a dozen. */
  public static final int MAX_DEPTH = 32;

  /** Longest number accepted, in characters. */
  static final int MAX_NUMBER_LENGTH = 64;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(MAX_NUMBER_LENGTH)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          // Money is read as it is written; whoever wants a double takes it from there.
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private StrictJson() {}

  /** Reads one JSON value. The size of the text is bounded by whoever received it. */
  public static JsonNode parse(String text) throws JsonFault {
    try {
      JsonNode node = MAPPER.readTree(text);
      if (node == null || node.isMissingNode()) {
        throw new JsonFault(JsonFault.Kind.SYNTAX, "expected JSON, got an empty text");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw new JsonFault(
          JsonFault.Kind.SYNTAX, "expected JSON, got something else: " + e.getOriginalMessage());
    } catch (NumberFormatException e) {
      // An exponent of more digits than a BigDecimal takes; the library lets it through.
      throw new JsonFault(JsonFault.Kind.SYNTAX, "expected a number, got too large an exponent");
    }
  }

  /** The text of a value that was built here. */
  public static String write(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of our own could not be written", e);
    }
  }

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
