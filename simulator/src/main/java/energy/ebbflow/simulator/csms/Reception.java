package energy.ebbflow.simulator.csms;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.simulator.csms.script.CsmsScript;
import java.time.Instant;

/** Whom the back office lets in, stations and users. Mutable; owned by its desk. */
final class Reception {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final CsmsScript script;
  private int boots;
  private boolean accepted;
  private boolean authorised;

  Reception(CsmsScript script) {
    this.script = script;
  }

  /** Whether the station has been accepted. */
  boolean accepted() {
    return accepted;
  }

  /** Whether the last token asked for was accepted, or a transaction named an accepted one. */
  boolean authorised() {
    return authorised;
  }

  /** The answer to BootNotification, which is the same in every version. */
  ObjectNode boot(Instant now) {
    String status = script.boot().get(Math.min(boots, script.boot().size() - 1));
    boots++;
    accepted = status.equals("Accepted");
    return JSON.createObjectNode()
        .put("currentTime", now.toString())
        .put("interval", accepted ? script.heartbeatSeconds() : script.bootRetrySeconds())
        .put("status", status);
  }

  /** What to say of a token, in words of OCPP 2.x. */
  String token(String token) {
    String status = script.statusOf(token);
    authorised = status.equals(CsmsScript.TOKEN_ACCEPTED);
    return status;
  }
}
