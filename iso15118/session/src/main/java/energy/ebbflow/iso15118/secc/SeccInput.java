package energy.ebbflow.iso15118.secc;

import energy.ebbflow.iso15118.message.V2gMessage;

/** What happens to a vehicle session. */
public sealed interface SeccInput {
  /**
   * The vehicle has connected over TCP, and TLS if {@code tls}.
   *
   * @param mutual the vehicle showed a certificate that was verified
   */
  record LinkUp(boolean tls, boolean mutual) implements SeccInput {}

  /** A decoded request. */
  record Request(V2gMessage message) implements SeccInput {}

  /**
   * A frame that is no message of the negotiated set.
   *
   * @param detail what was expected, what came, at which offset
   */
  record Undecodable(String detail) implements SeccInput {}

  /** The vehicle, or the network, closed the connection. */
  record LinkDown(String reason) implements SeccInput {}

  /**
   * Time has passed, or the station's view changed: deadlines and waiting answers are looked at.
   */
  record Tick() implements SeccInput {}
}
