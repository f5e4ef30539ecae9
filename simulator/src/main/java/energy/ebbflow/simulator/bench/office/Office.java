package energy.ebbflow.simulator.bench.office;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A back office for measurements: OCPP-J on a WebSocket of the loopback, without checks of its own.
 * One thread has all connections and the clerk.
 */
public final class Office implements AutoCloseable {
  /** Largest message, bytes. */
  private static final int MESSAGE_BYTES_MAX = 1 << 20;

  private static final int HANDSHAKE_BYTES_MAX = 1 << 16;
  private static final long CLOSE_MILLIS_MAX = 2_000;
  private static final int CALL = 2;
  private static final int RESULT = 3;
  private static final JsonMapper JSON = new JsonMapper();

  /** Answers the stations; called on the office's only thread. */
  public interface Clerk {
    /** A station is connected, and has said nothing yet. */
    void opened(Line line);

    /**
     * A station calls.
     *
     * @return the payload of the answer; empty: there is none, and the connection is cut
     */
    Optional<String> asked(Line line, String action, JsonNode payload);
  }

  /** One connection. Thread-safe. */
  public static final class Line {
    private final Channel channel;
    private final String identity;
    private final String subprotocol;
    private final Map<String, Consumer<Optional<JsonNode>>> waiting = new HashMap<>();
    private long calls;

    private Line(Channel channel, String identity, String subprotocol) {
      this.channel = channel;
      this.identity = identity;
      this.subprotocol = subprotocol;
    }

    /** Last part of the address. */
    public String identity() {
      return identity;
    }

    /** What was agreed on, e.g. {@code ocpp2.1}. */
    public String subprotocol() {
      return subprotocol;
    }

    /** Nobody has hung up yet. */
    public boolean open() {
      return channel.isActive();
    }

    /**
     * Calls the station.
     *
     * @param payload a JSON object
     * @param answered hears the payload of the answer, or nothing when it was an error; on the
     *     office's thread, or never when the connection breaks
     */
    public void call(String action, String payload, Consumer<Optional<JsonNode>> answered) {
      channel
          .eventLoop()
          .execute(
              () -> {
                String id = "b" + calls++;
                waiting.put(id, answered);
                channel.writeAndFlush(
                    new TextWebSocketFrame(
                        "[2,\"" + id + "\",\"" + action + "\"," + payload + "]"));
              });
    }

    /** Does something on the office's thread later. */
    public void later(long millis, Runnable work) {
      channel.eventLoop().schedule(work, millis, TimeUnit.MILLISECONDS);
    }

    private void answered(String id, Optional<JsonNode> payload) {
      Consumer<Optional<JsonNode>> answered = waiting.remove(id);
      if (answered != null) {
        answered.accept(payload);
      }
    }
  }

  private final MultiThreadIoEventLoopGroup loop =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final Channel listening;

  private Office(String subprotocols, Clerk clerk) throws IOException {
    ChannelFuture bound =
        new ServerBootstrap()
            .group(loop)
            .channel(NioServerSocketChannel.class)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel
                        .pipeline()
                        .addLast(new HttpServerCodec())
                        .addLast(new HttpObjectAggregator(HANDSHAKE_BYTES_MAX))
                        .addLast(
                            new WebSocketServerProtocolHandler(
                                WebSocketServerProtocolConfig.newBuilder()
                                    .websocketPath("/")
                                    .checkStartsWith(true)
                                    .subprotocols(subprotocols)
                                    .maxFramePayloadLength(MESSAGE_BYTES_MAX)
                                    .build()))
                        .addLast(new WebSocketFrameAggregator(MESSAGE_BYTES_MAX))
                        .addLast(new Station(clerk));
                  }
                })
            .bind(InetAddress.getLoopbackAddress(), 0)
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      loop.shutdownGracefully(0, CLOSE_MILLIS_MAX, TimeUnit.MILLISECONDS);
      throw new IOException("the back office cannot listen on the loopback", bound.cause());
    }
    listening = bound.channel();
  }

  /**
   * Listens on a free port of the loopback.
   *
   * @param subprotocols with commas, the preferred first
   */
  public static Office open(String subprotocols, Clerk clerk) throws IOException {
    return new Office(subprotocols, clerk);
  }

  /** Without the identity. */
  public String url() {
    return "ws://127.0.0.1:" + ((InetSocketAddress) listening.localAddress()).getPort();
  }

  @Override
  public void close() {
    listening.close().awaitUninterruptibly(CLOSE_MILLIS_MAX);
    loop.shutdownGracefully(0, CLOSE_MILLIS_MAX, TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(CLOSE_MILLIS_MAX);
  }

  private static final class Station extends SimpleChannelInboundHandler<WebSocketFrame> {
    private final Clerk clerk;
    private Optional<Line> line = Optional.empty();

    Station(Clerk clerk) {
      this.clerk = clerk;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
      if (event instanceof WebSocketServerProtocolHandler.HandshakeComplete done) {
        String path = done.requestUri();
        String subprotocol = done.selectedSubprotocol();
        Line made =
            new Line(
                context.channel(),
                path.substring(path.lastIndexOf('/') + 1),
                subprotocol == null ? "" : subprotocol);
        line = Optional.of(made);
        clerk.opened(made);
      }
      super.userEventTriggered(context, event);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame)
        throws JsonProcessingException {
      if (line.isEmpty() || !(frame instanceof TextWebSocketFrame text)) {
        return;
      }
      JsonNode message = JSON.readTree(text.text());
      String id = message.path(1).asText();
      switch (message.path(0).asInt()) {
        case CALL ->
            clerk
                .asked(line.get(), message.path(2).asText(), message.path(3))
                .ifPresentOrElse(
                    answer ->
                        context.writeAndFlush(
                            new TextWebSocketFrame("[3,\"" + id + "\"," + answer + "]")),
                    context::close);
        case RESULT -> line.get().answered(id, Optional.of(message.path(2)));
        default -> line.get().answered(id, Optional.empty());
      }
    }

    /** A station that is killed breaks its connection; that is no news here. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }
  }
}
