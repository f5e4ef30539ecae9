package energy.ebbflow.ocpp.rpc;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What {@link Rpc} wants done. */
public sealed interface RpcEffect {
  /** Put this frame on the wire. */
  record Write(Frame frame) implements RpcEffect {}

  /** The peer answered our call. */
  record Answered(Frame.Call call, ObjectNode payload) implements RpcEffect {}

  /** Our call has no good answer. */
  record Failed(Frame.Call call, Cause cause, String detail) implements RpcEffect {}

  /** Why a call failed. */
  enum Cause {
    /** The peer answered CALLERROR. */
    REFUSED,
    /** No answer in time. */
    TIMEOUT,
    /** The connection went before the answer came: whether it was heard is unknown. */
    CONNECTION_LOST
  }

  /** The peer asks. */
  record Asked(Frame.Call call) implements RpcEffect {}

  /** The peer tells (2.1). */
  record Told(Frame.Send send) implements RpcEffect {}

  /** Something arrived that was answered or dropped here; for the log. */
  record Noticed(String text) implements RpcEffect {}

  /** The peer talks nonsense: close the connection and make it anew. */
  record GiveUp(String reason) implements RpcEffect {}
}
