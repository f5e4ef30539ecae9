package energy.ebbflow.iso15118.transport.tls;

import energy.ebbflow.iso15118.transport.TransportException;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderException;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import io.netty.util.concurrent.ScheduledFuture;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.tls.TlsProtocol;
import org.jspecify.annotations.Nullable;

/**
 * TLS of one connection, by Bouncy Castle without a blocking thread. All calls on the connection's
 * thread. It fires {@link TlsReady} or {@link TlsRefused}, then plain bytes; what breaks later is
 * an exception in the pipeline.
 *
 * <p>Memory of a connection: at most one record ({@value #MAX_RECORD_BYTES} bytes) and one
 * handshake message ({@value ChargerPeer#MAX_HANDSHAKE_MESSAGE_BYTES} bytes) that are not whole
 * yet, and what Netty reads at once. Work for a peer is bounded, too: it may send at most {@link
 * #MAX_HANDSHAKE_BYTES} until the handshake is done, and at most {@link #MAX_BARREN_BYTES} in a row
 * that carry no message (alerts, key updates, empty records).
 */
public final class TlsHandler extends ChannelDuplexHandler {
  /** Longest record of TLS 1.2 (RFC 5246 6.2.3) with its header, bytes. */
  static final int MAX_RECORD_BYTES = 5 + (1 << 14) + 2048;

  /** What a peer may send for a handshake, bytes: several times what the largest chain needs. */
  static final int MAX_HANDSHAKE_BYTES = 64 * 1024;

  /** What a peer may send in records without application data, bytes. */
  static final int MAX_BARREN_BYTES = 8 * 1024;

  /** First byte of a record with a handshake message (RFC 8446 B.1). */
  private static final int HANDSHAKE_RECORD = 22;

  private static final int CHUNK_BYTES = 4096;
  private static final String NO_TLS = "expected TLS, something else came on the TLS port";

  /** Begins the handshake. */
  interface Start {
    void begin() throws IOException;
  }

  private final TlsProtocol protocol;
  private final Start start;
  private final TlsEnd end;
  private final long handshakeMillis;
  private @Nullable ChannelHandlerContext context;
  private @Nullable Promise<String> handshake;
  private @Nullable ScheduledFuture<?> deadline;
  private boolean started;
  private boolean first = true;
  private boolean settled;
  private boolean failed;
  private boolean peerClosed;
  private int handshakeBytes;
  private int barrenBytes;
  private long begunNanos;

  TlsHandler(TlsProtocol protocol, Start start, TlsEnd end, long handshakeMillis) {
    this.protocol = protocol;
    this.start = start;
    this.end = end;
    this.handshakeMillis = handshakeMillis;
  }

  /** Done with protocol and cipher suite, or failed. Only after the handler was added. */
  public Future<String> handshakeFuture() {
    if (handshake == null) {
      throw new IllegalStateException("the handler is in no pipeline yet");
    }
    return handshake;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    context = ctx;
    handshake = ctx.executor().newPromise();
    if (ctx.channel().isActive()) {
      begin(ctx);
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    begin(ctx);
    ctx.fireChannelActive();
  }

  private void begin(ChannelHandlerContext ctx) {
    if (started) {
      return;
    }
    started = true;
    begunNanos = System.nanoTime();
    deadline =
        ctx.executor()
            .schedule(
                () ->
                    refuse(
                        ctx,
                        new TransportException(
                            "the handshake was not done within " + handshakeMillis + " ms")),
                handshakeMillis,
                TimeUnit.MILLISECONDS);
    try {
      start.begin();
      send(ctx, ctx.newPromise());
      ctx.flush();
    } catch (IOException unusable) {
      refuse(ctx, unusable);
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (!(message instanceof ByteBuf bytes)) {
      ctx.fireChannelRead(message);
      return;
    }
    try {
      if (failed || protocol.isClosed() || !bytes.isReadable()) {
        return;
      }
      if (first && bytes.getUnsignedByte(bytes.readerIndex()) != HANDSHAKE_RECORD) {
        failed = true;
        TransportException noTls = new TransportException(NO_TLS);
        settle(noTls);
        ctx.fireExceptionCaught(noTls);
        return;
      }
      first = false;
      take(ctx, bytes);
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  private void take(ChannelHandlerContext ctx, ByteBuf bytes) {
    try {
      while (bytes.isReadable() && !protocol.isClosed() && !failed) {
        int length = Math.min(bytes.readableBytes(), CHUNK_BYTES);
        byte[] portion = new byte[length];
        bytes.readBytes(portion);
        count(length);
        protocol.offerInput(portion);
        send(ctx, ctx.newPromise());
        announce(ctx);
        deliver(ctx);
      }
    } catch (IOException | RuntimeException broken) {
      // Bouncy Castle throws its own runtime exceptions for malformed certificates and points.
      send(ctx, ctx.newPromise());
      ctx.flush();
      if (settled) {
        breakDown(ctx, broken);
      } else {
        refuse(ctx, broken);
      }
      return;
    }
    ctx.flush();
    if (protocol.isClosed() && !failed && !peerClosed) {
      peerClosed = true;
      if (!settled) {
        refuse(ctx, new TransportException("the peer ended TLS during the handshake"));
      }
      ctx.close();
    }
  }

  private void count(int length) throws IOException {
    if (!settled) {
      handshakeBytes += length;
      if (handshakeBytes > MAX_HANDSHAKE_BYTES) {
        throw new TransportBound(
            "a handshake has at most " + MAX_HANDSHAKE_BYTES + " bytes, more came");
      }
    } else {
      barrenBytes += length;
      if (barrenBytes > MAX_BARREN_BYTES + MAX_RECORD_BYTES) {
        throw new TransportBound(
            "more than " + MAX_BARREN_BYTES + " bytes of TLS came without a message in them");
      }
    }
  }

  /** A peer went beyond a bound of ours. */
  private static final class TransportBound extends IOException {
    private static final long serialVersionUID = 1L;

    TransportBound(String message) {
      super(message);
    }
  }

  private void announce(ChannelHandlerContext ctx) {
    if (settled || !end.complete()) {
      return;
    }
    settle(null);
    ctx.fireUserEventTriggered(
        new TlsReady(
            end.peerVerified(), end.summary(), (System.nanoTime() - begunNanos) / 1_000_000));
  }

  private void deliver(ChannelHandlerContext ctx) {
    int available = protocol.getAvailableInputBytes();
    if (available == 0) {
      return;
    }
    barrenBytes = 0;
    byte[] plain = new byte[available];
    protocol.readInput(plain, 0, available);
    ctx.fireChannelRead(ctx.alloc().buffer(available).writeBytes(plain));
  }

  /** Hands what TLS wants to say to the wire; without a flush. */
  private void send(ChannelHandlerContext ctx, ChannelPromise promise) {
    int available = protocol.getAvailableOutputBytes();
    if (available == 0) {
      promise.setSuccess();
      return;
    }
    byte[] out = new byte[available];
    protocol.readOutput(out, 0, available);
    ctx.write(ctx.alloc().buffer(available).writeBytes(out), promise);
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    if (!(message instanceof ByteBuf bytes)) {
      ctx.write(message, promise);
      return;
    }
    try {
      if (!settled || failed || protocol.isClosed()) {
        promise.tryFailure(new TransportException("TLS is not open"));
        return;
      }
      byte[] plain = new byte[bytes.readableBytes()];
      bytes.readBytes(plain);
      protocol.writeApplicationData(plain, 0, plain.length);
      send(ctx, promise);
    } catch (IOException | RuntimeException broken) {
      promise.tryFailure(broken);
      breakDown(ctx, broken);
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  /** Says that no more will come; the connection stays open for the peer's last words. */
  public ChannelFuture closeOutbound() {
    ChannelHandlerContext ctx = context;
    if (ctx == null) {
      throw new IllegalStateException("the handler is in no pipeline");
    }
    ChannelPromise sent = ctx.newPromise();
    farewell(ctx, sent);
    ctx.flush();
    return sent;
  }

  private void farewell(ChannelHandlerContext ctx, ChannelPromise promise) {
    try {
      if (!protocol.isClosed() && started) {
        protocol.close();
      }
    } catch (IOException late) {
      // Nobody is left to tell: the connection is being closed.
      failed = true;
    }
    send(ctx, promise);
  }

  @Override
  public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
    if (ctx.channel().isActive() && settled && !failed) {
      farewell(ctx, ctx.newPromise());
      ctx.flush();
    }
    ctx.close(promise);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (!settled) {
      settle(new TransportException("the peer closed the connection"));
    }
    ctx.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (!settled) {
      settle(cause);
    }
    ctx.fireExceptionCaught(cause);
  }

  /** After the handshake: the peer hears an alert if there is one, the pipeline an exception. */
  private void breakDown(ChannelHandlerContext ctx, Throwable cause) {
    if (failed) {
      return;
    }
    failed = true;
    ctx.fireExceptionCaught(new DecoderException(TlsFailure.describe(cause), cause));
  }

  private void refuse(ChannelHandlerContext ctx, Throwable cause) {
    if (settled) {
      return;
    }
    failed = true;
    settle(cause);
    ctx.fireUserEventTriggered(new TlsRefused(cause));
    ctx.close();
  }

  private void settle(@Nullable Throwable cause) {
    settled = true;
    if (deadline != null) {
      deadline.cancel(false);
    }
    if (handshake != null) {
      if (cause == null) {
        handshake.trySuccess(end.summary());
      } else {
        handshake.tryFailure(cause);
      }
    }
  }
}
