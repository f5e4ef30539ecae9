package energy.ebbflow.simulator.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.simulator.trace.Trace;
import energy.ebbflow.simulator.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;

/** Every message between vehicle and station, decoded. */
final class MessageLines {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private MessageLines() {}

  /** In the order in which they went over the link. */
  static List<ObjectNode> of(Trace trace, MessageDecoder decoder) {
    List<ObjectNode> lines = new ArrayList<>();
    for (TraceEvent event : trace.events()) {
      if (event.is("message")) {
        lines.add(line(event, decoder));
      }
    }
    return lines;
  }

  private static ObjectNode line(TraceEvent event, MessageDecoder decoder) {
    ObjectNode line = JSON.createObjectNode();
    line.put("time", event.t());
    line.put("direction", event.text("direction"));
    line.put("name", event.text("name"));
    line.put("set", event.text("set"));
    line.set("payloadType", event.body().path("payloadType"));
    JsonNode millis = event.body().path("responseMillis");
    if (millis.isNumber()) {
      line.set("responseMillis", millis);
    }
    line.put("hex", event.text("hex"));
    line.set("fields", decoder.decode(event.text("set"), event.text("hex")));
    return line;
  }
}
