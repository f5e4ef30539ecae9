package energy.ebbflow.iso15118.transport;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;

/**
 * Next to the socket, under TLS: notes when bytes came and went, so that a response time is that of
 * the wire and not that of our own handlers. Belongs to one channel's event loop.
 */
final class WireClock extends ChannelDuplexHandler {
  private long lastReadNanos;
  private long lastFlushNanos;
  private Runnable onRead = () -> {};

  WireClock(long nowNanos) {
    lastReadNanos = nowNanos;
    lastFlushNanos = nowNanos;
  }

  /** {@link System#nanoTime()} of the last bytes read, or of the start. */
  long lastReadNanos() {
    return lastReadNanos;
  }

  /** {@link System#nanoTime()} when bytes were last handed to the socket, or of the start. */
  long lastFlushNanos() {
    return lastFlushNanos;
  }

  /** From now on somebody hears of bytes before they are looked at. */
  void onRead(Runnable hears) {
    onRead = hears;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
    lastReadNanos = System.nanoTime();
    onRead.run();
    super.channelRead(ctx, message);
  }

  @Override
  public void flush(ChannelHandlerContext ctx) throws Exception {
    super.flush(ctx);
    lastFlushNanos = System.nanoTime();
  }
}
