package energy.ebbflow.ocpp.transport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.ocpp.json.StrictJson;
import energy.ebbflow.ocpp.rpc.Frame;
import energy.ebbflow.ocpp.rpc.RpcTap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Shows frames to an onlooker: an answer by the name of its call, and never a password. Confined to
 * the link's thread.
 */
final class FrameWatch {
  /** Calls remembered for the names of their answers. */
  private static final int MAX_REMEMBERED = 64;

  private static final String MASK = "…";

  private final RpcTap tap;
  private final Map<String, String> actions =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MAX_REMEMBERED;
        }
      };

  FrameWatch(RpcTap tap) {
    this.tap = tap;
  }

  void seen(RpcTap.Direction direction, Frame frame) {
    String action =
        switch (frame) {
          case Frame.Call call -> {
            actions.put(call.id(), call.action());
            yield call.action();
          }
          case Frame.Send send -> send.action();
          case Frame.CallResult result -> named(result.id());
          case Frame.CallError error -> named(error.id());
          case Frame.CallResultError error -> named(error.id());
          case Frame.Garbage garbage -> "";
        };
    tap.frame(direction, frame.type(), frame.id(), action, payload(frame));
  }

  private String named(String id) {
    return actions.getOrDefault(id, "");
  }

  private static String payload(Frame frame) {
    return switch (frame) {
      case Frame.Call call -> StrictJson.write(masked(call.payload()));
      case Frame.Send send -> StrictJson.write(send.payload());
      case Frame.CallResult result -> StrictJson.write(result.payload());
      case Frame.CallError error -> error(error.code(), error.description());
      case Frame.CallResultError error -> error(error.code(), error.description());
      case Frame.Garbage garbage -> error(garbage.code().name(), garbage.reason());
    };
  }

  private static String error(String code, String description) {
    return StrictJson.write(
        StrictJson.object().put("errorCode", code).put("errorDescription", description));
  }

  /** SetVariables may carry a password; its value is not shown. */
  private static ObjectNode masked(ObjectNode payload) {
    JsonNode data = payload.get("setVariableData");
    if (data == null) {
      return payload;
    }
    ObjectNode copy = payload.deepCopy();
    for (JsonNode item : copy.get("setVariableData")) {
      boolean secret =
          item.path("variable")
              .path("name")
              .asText()
              .toLowerCase(java.util.Locale.ROOT)
              .contains("password");
      if (secret && item instanceof ObjectNode object) {
        object.put("attributeValue", MASK);
      }
    }
    return copy;
  }
}
