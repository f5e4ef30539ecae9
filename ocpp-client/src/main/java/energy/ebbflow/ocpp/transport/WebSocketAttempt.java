package energy.ebbflow.ocpp.transport;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.extensions.compression.WebSocketClientCompressionHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One connection from its attempt to its end. Everything happens on one event loop; after {@link
 * Listener#closed} nothing more is heard of it.
 */
final class WebSocketAttempt {
  /** Largest message accepted, as it is after decompression; the largest of OCPP is far below. */
  static final int MAX_MESSAGE_BYTES = 512 * 1024;

  /** The decompressor doubles its buffer, so it needs room above the largest message. */
  private static final int MAX_INFLATED_BYTES = 2 * MAX_MESSAGE_BYTES;

  /** Largest answer to the handshake. */
  private static final int MAX_HANDSHAKE_BYTES = 16 * 1024;

  private static final int CONNECT_TIMEOUT_MILLIS = 10_000;
  private static final long HANDSHAKE_TIMEOUT_MILLIS = 10_000;

  /** Responders and CRLs may be asked for each certificate of a chain before it is done. */
  private static final long TLS_TIMEOUT_MILLIS = 25_000;

  /** A peer that is gone does not answer the closing frame. */
  private static final long CLOSE_TIMEOUT_MILLIS = 1_000;

  /** Hears of the connection, on its event loop. */
  interface Listener {
    void opened(String subprotocol);

    void text(String text);

    void pong();

    /**
     * It is over.
     *
     * @param securityEvent OCPP's name for why, where the other side was not who it should be, or
     *     thinks so of us
     */
    void closed(String reason, Optional<String> securityEvent);
  }

  /**
   * Where and how to connect.
   *
   * @param address with the identity as the last part of the path
   * @param subprotocols comma separated, the preferred first
   * @param tls absent for {@code ws:}
   * @param checks checks certificates and may wait for a responder: not on the event loop
   */
  record Target(
      URI address,
      String subprotocols,
      String user,
      Optional<String> password,
      Optional<SslContext> tls,
      Executor checks) {}

  private final EventLoop loop;
  private final Listener listener;
  private @Nullable Channel channel;
  private String reason = "the back office closed the connection";
  private Optional<String> securityEvent = Optional.empty();
  private boolean over;

  private WebSocketAttempt(EventLoop loop, Listener listener) {
    this.loop = loop;
    this.listener = listener;
  }

  /** Begins to connect. */
  static WebSocketAttempt begin(EventLoop loop, Target target, Listener listener) {
    WebSocketAttempt attempt = new WebSocketAttempt(loop, listener);
    boolean secure = target.tls().isPresent();
    int port = target.address().getPort() >= 0 ? target.address().getPort() : secure ? 443 : 80;
    String host = target.address().getHost();
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    new Bootstrap()
        .group(loop)
        .channel(NioSocketChannel.class)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MILLIS)
        .option(ChannelOption.SO_KEEPALIVE, true)
        .option(ChannelOption.TCP_NODELAY, true)
        .handler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel ch) {
                attempt.fill(ch, target, bare, port);
              }
            })
        .connect(bare, port)
        .addListener(
            future -> {
              if (!future.isSuccess()) {
                attempt.end("no connection to " + host + ":" + port + ": " + why(future.cause()));
              }
            });
    return attempt;
  }

  private void fill(Channel ch, Target target, String host, int port) {
    channel = ch;
    ChannelPipeline pipeline = ch.pipeline();
    target
        .tls()
        .ifPresent(
            tls -> {
              SslHandler handler = tls.newHandler(ch.alloc(), host, port, target.checks());
              handler.setHandshakeTimeoutMillis(TLS_TIMEOUT_MILLIS);
              pipeline.addLast(handler);
            });
    pipeline.addLast(new HttpClientCodec());
    pipeline.addLast(new HttpObjectAggregator(MAX_HANDSHAKE_BYTES));
    pipeline.addLast(new WebSocketClientCompressionHandler(MAX_INFLATED_BYTES));
    pipeline.addLast(
        new WebSocketClientProtocolHandler(
            WebSocketClientProtocolConfig.newBuilder()
                .webSocketUri(target.address())
                .subprotocol(target.subprotocols())
                .allowExtensions(true)
                .customHeaders(headers(target))
                .maxFramePayloadLength(MAX_MESSAGE_BYTES)
                .handleCloseFrames(true)
                .dropPongFrames(false)
                .generateOriginHeader(false)
                .handshakeTimeoutMillis(
                    HANDSHAKE_TIMEOUT_MILLIS + (target.tls().isPresent() ? TLS_TIMEOUT_MILLIS : 0))
                .forceCloseTimeoutMillis(CLOSE_TIMEOUT_MILLIS)
                .build()));
    pipeline.addLast(new WebSocketFrameAggregator(MAX_MESSAGE_BYTES));
    pipeline.addLast(new Frames());
  }

  private static HttpHeaders headers(Target target) {
    HttpHeaders headers = new DefaultHttpHeaders();
    target
        .password()
        .ifPresent(
            password ->
                headers.set(
                    HttpHeaderNames.AUTHORIZATION,
                    "Basic "
                        + Base64.getEncoder()
                            .encodeToString(
                                (target.user() + ":" + password)
                                    .getBytes(StandardCharsets.UTF_8))));
    return headers;
  }

  void send(String text) {
    if (channel != null && !over) {
      channel.writeAndFlush(new TextWebSocketFrame(text));
    }
  }

  void ping() {
    if (channel != null && !over) {
      channel.writeAndFlush(new PingWebSocketFrame(Unpooled.EMPTY_BUFFER));
    }
  }

  /** Closes; {@link Listener#closed} follows in a turn of its own. */
  void close(String why) {
    reason = why;
    if (channel != null) {
      channel.close();
    }
    loop.execute(() -> end(why));
  }

  private void end(String why) {
    if (!over) {
      over = true;
      listener.closed(why, securityEvent);
    }
  }

  private static String why(@Nullable Throwable cause) {
    if (cause == null) {
      return "no reason given";
    }
    String text = cause.getMessage();
    return text == null ? cause.getClass().getSimpleName() : text;
  }

  private final class Frames extends SimpleChannelInboundHandler<WebSocketFrame> {
    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
      if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE && !over) {
        String chosen =
            ctx.pipeline()
                .get(WebSocketClientProtocolHandler.class)
                .handshaker()
                .actualSubprotocol();
        listener.opened(chosen == null ? "" : chosen);
      } else if (event == ClientHandshakeStateEvent.HANDSHAKE_TIMEOUT) {
        reason = "no WebSocket handshake in " + HANDSHAKE_TIMEOUT_MILLIS + " ms";
      }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, WebSocketFrame frame) {
      if (over) {
        return;
      }
      if (frame.content().readableBytes() > MAX_MESSAGE_BYTES) {
        close("expected a message of at most " + MAX_MESSAGE_BYTES + " bytes, got a longer one");
      } else if (frame instanceof TextWebSocketFrame text) {
        listener.text(text.text());
      } else {
        // OCPP-J has text frames only; anything else is a sign of life and nothing more.
        listener.pong();
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      end(reason);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      securityEvent = SecurityFaults.eventOf(cause);
      reason =
          cause instanceof WebSocketClientHandshakeException
              ? "WebSocket handshake refused: " + why(cause)
              : why(cause);
      ctx.close();
      end(reason);
    }
  }
}
