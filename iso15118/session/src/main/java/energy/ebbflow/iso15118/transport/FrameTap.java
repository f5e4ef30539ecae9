package energy.ebbflow.iso15118.transport;

import energy.ebbflow.iso15118.message.MessageSet;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.v2gtp.PayloadType;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Listens to a link: for traces and measurements. Called on Netty's threads; an implementation must
 * neither block nor throw.
 */
public interface FrameTap {
  /** Which way a frame went. */
  enum Direction {
    EV_TO_EVSE,
    EVSE_TO_EV
  }

  /**
   * A frame.
   *
   * @param linkId the connection it belongs to
   * @param type payload type of its header
   * @param set the schema set it was coded with; empty where the type has none here
   * @param message what it says; empty where it could not be decoded
   * @param payload the EXI bytes; not to be changed
   * @param responseNanos real time between the last byte of the request and this frame's first byte
   *     handed to the socket, in ns; for responses only
   */
  record Frame(
      long linkId,
      Direction direction,
      PayloadType type,
      Optional<MessageSet> set,
      Optional<V2gMessage> message,
      byte[] payload,
      OptionalLong responseNanos) {}

  /** A whole frame came or went. */
  void frame(Frame frame);

  /**
   * A vehicle asked where we are, and was told {@code answer}.
   *
   * @param vehicle its whole address, here and below: not for logs ({@link VehicleName})
   */
  default void discovered(String vehicle, String answer) {}

  /** A TCP connection came in; its session starts with its first message. */
  default void connected(String vehicle, boolean tls) {}

  /**
   * TLS is up.
   *
   * @param summary protocol version and cipher suite
   * @param millis real time of the handshake
   */
  default void secured(String vehicle, String summary, long millis) {}

  /** A connection was refused or dropped before it became a session. */
  default void refused(String vehicle, String reason) {}

  /** Nobody listens. */
  static FrameTap none() {
    return frame -> {};
  }
}
