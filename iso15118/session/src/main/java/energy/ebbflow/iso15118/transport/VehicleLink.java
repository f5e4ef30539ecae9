package energy.ebbflow.iso15118.transport;

import energy.ebbflow.exi.ExiException;
import energy.ebbflow.iso15118.message.MessageSet;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.pki.Credentials;
import energy.ebbflow.iso15118.pki.Profile;
import energy.ebbflow.iso15118.transport.FrameTap.Direction;
import energy.ebbflow.iso15118.transport.tls.KeyLog;
import energy.ebbflow.iso15118.transport.tls.TlsFailure;
import energy.ebbflow.iso15118.transport.tls.TlsHandler;
import energy.ebbflow.iso15118.transport.tls.TlsReady;
import energy.ebbflow.iso15118.transport.tls.VehicleTls;
import energy.ebbflow.iso15118.v2gtp.PayloadType;
import energy.ebbflow.iso15118.v2gtp.V2gtpHeader;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The vehicle's end of a link, for the simulated vehicle and for tests: TCP or TLS, frames, EXI,
 * and the ways in which a vehicle can misbehave. Thread-safe; one Netty thread of its own.
 */
public final class VehicleLink implements AutoCloseable {
  private static final int CONNECT_MILLIS = 5_000;
  private static final long CLOSE_SECONDS = 5;

  /**
   * How the vehicle secures the link.
   *
   * @param credentials its certificate, if it has one, and the roots it trusts
   * @param profiles TLS 1.3 (ISO 15118-20), 1.2 (ISO 15118-2), or both in one offer
   * @param keyLog where the secrets are written down; {@link KeyLog#OFF} nowhere
   */
  public record Tls(Credentials credentials, Set<Profile> profiles, KeyLog keyLog) {
    public Tls {
      if (profiles.isEmpty()) {
        throw new IllegalArgumentException("TLS of at least one profile is offered");
      }
      profiles = Set.copyOf(profiles);
    }

    /** Secrets stay secret. */
    public Tls(Credentials credentials, Set<Profile> profiles) {
      this(credentials, profiles, KeyLog.OFF);
    }

    /** One profile alone. */
    public Tls(Credentials credentials, Profile profile) {
      this(credentials, Set.of(profile));
    }
  }

  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("ev-link", true), NioIoHandler.newFactory());
  private final VehicleSink sink;
  private final FrameTap tap;
  private final Coding coding = new Coding();
  private final Conversation conversation = new Conversation();
  private @Nullable Channel channel;
  private String summary = "TCP";
  private int staples;
  private boolean closedReported;

  private VehicleLink(VehicleSink sink, FrameTap tap) {
    this.sink = sink;
    this.tap = tap;
  }

  /**
   * Connects, and for TLS waits for the handshake.
   *
   * @throws TransportException when the charger cannot be reached or TLS is refused, with the
   *     reason. With TLS 1.3 a charger refuses a vehicle's certificate after the vehicle's own
   *     handshake is done: that comes as {@link VehicleSink#closed}.
   */
  public static VehicleLink connect(
      InetSocketAddress charger, Optional<Tls> tls, VehicleSink sink, FrameTap tap)
      throws TransportException {
    VehicleLink link = new VehicleLink(sink, tap);
    try {
      link.open(charger, tls);
      return link;
    } catch (TransportException failed) {
      link.shutdown();
      throw failed;
    }
  }

  /** Protocol and cipher suite, or {@code TCP}. */
  public String summary() {
    return summary;
  }

  /** How many certificates of the charger's chain came with a good OCSP response. */
  public int staples() {
    return staples;
  }

  /** Encodes and sends a request. */
  public void send(V2gMessage request) {
    onLoop(open -> write(open, request));
  }

  /** Encodes a request and sends only the first bytes of its frame. */
  public void sendTruncated(V2gMessage request, int bytes) {
    onLoop(
        open -> {
          MessageSet set = Sets.of(request);
          int length = coding.encode(set, Conversation.mainType(set), request);
          raw(open, Arrays.copyOf(coding.frame(), Math.min(bytes, length)));
        });
  }

  /** Sends bytes as they are, without a header. */
  public void sendRaw(byte[] bytes) {
    byte[] copy = bytes.clone();
    onLoop(open -> raw(open, copy));
  }

  /** Resets the connection: the charger sees an error instead of an end. */
  public void reset() {
    onLoop(
        open -> {
          open.config().setOption(ChannelOption.SO_LINGER, 0);
          TlsHandler tls = open.pipeline().get(TlsHandler.class);
          if (tls != null) {
            // Without this the handler would say goodbye in order.
            open.pipeline().remove(tls);
          }
          open.close();
        });
  }

  /** Ends the link in order and waits for it. */
  @Override
  public void close() {
    onLoop(Goodbye::close);
    Channel open = channel;
    if (open != null) {
      open.closeFuture().awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
    }
    shutdown();
  }

  private void open(InetSocketAddress charger, Optional<Tls> tls) throws TransportException {
    Optional<VehicleTls> secured = Optional.empty();
    if (tls.isPresent()) {
      secured =
          Optional.of(
              VehicleTls.of(
                  tls.get().credentials(),
                  tls.get().profiles(),
                  new SecureRandom(),
                  TransportLimits.TLS_HANDSHAKE_MILLIS,
                  tls.get().keyLog()));
    }
    Optional<VehicleTls> first = secured;
    ChannelFuture connected =
        new Bootstrap()
            .group(group)
            .channel(NioSocketChannel.class)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
            .handler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel opened) {
                    first.ifPresent(each -> opened.pipeline().addLast(each.handler()));
                    opened.pipeline().addLast(new FrameDecoder(), new Receiver());
                  }
                })
            .connect(charger)
            .awaitUninterruptibly();
    if (!connected.isSuccess()) {
      throw new TransportException(
          "no connection to " + charger + ": " + connected.cause().getMessage(), connected.cause());
    }
    channel = connected.channel();
    if (secured.isPresent()) {
      Future<String> handshake = secured.get().handler().handshakeFuture().awaitUninterruptibly();
      if (!handshake.isSuccess()) {
        throw new TransportException(
            "TLS handshake with " + charger + " failed: " + TlsFailure.describe(handshake.cause()),
            handshake.cause());
      }
      summary = handshake.getNow();
      staples = secured.get().staples();
    }
  }

  private void write(Channel open, V2gMessage request) {
    MessageSet set = Sets.of(request);
    PayloadType type = Conversation.mainType(set);
    int length = coding.encode(set, type, request);
    conversation.request(type, request);
    byte[] frame = Arrays.copyOf(coding.frame(), length);
    raw(open, frame);
    tap.frame(
        new FrameTap.Frame(
            0,
            Direction.EV_TO_EVSE,
            type,
            Optional.of(set),
            Optional.of(request),
            Arrays.copyOfRange(frame, V2gtpHeader.BYTES, length),
            OptionalLong.empty()));
  }

  private static void raw(Channel open, byte[] bytes) {
    open.writeAndFlush(open.alloc().buffer(bytes.length).writeBytes(bytes));
  }

  private interface OnChannel {
    void run(Channel open);
  }

  private void onLoop(OnChannel action) {
    Channel open = channel;
    if (open != null && open.isActive()) {
      open.eventLoop().execute(() -> action.run(open));
    }
  }

  private void shutdown() {
    group.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS);
  }

  private final class Receiver extends SimpleChannelInboundHandler<RawFrame> {
    private String reason = "the charger closed the connection";

    /** Without this the end of a link that never was would be told beside the failure. */
    private boolean up;

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
      up = ctx.pipeline().get(TlsHandler.class) == null;
      ctx.fireChannelActive();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
      up |= event instanceof TlsReady;
      ctx.fireUserEventTriggered(event);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, RawFrame frame) {
      Optional<MessageSet> set = conversation.setOf(frame.type());
      try {
        if (set.isEmpty()) {
          sink.undecodable("payload type " + frame.type() + " is not spoken here");
          return;
        }
        V2gMessage message = coding.decode(set.get(), frame.payload());
        conversation.response(set.get(), message);
        tap.frame(
            new FrameTap.Frame(
                0,
                Direction.EVSE_TO_EV,
                frame.type(),
                set,
                Optional.of(message),
                frame.payload(),
                OptionalLong.empty()));
        sink.received(message);
      } catch (ExiException refused) {
        sink.undecodable(String.valueOf(refused.getMessage()));
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      if (up && !closedReported) {
        closedReported = true;
        sink.closed(reason);
      }
      ctx.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      reason = TlsFailure.describe(cause);
      ctx.close();
    }
  }
}
