package energy.ebbflow.ocpp.transport;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.codec.http.websocketx.extensions.compression.WebSocketServerCompressionHandler;
import io.netty.handler.ssl.SslContext;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** A WebSocket server that does whatever the test wants with each text frame. */
public final class WireServer implements AutoCloseable {
  private final MultiThreadIoEventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final Channel listening;
  public final List<Channel> channels = new CopyOnWriteArrayList<>();
  public final BlockingQueue<String> handshakes = new LinkedBlockingQueue<>();
  public final BlockingQueue<String> texts = new LinkedBlockingQueue<>();

  /**
   * Starts on a free port.
   *
   * @param protocols subprotocols it speaks
   * @param onText what it does with a text
   */
  public WireServer(String protocols, BiConsumer<Channel, String> onText)
      throws InterruptedException {
    this(protocols, onText, Optional.empty());
  }

  /** The same, over TLS. */
  public WireServer(String protocols, BiConsumer<Channel, String> onText, Optional<SslContext> tls)
      throws InterruptedException {
    listening =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channels.add(channel);
                    tls.ifPresent(t -> channel.pipeline().addLast(t.newHandler(channel.alloc())));
                    channel
                        .pipeline()
                        .addLast(new HttpServerCodec())
                        .addLast(new HttpObjectAggregator(65_536))
                        .addLast(new Handshakes())
                        .addLast(new WebSocketServerCompressionHandler(0))
                        .addLast(
                            new WebSocketServerProtocolHandler(
                                WebSocketServerProtocolConfig.newBuilder()
                                    .websocketPath("/")
                                    .checkStartsWith(true)
                                    .subprotocols(protocols)
                                    .allowExtensions(true)
                                    .maxFramePayloadLength(1 << 20)
                                    .build()))
                        .addLast(new WebSocketFrameAggregator(1 << 20))
                        .addLast(new Texts(onText));
                  }
                })
            .bind("127.0.0.1", 0)
            .sync()
            .channel();
  }

  public int port() {
    return ((InetSocketAddress) listening.localAddress()).getPort();
  }

  /** Sends a text to every connection that is open. */
  public void send(String text) {
    channels.forEach(c -> c.writeAndFlush(new TextWebSocketFrame(text)));
  }

  /** The next text, or a failure. */
  public String next() throws InterruptedException {
    String text = texts.poll(20, TimeUnit.SECONDS);
    if (text == null) {
      throw new AssertionError("nothing came");
    }
    return text;
  }

  /** The next answer of the station; its own calls are passed over. */
  public String nextAnswer() throws InterruptedException {
    String text = next();
    while (text.startsWith("[2,")) {
      text = next();
    }
    return text;
  }

  private final class Handshakes extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      if (message instanceof FullHttpRequest request) {
        handshakes.add(
            request.uri()
                + " "
                + request.headers().get(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL)
                + " "
                + request.headers().get(HttpHeaderNames.AUTHORIZATION));
      }
      ctx.fireChannelRead(message);
    }
  }

  private final class Texts extends SimpleChannelInboundHandler<WebSocketFrame> {
    private final BiConsumer<Channel, String> onText;

    Texts(BiConsumer<Channel, String> onText) {
      this.onText = onText;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, WebSocketFrame frame) {
      if (frame instanceof TextWebSocketFrame text) {
        texts.add(text.text());
        onText.accept(ctx.channel(), text.text());
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      ctx.close();
    }
  }

  @Override
  public void close() {
    listening.close();
    channels.forEach(Channel::close);
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }
}
