package energy.ebbflow.ocpp.link.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Changes payloads and texts the way a careless or hostile peer would. */
final class Mutation {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Longer than any field and shorter than a frame may be. */
  private static final int LONG_TEXT = 20_000;

  private static final int MANY_ITEMS = 2_000;

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\u0000",
          "\ud800",
          "\udc00\ud800",
          "\ud83d\ude00".repeat(200),
          "x".repeat(LONG_TEXT),
          "../../../../etc/passwd",
          "%s%n%d{}",
          "file:///etc/passwd",
          "http://[::1",
          "ftp://",
          "-1",
          "1e400",
          "+999999999-12-31T23:59:59.999999999Z",
          "-999999999-01-01T00:00:00Z",
          "9999-12-31T23:59:59.999999999+18:00",
          "0000-01-01T00:00:00Z",
          "1969-12-31T23:59:59-18:00",
          "2016-12-31T23:59:60Z",
          "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");

  private final Random random;

  Mutation(Random random) {
    this.random = random;
  }

  /** A value of any kind that few expect. */
  JsonNode strange() {
    return switch (random.nextInt(14)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(random.nextBoolean());
      case 2 -> JSON.numberNode(0);
      case 3 -> JSON.numberNode(-1);
      case 4 -> JSON.numberNode(Integer.MAX_VALUE);
      case 5 -> JSON.numberNode(Integer.MIN_VALUE);
      case 6 -> JSON.numberNode(BigInteger.TWO.pow(random.nextInt(200)));
      case 7 -> JSON.numberNode(new BigDecimal(random.nextBoolean() ? "1e308" : "-1e-400"));
      case 8 -> JSON.numberNode(random.nextDouble() * 1e6);
      case 9 -> JSON.objectNode();
      case 10 -> JSON.arrayNode();
      case 11 -> JSON.numberNode(Long.MAX_VALUE - random.nextInt(2));
      default -> JSON.textNode(TEXTS.get(random.nextInt(TEXTS.size())));
    };
  }

  /** One change somewhere in the tree. */
  void apply(ObjectNode root) {
    List<JsonNode> holders = new ArrayList<>();
    collect(root, holders);
    JsonNode holder = holders.get(random.nextInt(holders.size()));
    if (holder instanceof ObjectNode object) {
      object(object);
    } else if (holder instanceof ArrayNode array) {
      array(array);
    }
  }

  private static void collect(JsonNode node, List<JsonNode> holders) {
    if (node.isContainerNode()) {
      holders.add(node);
      node.forEach(child -> collect(child, holders));
    }
  }

  private void object(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    if (names.isEmpty() || random.nextInt(8) == 0) {
      object.set(random.nextBoolean() ? "customData" : "stranger", strange());
      return;
    }
    String name = names.get(random.nextInt(names.size()));
    switch (random.nextInt(6)) {
      case 0 -> object.remove(name);
      case 1 -> object.set(name, JSON.arrayNode().add(object.get(name)));
      default -> object.set(name, strange());
    }
  }

  private void array(ArrayNode array) {
    if (array.isEmpty() || random.nextInt(3) == 0) {
      array.add(strange());
      return;
    }
    int at = random.nextInt(array.size());
    switch (random.nextInt(4)) {
      case 0 -> array.remove(at);
      case 1 -> {
        JsonNode item = array.get(at);
        if (item.toString().length() < 100) {
          for (int i = 0; i < MANY_ITEMS; i++) {
            array.add(item.deepCopy());
          }
        }
      }
      case 2 -> array.add(array.get(at).deepCopy());
      default -> array.set(at, strange());
    }
  }

  /** One change somewhere in a text: what no JSON library would write. */
  String text(String text) {
    int at = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), at + random.nextInt(12));
    String before = text.substring(0, at);
    return switch (random.nextInt(9)) {
      case 0 -> before;
      case 1 -> before + text.substring(end);
      case 2 -> before + (char) random.nextInt(0x10000) + text.substring(end);
      case 3 -> before + "[".repeat(200_000) + text.substring(at);
      case 4 -> before + "9".repeat(100_000) + text.substring(at);
      case 5 -> before + "1e999999999" + text.substring(end);
      case 6 -> before + "\"\\ud800\"" + text.substring(end);
      case 7 -> before + text.substring(at, end).repeat(50) + text.substring(at);
      default -> text.replaceFirst("\\{\"", "{\"a\":1,\"a\":2,\"");
    };
  }
}
