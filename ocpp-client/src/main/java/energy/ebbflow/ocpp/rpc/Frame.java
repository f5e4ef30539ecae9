package energy.ebbflow.ocpp.rpc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** One frame of OCPP-J. */
public sealed interface Frame {
  /** Unique message number, at most 36 characters. */
  String id();

  /** Type name for logs and taps: CALL, CALLRESULT … */
  String type();

  /** A request that wants an answer. */
  record Call(String id, String action, ObjectNode payload) implements Frame {
    @Override
    public String type() {
      return "CALL";
    }
  }

  /** A good answer. */
  record CallResult(String id, ObjectNode payload) implements Frame {
    @Override
    public String type() {
      return "CALLRESULT";
    }
  }

  /** A bad answer; {@code code} as on the wire. */
  record CallError(String id, String code, String description, ObjectNode details)
      implements Frame {
    @Override
    public String type() {
      return "CALLERROR";
    }
  }

  /** The answer could not be understood (2.1 only). */
  record CallResultError(String id, String code, String description, ObjectNode details)
      implements Frame {
    @Override
    public String type() {
      return "CALLRESULTERROR";
    }
  }

  /** A message that wants no answer (2.1 only). */
  record Send(String id, String action, ObjectNode payload) implements Frame {
    @Override
    public String type() {
      return "SEND";
    }
  }

  /**
   * Something that is no frame.
   *
   * @param id of a call, where it could be read: then it can be answered
   */
  record Garbage(Optional<String> callId, ErrorCode code, String reason) implements Frame {
    @Override
    public String id() {
      return callId.orElse("-1");
    }

    @Override
    public String type() {
      return "GARBAGE";
    }
  }
}
