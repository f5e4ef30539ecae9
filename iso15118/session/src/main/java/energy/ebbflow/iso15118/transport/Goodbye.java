package energy.ebbflow.iso15118.transport;

import energy.ebbflow.iso15118.transport.tls.TlsHandler;
import io.netty.channel.Channel;
import io.netty.channel.socket.DuplexChannel;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection so that what was sent arrives: our half first, the rest when the peer is
 * done.
 */
final class Goodbye {
  private Goodbye() {}

  /** On the channel's thread. */
  static void close(Channel channel) {
    TlsHandler tls = channel.pipeline().get(TlsHandler.class);
    if (tls != null) {
      tls.closeOutbound().addListener(sent -> closeOutput(channel));
    } else {
      closeOutput(channel);
    }
    channel
        .eventLoop()
        .schedule(
            () -> {
              channel.close();
            },
            TransportLimits.GOODBYE_MILLIS,
            TimeUnit.MILLISECONDS);
  }

  /** The same, but the vehicle closes first, if it does so in time. On the channel's thread. */
  static void afterVehicle(Channel channel) {
    channel
        .eventLoop()
        .schedule(
            () -> {
              if (channel.isActive()) {
                close(channel);
              }
            },
            TransportLimits.FAREWELL_MILLIS,
            TimeUnit.MILLISECONDS);
  }

  private static void closeOutput(Channel channel) {
    if (channel instanceof DuplexChannel duplex && channel.isActive()) {
      duplex.shutdownOutput();
    }
  }
}
