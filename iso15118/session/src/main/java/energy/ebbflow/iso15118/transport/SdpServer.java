package energy.ebbflow.iso15118.transport;

import energy.ebbflow.iso15118.sdp.SdpRequest;
import energy.ebbflow.iso15118.sdp.SdpResponse;
import energy.ebbflow.iso15118.sdp.Security;
import energy.ebbflow.iso15118.v2gtp.V2gtpException;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers vehicles that look for their charger. Every request is answered, however many there are:
 * the answer has no state. What is no request, or came over another interface, is dropped; so are
 * the requests of wireless and pantograph vehicles (0x9002): who cannot serve them stays silent.
 */
final class SdpServer extends SimpleChannelInboundHandler<DatagramPacket> {
  private static final Logger LOG = LoggerFactory.getLogger(SdpServer.class);

  /** Longest datagram we look at, bytes. */
  private static final int MAX_DATAGRAM_BYTES = 64;

  private final int scopeId;
  private final Function<SdpRequest, Optional<SdpResponse>> answers;
  private final FrameTap tap;

  /** Who asked for TLS last; only for what is told of it. */
  private @Nullable InetAddress wantedTls;

  /**
   * @param scopeId index of the one interface to answer on; 0 for any
   * @param answers the answer to a request, empty while there is none to give
   */
  SdpServer(int scopeId, Function<SdpRequest, Optional<SdpResponse>> answers, FrameTap tap) {
    this.scopeId = scopeId;
    this.answers = answers;
    this.tap = tap;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, DatagramPacket packet) {
    InetSocketAddress sender = packet.sender();
    if (scopeId != 0
        && (!(sender.getAddress() instanceof Inet6Address six) || six.getScopeId() != scopeId)) {
      return;
    }
    if (packet.content().readableBytes() > MAX_DATAGRAM_BYTES) {
      LOG.debug("SDP: datagram of {} bytes dropped", packet.content().readableBytes());
      return;
    }
    try {
      SdpRequest request = SdpRequest.parse(ByteBufUtil.getBytes(packet.content()));
      Optional<SdpResponse> response = answers.apply(request);
      if (response.isPresent()) {
        ctx.writeAndFlush(
            new DatagramPacket(Unpooled.wrappedBuffer(response.get().toDatagram()), sender));
        tap.discovered(
            sender.getAddress().getHostAddress(),
            response.get().security()
                + " port "
                + response.get().port()
                + (downgrades(sender.getAddress(), request.security())
                    ? "; it asked for TLS before and now asks for none"
                    : ""));
      }
    } catch (V2gtpException refused) {
      LOG.debug(
          "SDP: datagram from {} dropped: {}",
          VehicleName.of(sender.getAddress().getHostAddress()),
          refused.getMessage());
    }
  }

  /** Allowed where TLS is optional; but who looks for a reason finds it, once. */
  private boolean downgrades(InetAddress vehicle, Security asked) {
    if (asked == Security.TLS) {
      wantedTls = vehicle;
      return false;
    }
    boolean before = vehicle.equals(wantedTls);
    if (before) {
      wantedTls = null;
    }
    return before;
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    // A datagram that could not be sent: the vehicle asks again within 250 ms.
    LOG.warn("SDP: {}", cause.getMessage());
  }
}
