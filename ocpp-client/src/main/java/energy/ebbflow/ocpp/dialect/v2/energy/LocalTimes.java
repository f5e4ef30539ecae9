package energy.ebbflow.ocpp.dialect.v2.energy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/**
 * Starts of schedules in local time (K01.FR.90): whatever offset they name is disregarded. They are
 * kept as if local time were UTC.
 */
public final class LocalTimes {
  /** Deeper than any message of OCPP. */
  private static final int DEPTH_MAX = 12;

  private static final Pattern OFFSET = Pattern.compile("(Z|z|[+-][0-9]{2}:?[0-9]{2})?$");

  private LocalTimes() {}

  /** Changes every schedule of a message that is in local time; the message is changed itself. */
  public static void unzone(JsonNode message) {
    unzone(message, DEPTH_MAX);
  }

  private static void unzone(JsonNode node, int depth) {
    if (depth == 0) {
      return;
    }
    JsonNode start = node.get("startSchedule");
    if (node instanceof ObjectNode schedule
        && node.path("useLocalTime").asBoolean(false)
        && start != null
        && start.isTextual()) {
      schedule.put("startSchedule", OFFSET.matcher(start.asText()).replaceFirst("Z"));
    }
    for (JsonNode child : node) {
      unzone(child, depth - 1);
    }
  }
}
