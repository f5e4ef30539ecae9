package energy.ebbflow.ocpp.transport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.ocpp.json.StrictJson;
import energy.ebbflow.ocpp.rpc.Frame;
import energy.ebbflow.ocpp.rpc.RpcTap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Shows frames to an onlooker: an answer by the name of its call, and never a password. Confined to
 * the link's thread.
 */
final class FrameWatch {
  /** Calls remembered for the names of their answers. */
  private static final int MAX_REMEMBERED = 64;

  private static final String MASK = "…";

  /** {@code user:password@} of an address of a file. */
  private static final Pattern USER_INFO =
      Pattern.compile("^((?:https?|ftps?|wss?)://[^/@:]*:)[^/@]*(?=@)");

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

  /** Passwords, and addresses that hold one, are not shown. */
  private static ObjectNode masked(ObjectNode payload) {
    ObjectNode copy = payload.deepCopy();
    mask(copy);
    return copy;
  }

  private static void mask(JsonNode node) {
    if (node instanceof ObjectNode object) {
      boolean secret = named(object.path("variable").path("name")) || named(object.path("key"));
      for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
        String name = field.getKey();
        boolean value = secret && (name.equals("attributeValue") || name.equals("value"));
        if (value || (field.getValue().isValueNode() && secretName(name))) {
          object.put(name, MASK);
        } else if (field.getValue().isTextual()) {
          object.put(name, USER_INFO.matcher(field.getValue().asText()).replaceAll("$1" + MASK));
        } else {
          mask(field.getValue());
        }
      }
    } else {
      node.forEach(FrameWatch::mask);
    }
  }

  private static boolean named(JsonNode name) {
    return name.isTextual() && secretName(name.asText());
  }

  /**
   * BasicAuthPassword, apnPassword, vpn.password; AuthorizationKey of 1.6; simPin; SharedSecret.
   */
  private static boolean secretName(String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    return folded.contains("password")
        || folded.contains("secret")
        || folded.equals("authorizationkey")
        || folded.equals("simpin");
  }
}
