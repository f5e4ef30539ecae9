package energy.ebbflow.iso15118.transport;

import energy.ebbflow.iso15118.message.V2gMessage;

/** Where a vehicle's link delivers; called on its Netty thread, must not block. */
public interface VehicleSink {
  /** A decoded response. */
  void received(V2gMessage message);

  /** A frame that is no message of the agreed protocol; the link stays up. */
  void undecodable(String detail);

  /** The link is gone, by either side; the last call. */
  void closed(String reason);
}
