package energy.ebbflow.ocpp.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.StrictJson;
import energy.ebbflow.ocpp.json.WireVersion;
import java.util.Optional;

/** Frames to text and back (OCPP 2.1 part 4, section 4.2). */
public final class FrameText {
  /** Longest message id. */
  static final int MAX_ID = 36;

  /** Longest description of an error. */
  static final int MAX_DESCRIPTION = 255;

  private static final int CALL = 2;
  private static final int CALL_RESULT = 3;
  private static final int CALL_ERROR = 4;
  private static final int CALL_RESULT_ERROR = 5;
  private static final int SEND = 6;

  private FrameText() {}

  /** Reads a frame; what is none comes back as {@link Frame.Garbage}, never as an exception. */
  public static Frame read(String text, WireVersion version) {
    JsonNode node;
    try {
      node = StrictJson.parse(text);
    } catch (JsonFault e) {
      return garbage(Optional.empty(), ErrorCode.RPC_FRAMEWORK_ERROR, e.text());
    }
    if (!(node instanceof ArrayNode array) || array.size() < 3) {
      return garbage(
          Optional.empty(), ErrorCode.RPC_FRAMEWORK_ERROR, "expected a list of 3 to 5 items");
    }
    if (!array.get(0).isInt() || !array.get(1).isTextual()) {
      return garbage(
          Optional.empty(),
          ErrorCode.RPC_FRAMEWORK_ERROR,
          "expected a message type number and a message id");
    }
    String id = array.get(1).textValue();
    if (id.isEmpty() || id.length() > MAX_ID) {
      return garbage(
          Optional.empty(),
          ErrorCode.RPC_FRAMEWORK_ERROR,
          "expected a message id of 1 to " + MAX_ID + " characters, got " + id.length());
    }
    return switch (array.get(0).intValue()) {
      case CALL -> request(array, id, true);
      case CALL_RESULT -> result(array, id);
      case CALL_ERROR -> error(array, id, true);
      case CALL_RESULT_ERROR ->
          version == WireVersion.V21 ? error(array, id, false) : unknownType(array, id);
      case SEND -> version == WireVersion.V21 ? request(array, id, false) : unknownType(array, id);
      default -> unknownType(array, id);
    };
  }

  private static Frame request(ArrayNode array, String id, boolean answered) {
    Optional<String> callId = answered ? Optional.of(id) : Optional.empty();
    if (array.size() != 4 || !array.get(2).isTextual()) {
      return garbage(callId, ErrorCode.RPC_FRAMEWORK_ERROR, "expected [type, id, action, payload]");
    }
    if (!(array.get(3) instanceof ObjectNode payload)) {
      return garbage(callId, ErrorCode.FORMAT_VIOLATION, "expected an object as payload");
    }
    String action = array.get(2).textValue();
    return answered ? new Frame.Call(id, action, payload) : new Frame.Send(id, action, payload);
  }

  private static Frame result(ArrayNode array, String id) {
    if (array.size() != 3 || !(array.get(2) instanceof ObjectNode payload)) {
      return garbage(
          Optional.empty(), ErrorCode.RPC_FRAMEWORK_ERROR, "expected [3, id, {payload}]");
    }
    return new Frame.CallResult(id, payload);
  }

  private static Frame error(ArrayNode array, String id, boolean ofCall) {
    if (array.size() < 4 || !array.get(2).isTextual() || !array.get(3).isTextual()) {
      return garbage(
          Optional.empty(),
          ErrorCode.RPC_FRAMEWORK_ERROR,
          "expected [4, id, code, description, {details}]");
    }
    ObjectNode details =
        array.size() > 4 && array.get(4) instanceof ObjectNode given ? given : StrictJson.object();
    String code = array.get(2).textValue();
    String description = array.get(3).textValue();
    return ofCall
        ? new Frame.CallError(id, code, description, details)
        : new Frame.CallResultError(id, code, description, details);
  }

  private static Frame unknownType(ArrayNode array, String id) {
    return garbage(
        Optional.of(id),
        ErrorCode.MESSAGE_TYPE_NOT_SUPPORTED,
        "message type " + array.get(0).intValue() + " does not exist here");
  }

  private static Frame.Garbage garbage(Optional<String> id, ErrorCode code, String reason) {
    return new Frame.Garbage(id, code, reason);
  }

  /** Writes a frame of our own. */
  public static String write(Frame frame) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    switch (frame) {
      case Frame.Call call -> array.add(CALL).add(call.id()).add(call.action()).add(call.payload());
      case Frame.Send send -> array.add(SEND).add(send.id()).add(send.action()).add(send.payload());
      case Frame.CallResult result -> array.add(CALL_RESULT).add(result.id()).add(result.payload());
      case Frame.CallError error ->
          array
              .add(CALL_ERROR)
              .add(error.id())
              .add(error.code())
              .add(bounded(error.description()))
              .add(error.details());
      case Frame.CallResultError error ->
          array
              .add(CALL_RESULT_ERROR)
              .add(error.id())
              .add(error.code())
              .add(bounded(error.description()))
              .add(error.details());
      case Frame.Garbage garbage ->
          throw new IllegalArgumentException("garbage is never sent: " + garbage.reason());
    }
    return StrictJson.write(array);
  }

  private static String bounded(String text) {
    return text.length() <= MAX_DESCRIPTION ? text : text.substring(0, MAX_DESCRIPTION);
  }
}
