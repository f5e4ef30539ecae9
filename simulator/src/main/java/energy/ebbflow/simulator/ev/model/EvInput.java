package energy.ebbflow.simulator.ev.model;

import energy.ebbflow.iso15118.message.V2gMessage;

/** What happens to the vehicle. */
public sealed interface EvInput {
  /** Time has passed, or a sensor changed. */
  record Tick() implements EvInput {}

  /** A charger answered SDP. */
  record Found() implements EvInput {}

  /** No charger answered. */
  record NotFound(String reason) implements EvInput {}

  /** The connection is up; {@code tls} with TLS. */
  record LinkUp(boolean tls) implements EvInput {}

  /** A decoded message. */
  record Received(V2gMessage message) implements EvInput {}

  /** A frame that is no message. */
  record Undecodable(String detail) implements EvInput {}

  /** The connection ended or never came up. */
  record LinkDown(String reason) implements EvInput {}
}
