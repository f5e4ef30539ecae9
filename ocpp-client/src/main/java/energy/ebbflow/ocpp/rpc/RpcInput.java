package energy.ebbflow.ocpp.rpc;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What happens to {@link Rpc}. */
public sealed interface RpcInput {
  /** We want to ask; only while {@link Rpc#idle()}. */
  record Ask(Frame.Call call) implements RpcInput {}

  /** Tell without wanting an answer (2.1). */
  record Tell(Frame.Send send) implements RpcInput {}

  /** We answer the peer's call. */
  record Answer(String id, ObjectNode payload) implements RpcInput {}

  /** We refuse the peer's call. */
  record Refuse(String id, ErrorCode code, String description) implements RpcInput {}

  /** We could not understand the peer's answer; told to it in 2.1 only. */
  record AnswerNotUnderstood(String id, ErrorCode code, String description) implements RpcInput {}

  /** A text frame arrived. */
  record Arrived(String text) implements RpcInput {}

  /** Time has passed. */
  record Tick() implements RpcInput {}

  /** The connection is gone. */
  record ConnectionLost() implements RpcInput {}
}
