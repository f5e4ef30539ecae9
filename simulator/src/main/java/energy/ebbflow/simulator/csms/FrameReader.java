package energy.ebbflow.simulator.csms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads OCPP-J messages strictly. Stateless. */
final class FrameReader {
  /** OCPP-J 4.1.4: a message id has at most 36 characters. */
  static final int ID_CHARACTERS_MAX = 36;

  /** OCPP-J 4.2.1: so has an action's name. */
  static final int ACTION_CHARACTERS_MAX = 36;

  private static final int NESTING_MAX = 32;
  private static final String NO_ID = "-1";
  private static final String RPC_FRAMEWORK_ERROR = "RpcFrameworkError";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  static {
    JSON.getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(NESTING_MAX).build());
  }

  private FrameReader() {}

  static Frame read(String text, Dialect dialect) {
    JsonNode node;
    try {
      node = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return new Frame.Broken(
          NO_ID, RPC_FRAMEWORK_ERROR, "expected JSON, came " + e.getOriginalMessage());
    }
    if (!node.isArray() || node.isEmpty()) {
      return new Frame.Broken(NO_ID, RPC_FRAMEWORK_ERROR, "expected a JSON array");
    }
    String id = node.path(1).isTextual() ? node.path(1).textValue() : "";
    if (id.isEmpty() || id.length() > ID_CHARACTERS_MAX) {
      return new Frame.Broken(
          NO_ID,
          RPC_FRAMEWORK_ERROR,
          "expected a message id of 1 to " + ID_CHARACTERS_MAX + " characters");
    }
    if (!node.get(0).isInt()) {
      return new Frame.Broken(id, "MessageTypeNotSupported", "expected a message type number");
    }
    return switch (node.get(0).intValue()) {
      case 2 -> call(id, node, false);
      case 3 ->
          node.size() == 3 && node.get(2).isObject()
              ? new Frame.Result(id, node.get(2))
              : new Frame.Broken(
                  id, RPC_FRAMEWORK_ERROR, "expected [3, id, {…}], came " + node.size() + " parts");
      case 4 -> fault(id, node, false);
      case 5 ->
          dialect.bidirectional()
              ? fault(id, node, true)
              : new Frame.Broken(id, "MessageTypeNotSupported", "5 is OCPP 2.1 only");
      case 6 ->
          dialect.bidirectional()
              ? call(id, node, true)
              : new Frame.Broken(id, "MessageTypeNotSupported", "6 is OCPP 2.1 only");
      default ->
          new Frame.Broken(
              id, "MessageTypeNotSupported", "expected 2 to 6, came " + node.get(0).intValue());
    };
  }

  private static Frame call(String id, JsonNode node, boolean send) {
    if (node.size() != 4 || !node.get(2).isTextual() || !node.get(3).isObject()) {
      return new Frame.Broken(
          id,
          RPC_FRAMEWORK_ERROR,
          "expected [type, id, action, {…}], came " + node.size() + " parts");
    }
    String action = node.get(2).textValue();
    if (action.isEmpty() || action.length() > ACTION_CHARACTERS_MAX) {
      return new Frame.Broken(
          id,
          RPC_FRAMEWORK_ERROR,
          "expected an action of 1 to " + ACTION_CHARACTERS_MAX + " characters");
    }
    return send ? new Frame.Send(id, action, node.get(3)) : new Frame.Call(id, action, node.get(3));
  }

  private static Frame fault(String id, JsonNode node, boolean ofResult) {
    if (node.size() != 5 || !node.get(2).isTextual() || !node.get(3).isTextual()) {
      return new Frame.Broken(
          id,
          RPC_FRAMEWORK_ERROR,
          "expected [type, id, code, description, {…}], came " + node.size() + " parts");
    }
    return new Frame.Fault(id, node.get(2).textValue(), node.get(3).textValue(), ofResult);
  }
}
