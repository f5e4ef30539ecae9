package energy.ebbflow.iso15118.transport;

import energy.ebbflow.iso15118.v2gtp.PayloadType;
import energy.ebbflow.iso15118.v2gtp.V2gtpException;
import energy.ebbflow.iso15118.v2gtp.V2gtpHeader;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.CorruptedFrameException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a byte stream into frames. At most one header and one payload of the bound of its type are
 * kept. A broken header ends the connection: a stream cannot be picked up again behind it.
 */
final class FrameDecoder extends ByteToMessageDecoder {
  private final byte[] headerBytes = new byte[V2gtpHeader.BYTES];
  private @Nullable V2gtpHeader header;
  private boolean broken;
  private boolean held;
  private @Nullable ChannelHandlerContext context;

  /** Where in a frame the stream stands: true between frames. */
  boolean betweenFrames() {
    return broken || header == null && actualReadableBytes() == 0;
  }

  /** Cuts no more frames until {@link #resume()}; what has come already stays in the buffer. */
  void hold() {
    held = true;
  }

  /** From now on everything is dropped: the link is over. */
  void discard() {
    broken = true;
  }

  boolean held() {
    return held;
  }

  /** Goes on with what is in the buffer. */
  void resume() {
    held = false;
    ChannelHandlerContext ctx = context;
    if (ctx != null) {
      try {
        channelRead(ctx, Unpooled.EMPTY_BUFFER);
      } catch (Exception failed) {
        ctx.fireExceptionCaught(failed);
      }
    }
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    context = ctx;
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    if (broken) {
      in.skipBytes(in.readableBytes());
      return;
    }
    if (held) {
      return;
    }
    V2gtpHeader current = header;
    if (current == null) {
      if (in.readableBytes() < V2gtpHeader.BYTES) {
        return;
      }
      in.readBytes(headerBytes);
      try {
        current = V2gtpHeader.parse(headerBytes, 0);
      } catch (V2gtpException refused) {
        broken = true;
        throw new CorruptedFrameException(refused.getMessage());
      }
      if (current.type() == PayloadType.SDP_REQUEST || current.type() == PayloadType.SDP_RESPONSE) {
        broken = true;
        throw new CorruptedFrameException(current.type() + " has no place in a TCP connection");
      }
      header = current;
    }
    if (in.readableBytes() >= current.length()) {
      byte[] payload = new byte[current.length()];
      in.readBytes(payload);
      header = null;
      out.add(new RawFrame(current.type(), payload));
    }
  }
}
